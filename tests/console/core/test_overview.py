# SPDX-License-Identifier: GPL-3.0-or-later
"""The wish for small pictures, from the first click to the last pixel."""

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.commands import Drop, Paint
from console.core.view import TileState
from tests.console.core.playbook import (
    AMINA,
    BRAM,
    CASPER,
    DEVICE,
    DINA,
    LINK,
    Asked,
    Playbook,
)

START, STOP = Verb.OVERVIEW_START, Verb.OVERVIEW_STOP


def lesson(*pupils: str) -> Playbook:
    return Playbook().start(*(pupils or (AMINA, BRAM, CASPER)))


def test_nothing_is_asked_before_the_lesson() -> None:
    play = Playbook().connect(AMINA).show()
    assert play.wanted == []
    assert play.view.overview_reason is None


def test_a_wish_asks_everyone_but_those_the_roster_marks() -> None:
    play = lesson().show()
    assert play.sends() == [Asked(LINK[AMINA], START), Asked(LINK[BRAM], START)]
    sent = play.newest(AMINA, START)
    assert (sent.reason_code, sent.args) == ("zelfstandig", (("scope", "all"),))
    assert play.view.overview_reason == "zelfstandig werk"


def test_R29_chosen_pupils_alone_are_asked_and_the_command_says_so() -> None:
    play = lesson().show("hulp", BRAM)
    assert play.sends() == [Asked(LINK[BRAM], START)]
    assert play.newest(BRAM, START).args == (("scope", "chosen"),)
    assert play.tile(AMINA).state is TileState.PRESENT


def test_a_receipt_then_a_picture_shows_it() -> None:
    play = lesson().show().accept(AMINA, START)
    assert play.tile(AMINA).state is TileState.ASKED
    play.picture(AMINA)
    assert [p.pixels.pupil for p in play.only(Paint)] == [AMINA]
    assert play.tile(AMINA).state is TileState.SHOWN
    assert play.tile(AMINA).picture == 1


def test_R67_a_marked_pupil_gets_the_same_no_at_the_same_time() -> None:
    play = lesson().show()
    assert play.tile(CASPER).state is TileState.ASKED
    play.wait(0.24)
    assert play.tile(CASPER).state is TileState.ASKED
    play.wait(0.01).refuse(BRAM, START)
    assert play.tile(CASPER).state is TileState.NO_PICTURE
    assert play.tile(BRAM).state is TileState.NO_PICTURE


def test_a_marked_pupil_is_never_asked_however_long_the_wish_stands() -> None:
    play = lesson(CASPER).show().wait(600)
    assert not [c for c in play.all if getattr(c, "verb", None) is START]


def test_a_no_is_asked_again_after_half_a_minute_without_flicker() -> None:
    play = lesson(AMINA).show().wait(0.25).refuse(AMINA, START)
    play.wait(29)
    assert play.sends() == []
    play.wait(2)
    assert play.sends() == [Asked(LINK[AMINA], START)]
    assert play.tile(AMINA).state is TileState.NO_PICTURE
    play.accept(AMINA, START).picture(AMINA)
    assert play.tile(AMINA).state is TileState.SHOWN


def test_jitter_from_outside_moves_the_next_question() -> None:
    play = lesson(AMINA)
    play.chance.next_jitter = 1.0
    play.show().refuse(AMINA, START).wait(37)
    assert play.sends() == []
    assert play.wait(1).sends() == [Asked(LINK[AMINA], START)]


def test_R67_R69_ended_drops_the_pixels_and_looks_like_a_no() -> None:
    play = lesson(AMINA).show().accept(AMINA, START).picture(AMINA).end(AMINA, START)
    assert play.only(Drop) == [Drop(AMINA, large=False)]
    assert play.tile(AMINA).state is TileState.NO_PICTURE
    assert play.wait(31).sends() == [Asked(LINK[AMINA], START)]


def test_a_picture_that_was_being_decoded_when_the_pupil_stopped_is_dropped() -> None:
    play = lesson(AMINA).show().accept(AMINA, START).picture(AMINA)
    access = play.newest(AMINA, START).access
    play.end(AMINA, START).decoded(AMINA, access)
    assert play.only(Paint) == []
    assert play.tile(AMINA).state is TileState.NO_PICTURE


