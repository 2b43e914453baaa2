# SPDX-License-Identifier: GPL-3.0-or-later
"""One screen large: one at a time, two minutes, and gone when the pupil says no."""

from datetime import timedelta

import pytest

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.commands import Drop, Paint
from console.core.words import NL
from tests.console.core.playbook import AMINA, BRAM, CASPER, LINK, Asked, Playbook

VIEW, STOP = Verb.VIEW_START, Verb.VIEW_STOP
LOOK = acts.LookAt(AMINA, "hulp")


def looking() -> Playbook:
    return Playbook().start(AMINA, BRAM, CASPER).act(LOOK)


def test_a_look_has_no_end_while_the_notice_is_up() -> None:
    play = looking()
    assert play.sends() == [Asked(LINK[AMINA], VIEW)]
    assert play.newest(AMINA, VIEW).args == (("seconds", 120),)
    look = play.view.look
    assert look is not None
    assert (look.name, look.reason, look.until, look.offered) == (
        "Amina B.",
        "hulp",
        None,
        False,
    )


def test_after_the_yes_two_minutes_run() -> None:
    play = looking().wait(3.25).accept(AMINA, VIEW)
    assert play.tile(AMINA).looking_until == play.now.wall + timedelta(seconds=120)
    play.picture(AMINA, VIEW)
    (paint,) = play.only(Paint)
    assert paint.pixels.large
    play.wait(120)
    assert play.sends() == [Asked(LINK[AMINA], STOP)]
    assert play.only(Drop) == [Drop(AMINA, large=True)]
    assert play.view.look is None


def test_no_pixel_of_a_look_shows_before_its_yes() -> None:
    play = looking().picture(AMINA, VIEW)
    assert play.only(Paint) == []


def test_P10_one_look_at_a_time() -> None:
    play = looking().accept(AMINA, VIEW).act(acts.LookAt(BRAM, "hulp"))
    assert play.sends() == [Asked(LINK[AMINA], STOP), Asked(LINK[BRAM], VIEW)]
    assert play.only(Drop) == [Drop(AMINA, large=True)]


@pytest.mark.parametrize("pupil", [AMINA, CASPER])
def test_R67_a_no_to_a_look_is_one_sentence_at_one_time(
    pupil: str,
) -> None:
    play = Playbook().start(AMINA, BRAM, CASPER).act(acts.LookAt(pupil, "hulp"))
    play.wait(3.2)
    assert play.view.look is not None
    play.wait(0.05)
    if pupil == AMINA:
        play.refuse(AMINA, VIEW)
    assert play.view.look is None
    assert play.view.trouble == NL.no_picture
    assert play.wait(8).view.trouble == ""


def test_a_marked_pupil_is_never_asked_to_show_it_large() -> None:
    assert looking().act(acts.LookAt(CASPER, "hulp")).sends() == [
        Asked(LINK[AMINA], STOP)
    ]


def test_R69_a_no_in_the_middle_drops_the_pixels() -> None:
    play = looking().accept(AMINA, VIEW).picture(AMINA, VIEW).end(AMINA, VIEW)
    assert play.only(Drop) == [Drop(AMINA, large=True)]
    assert play.view.look is None


def test_a_lost_link_drops_the_pixels_and_does_not_ask_again() -> None:
    play = looking().accept(AMINA, VIEW).hear(e.LinkEnded(LINK[AMINA], silent=True))
    assert Drop(AMINA, large=True) in play.wanted
    play.connect(AMINA).accept(AMINA, Verb.LESSON_START)
    assert play.sends() == []


def test_late_answers_to_another_look_change_nothing() -> None:
    play = looking()
    old = play.newest(AMINA, VIEW)
    play.act(acts.LookAt(BRAM, "hulp")).accept(BRAM, VIEW)
    play.hear(e.AcceptedHeard(LINK[AMINA], old.seq))
    play.hear(e.EndedHeard(LINK[AMINA], old.access))
    assert play.view.look is not None
    assert play.view.look.name == "Bram D."


def test_the_time_is_never_more_than_two_minutes() -> None:
    play = Playbook().start(AMINA).act(acts.LookAt(AMINA, "hulp", seconds=900))
    assert play.newest(AMINA, VIEW).args == (("seconds", 120),)


def test_an_offer_is_remembered_as_the_pupils_own_act() -> None:
    play = Playbook().start(AMINA).hear(e.HandHeard(LINK[AMINA], up=True, offer=True))
    look = play.act(acts.LookAt(AMINA, "", reason="kom kijken")).view.look
    assert look is not None
    assert look.offered
    assert look.reason == "kom kijken"


def test_nobody_unknown_and_nothing_before_the_lesson() -> None:
    assert Playbook().connect(AMINA).act(LOOK).wanted == []
    assert looking().act(acts.LookAt("ff" * 16, "hulp")).wanted == []
    assert Playbook().act(acts.StopLooking()).wanted == []


def test_stopping_tells_the_laptop_and_drops() -> None:
    play = looking().accept(AMINA, VIEW).act(acts.StopLooking())
    assert play.sends() == [Asked(LINK[AMINA], STOP)]
    assert play.only(Drop) == [Drop(AMINA, large=True)]
