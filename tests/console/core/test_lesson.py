# SPDX-License-Identifier: GPL-3.0-or-later
"""The lesson: one click to start, the bell to end, one id for all of it."""

from datetime import timedelta

import pytest

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.commands import DialAgain, Drop, EndLink
from console.core.view import TileState
from console.core.words import NL
from protocol.messages.commands import DeclinedCode
from tests.console.core.playbook import (
    AMINA,
    BRAM,
    CASPER,
    CLASS,
    LINK,
    SLOT,
    Asked,
    Playbook,
)
from tests.console.core.playbook import (
    START as BEGAN,
)

START, END = Verb.LESSON_START, Verb.LESSON_END


def decline(play: Playbook, pupil: str, code: DeclinedCode) -> Playbook:
    return play.hear(e.DeclinedHeard(LINK[pupil], play.newest(pupil, START).seq, code))


def test_one_click_tells_every_laptop_the_same_lesson() -> None:
    play = Playbook().connect(AMINA, BRAM).act(acts.StartLesson())
    assert play.sends() == [Asked(LINK[AMINA], START), Asked(LINK[BRAM], START)]
    assert play.newest(AMINA, START).lesson == play.newest(BRAM, START).lesson
    assert play.only(DialAgain) == [DialAgain()]
    assert play.act(acts.StartLesson()).wanted == []


def test_it_watches_nobody() -> None:
    play = Playbook().start(AMINA)
    assert play.tile(AMINA).state is TileState.PRESENT
    assert play.view.overview_reason is None


def test_a_laptop_that_comes_later_or_again_hears_the_same_id() -> None:
    play = Playbook().start(AMINA).connect(BRAM)
    assert play.newest(BRAM, START).lesson == play.newest(AMINA, START).lesson
    play.hear(e.LinkEnded(LINK[AMINA])).connect(AMINA)
    assert play.newest(AMINA, START).lesson == play.newest(BRAM, START).lesson
    assert play.newest(AMINA, START).seq == 1  # a new link counts from one


@pytest.mark.parametrize("code", list(DeclinedCode))
def test_a_cause_the_class_shares_is_said_once_in_plain_words(
    code: DeclinedCode,
) -> None:
    play = Playbook().connect(AMINA, BRAM).act(acts.StartLesson())
    decline(decline(play, AMINA, code), BRAM, code)
    assert play.view.trouble == NL.declined[code]


def test_a_laptop_that_declined_is_told_again_and_the_sentence_goes() -> None:
    play = Playbook().connect(AMINA).act(acts.StartLesson())
    decline(play, AMINA, DeclinedCode.CLOCK).wait(31)
    assert play.sends() == [Asked(LINK[AMINA], START)]
    play.accept(AMINA, START)
    assert play.view.trouble == ""


def test_only_a_lesson_can_be_declined() -> None:
    play = Playbook().start(AMINA).show()
    seq = play.newest(AMINA, Verb.OVERVIEW_START).seq
    play.hear(e.DeclinedHeard(LINK[AMINA], seq, DeclinedCode.CLOCK))
    assert play.view.trouble == ""


def test_a_click_ends_it_on_the_laptops_and_drops_every_picture() -> None:
    play = Playbook().start(AMINA, BRAM).show().accept(AMINA, Verb.OVERVIEW_START)
    play.picture(AMINA).act(acts.EndLesson())
    assert play.sends() == [Asked(LINK[AMINA], END), Asked(LINK[BRAM], END)]
    assert play.only(Drop) == [Drop(AMINA, large=False)]
    assert {t.state for t in play.view.tiles} == {TileState.ABSENT}
    assert play.act(acts.EndLesson()).wanted == []


def test_the_links_stay_a_minute_for_the_records() -> None:
    play = Playbook().start(AMINA).act(acts.EndLesson()).wait(59)
    assert play.only(EndLink) == []
    assert play.room.wants_links
    play.wait(1)
    assert [c.link for c in play.only(EndLink)] == [LINK[AMINA]]
    assert not play.room.wants_links


def test_at_the_bell_it_ends_by_itself_without_a_word() -> None:
    play = Playbook().start(AMINA).wait(50 * 60 - 1)
    assert play.view.slot is not None
    assert play.view.slot.started
    play.wait(1)
    assert play.sends() == []
    assert not play.view.slot.started


def test_a_slot_that_is_gone_from_the_papers_ends_it_too() -> None:
    play = Playbook().start(AMINA).hear(e.PapersRead(CLASS, None))
    assert play.sends() == []
    assert play.view.slot is None
    assert play.view.summary


def test_a_second_lesson_in_one_slot_has_a_new_id_and_uses_the_links() -> None:
    play = Playbook().start(AMINA)
    first = play.newest(AMINA, START).lesson
    play.act(acts.EndLesson()).act(acts.StartLesson())
    assert play.newest(AMINA, START).lesson != first
    assert play.tile(AMINA).state is TileState.PRESENT
    assert play.wait(60).only(EndLink) == []


def test_answers_that_come_after_the_end_start_nothing() -> None:
    play = Playbook().connect(AMINA).act(acts.StartLesson())
    play.hear(e.PapersRead(CLASS, None)).accept(AMINA, START)
    assert play.wanted == []
    play = Playbook().connect(AMINA).act(acts.StartLesson())
    play.hear(e.PapersRead(CLASS, None)).refuse(AMINA, START)
    assert play.tile(AMINA).state is TileState.ABSENT


def test_the_summary_says_what_the_teacher_did_and_names_nobody() -> None:
    play = Playbook().start(AMINA, CASPER)
    play.act(acts.LookAt(AMINA, "hulp")).accept(AMINA, Verb.VIEW_START).wait(119)
    play.hear(e.HandHeard(LINK[AMINA], up=True, offer=False))
    play.act(acts.AskAttention("bord")).act(acts.EndLesson())
    assert play.view.summary == "2 min groot meegekeken, 1 hand, 1 keer aandacht"
    play.act(acts.StartLesson())
    assert play.view.summary == ""


def test_small_pictures_messages_and_links_are_in_the_summary_too() -> None:
    play = Playbook().start(AMINA, CASPER).show("hulp").wait(100)
    play.show("zelfstandig").wait(20)  # another reason: the time goes on
    play.act(acts.SendMessage("Dag")).act(acts.SendLink("https://klas.be", "Taak"))
    play.act(acts.EndLesson())
    assert play.view.summary == "2 min kleine beelden, 1 bericht, 1 link"
    play.act(acts.StartLesson()).act(acts.EndLesson())
    assert play.view.summary == NL.quiet  # what was is not counted again


def test_it_is_said_when_the_lesson_really_was() -> None:
    play = Playbook()
    assert play.view.held is None
    play.start(AMINA).wait(600).act(acts.EndLesson())
    assert play.view.held == (BEGAN, BEGAN + timedelta(minutes=10))
    assert play.act(acts.StartLesson()).view.held is None


def test_a_laptop_that_connects_without_a_slot_is_told_nothing() -> None:
    play = Playbook().hear(e.PapersRead(CLASS, None)).connect(AMINA)
    assert play.sends() == []
    assert play.hear(e.PapersRead(CLASS, SLOT)).view.connected == 1