def test_an_answer_to_an_older_request_changes_nothing() -> None:
    play = lesson(AMINA).show()
    old = play.newest(AMINA, START)
    play.act(acts.StopScreens()).show("hulp").accept(AMINA, START).picture(AMINA)
    play.hear(e.AcceptedHeard(LINK[AMINA], old.seq))
    play.hear(e.NotSharedHeard(LINK[AMINA], old.seq))
    play.hear(e.EndedHeard(LINK[AMINA], old.access))
    assert play.tile(AMINA).state is TileState.SHOWN


def test_the_wish_outlives_a_lost_link_and_asks_anew() -> None:
    play = lesson(AMINA).show().accept(AMINA, START).picture(AMINA)
    first = play.newest(AMINA, START).access
    play.hear(e.LinkEnded(LINK[AMINA]))
    assert play.only(Drop) == [Drop(AMINA, large=False)]
    assert play.tile(AMINA).state is TileState.LOST
    assert play.tile(AMINA).lost_since == play.now.wall
    play.connect(AMINA)
    assert play.sends() == [Asked(LINK[AMINA], Verb.LESSON_START)]
    play.accept(AMINA, Verb.LESSON_START)
    assert play.sends() == [Asked(LINK[AMINA], START)]
    assert play.newest(AMINA, START).access != first


def test_nothing_of_a_lost_link_is_wanted_on_the_next() -> None:
    play = lesson(AMINA).show().accept(AMINA, START).act(acts.WindowAlive())
    assert play.room.wanted(LINK[AMINA], play.now)
    play.hear(e.LinkEnded(LINK[AMINA])).connect(AMINA)
    assert play.room.wanted(LINK[AMINA], play.now) == ()


def test_an_open_access_is_not_asked_again() -> None:
    play = lesson(AMINA).show().accept(AMINA, START)
    due_s = play.room.deadline(play.now)
    assert due_s is not None
    assert due_s - play.now.boot_s > 600


def test_stopping_stops_every_open_access_and_drops_pixels() -> None:
    play = lesson().show().accept(AMINA, START).picture(AMINA).refuse(BRAM, START)
    play.act(acts.StopScreens())
    assert play.sends() == [Asked(LINK[AMINA], STOP)]
    assert play.newest(AMINA, STOP).access == play.newest(AMINA, START).access
    assert play.only(Drop) == [Drop(AMINA, large=False)]
    assert {t.state for t in play.view.tiles if t.pupil != DINA} == {TileState.PRESENT}
    assert play.wait(60).sends() == []


def test_a_new_reason_stops_the_old_access_first() -> None:
    play = lesson(AMINA).show().accept(AMINA, START).picture(AMINA).show("hulp")
    assert play.sends() == [Asked(LINK[AMINA], STOP), Asked(LINK[AMINA], START)]


def test_after_fifteen_minutes_the_purpose_must_be_said_again() -> None:
    play = lesson(AMINA).show().accept(AMINA, START).picture(AMINA).wait(899)
    assert play.sends() == []
    play.wait(1)
    assert play.sends() == [Asked(LINK[AMINA], STOP)]
    assert play.only(Drop) == [Drop(AMINA, large=False)]
    assert play.view.overview_reason is None


def test_a_question_under_way_when_the_teacher_stops_is_stopped_too() -> None:
    play = lesson(AMINA).show().refuse(AMINA, START).wait(31)
    assert play.sends() == [Asked(LINK[AMINA], START)]
    play.act(acts.StopScreens())
    assert play.sends() == [Asked(LINK[AMINA], STOP)]


def test_a_laptop_outside_the_lesson_shows_the_same_grey() -> None:
    play = Playbook().connect(AMINA).act(acts.StartLesson()).show()
    assert play.tile(AMINA).state is TileState.PRESENT
    play.refuse(AMINA, Verb.LESSON_START)
    assert play.tile(AMINA).state is TileState.ASKED
    play.wait(0.25)
    assert play.tile(AMINA).state is TileState.NO_PICTURE


def test_a_second_ready_on_the_same_link_asks_nothing_twice() -> None:
    play = lesson(AMINA).show()
    play.hear(e.LinkReady(LINK[AMINA], DEVICE[AMINA]))
    assert play.wanted == []
