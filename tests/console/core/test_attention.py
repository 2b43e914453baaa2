# SPDX-License-Identifier: GPL-3.0-or-later
"""Attention: asked, shown or not shown, and never claimed before it was heard."""

import pytest

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.view import LockMark
from protocol.messages.commands import AttentionState
from tests.console.core.playbook import AMINA, BRAM, CASPER, LINK, Asked, Playbook

START, STOP = Verb.ATTENTION_START, Verb.ATTENTION_STOP
ASK = acts.AskAttention("bord", 120)


def asked(*pupils: str) -> Playbook:
    return Playbook().start(*(pupils or (AMINA, BRAM))).act(ASK)


def heard(play: Playbook, pupil: str, state: AttentionState) -> Playbook:
    seq = play.newest(pupil, START).seq
    return play.hear(e.AttentionHeard(LINK[pupil], seq, state))


def test_everyone_is_asked_also_who_shows_no_picture() -> None:
    play = asked(AMINA, CASPER)
    assert play.sends() == [Asked(LINK[AMINA], START), Asked(LINK[CASPER], START)]
    assert play.newest(AMINA, START).args == (("seconds", 120), ("scope", "all"))
    assert play.newest(AMINA, START).reason_code == "bord"


def test_a_yes_is_only_a_promise_and_the_curtain_is_heard_of() -> None:
    play = asked().accept(AMINA, START)
    assert play.tile(AMINA).lock is LockMark.REQUESTED
    assert heard(play, AMINA, AttentionState.SHOWN).tile(AMINA).lock is LockMark.SHOWN


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (AttentionState.NOT_SHOWN, LockMark.NOT_SHOWN),
        (AttentionState.RELEASED, LockMark.NONE),
    ],
)
def test_a_curtain_that_is_not_up_is_not_renewed(
    state: AttentionState, mark: LockMark
) -> None:
    play = heard(asked(AMINA).act(acts.WindowAlive()), AMINA, state)
    assert play.tile(AMINA).lock is mark
    assert play.room.wanted(LINK[AMINA], play.now) == ()


def test_R67_a_no_looks_like_a_curtain_that_failed() -> None:
    play = asked().refuse(AMINA, START)
    assert play.tile(AMINA).lock is LockMark.NOT_SHOWN
    assert play.tile(BRAM).lock is LockMark.REQUESTED


def test_one_pupil_alone_for_two_minutes_at_most() -> None:
    play = Playbook().start(AMINA, BRAM)
    play.act(acts.AskAttention("bord", 600, pupil=AMINA))
    assert play.sends() == [Asked(LINK[AMINA], START)]
    assert play.newest(AMINA, START).args == (("seconds", 120), ("scope", "one"))


def test_asking_twice_asks_once() -> None:
    assert asked().act(ASK).wanted == []


def test_letting_go_tells_those_who_were_asked() -> None:
    play = asked().refuse(BRAM, START).act(acts.EndAttention())
    assert play.sends() == [Asked(LINK[AMINA], STOP)]
    assert play.newest(AMINA, STOP).access == play.newest(AMINA, START).access
    assert play.view.attention is None
    assert play.tile(AMINA).lock is LockMark.NONE


def test_before_its_time_it_stands() -> None:
    play = asked(AMINA)
    play.hear(e.Ticked())
    assert play.view.attention is not None


def test_after_its_time_nothing_is_sent_for_laptops_let_go_themselves() -> None:
    play = heard(asked(AMINA), AMINA, AttentionState.SHOWN).wait(120)
    assert play.sends() == []
    assert play.view.attention is None
    assert play.tile(AMINA).lock is LockMark.NONE


def test_a_laptop_that_comes_back_goes_on_with_its_lock_inside_its_time() -> None:
    play = heard(asked(AMINA), AMINA, AttentionState.SHOWN)
    first = play.newest(AMINA, START).access
    play.hear(e.LinkEnded(LINK[AMINA]))
    assert play.tile(AMINA).lock is LockMark.NONE
    play.wait(20).connect(AMINA).accept(AMINA, Verb.LESSON_START)
    again = play.newest(AMINA, START)
    assert (again.access, again.args) == (first, (("seconds", 100), ("scope", "all")))


def test_a_laptop_that_comes_at_the_very_end_is_left_alone() -> None:
    play = asked(AMINA).wait(117).connect(BRAM).accept(BRAM, Verb.LESSON_START)
    assert play.sends() == []


def test_the_end_of_a_lock_and_answers_to_older_ones() -> None:
    play = asked().end(AMINA, START)
    assert play.tile(AMINA).lock is LockMark.NONE
    play.hear(e.AttentionHeard(LINK[BRAM], 999, AttentionState.SHOWN))
    play.hear(e.AttentionHeard(99, 1, AttentionState.SHOWN))
    assert play.tile(BRAM).lock is LockMark.REQUESTED


def test_nothing_without_a_lesson() -> None:
    assert Playbook().connect(AMINA).act(ASK).wanted == []
