# SPDX-License-Identifier: GPL-3.0-or-later
"""The one way to make a command, and the one way a tile moves."""

from consent.documents.command import Verb
from console.core.commands import Drop, EndLink
from console.core.facts import PupilFacts
from console.core.moment import Moment
from console.core.room import LessonRecord, Room
from console.core.seat import LinkRecord, Pending, Seat
from console.core.view import TileState
from console.core.wall import TileAct, TileEvent
from protocol.messages.link import ByeCode
from tests.console.core.playbook import CLASS, SLOT, START
from tests.fakes.chance import FakeChance

NOW = Moment(0.0, START)


def room_with(seat: Seat, *, lesson: bool = True) -> Room:
    room = Room(FakeChance(), CLASS, SLOT, {seat.pupil: seat})
    if lesson:
        room.lesson = LessonRecord(b"l" * 16, SLOT, START)
    return room


def seat() -> Seat:
    return Seat(PupilFacts("aa" * 16, "A", "a", b"d" * 16), link=LinkRecord(5))


def test_a_command_carries_lesson_class_and_slot_and_waits_for_its_answer() -> None:
    one = seat()
    (sent,) = room_with(one).send(one, Verb.MESSAGE, b"m" * 16, args=(("text", "x"),))
    assert (sent.link, sent.seq, sent.lesson) == (5, 1, b"l" * 16)
    assert one.link is not None
    assert one.link.pending == {1: Pending(Verb.MESSAGE, b"m" * 16)}


def test_nothing_is_said_without_link_lesson_or_record() -> None:
    one = seat()
    assert room_with(one, lesson=False).send(one, Verb.MESSAGE, b"") == []
    broken = room_with(one)
    broken.ledger_works = False
    assert broken.send(one, Verb.MESSAGE, b"") == []
    one.link = None
    assert room_with(one).send(one, Verb.MESSAGE, b"") == []


def test_a_step_drops_and_ends_by_itself_and_leaves_asking_to_the_caller() -> None:
    one = seat()
    one.state = TileState.SHOWN
    done, acts = room_with(one).step(one, TileEvent.PUPIL_LEFT, NOW)
    assert done == [Drop(one.pupil, large=False), EndLink(5, ByeCode.CLOSING)]
    assert TileAct.REMOVE in acts
    one.state = TileState.PRESENT
    done, acts = room_with(one).step(one, TileEvent.TEACHER_ASKED, NOW)
    assert (done, acts) == ([], (TileAct.ASK,))


def test_everyone_is_chosen_unless_some_are() -> None:
    room = Room(FakeChance())
    room.seats = {p.pupil: Seat(p) for p in CLASS.pupils}
    assert len(list(room.chosen(()))) == len(CLASS.pupils)
    one = CLASS.pupils[1].pupil
    assert [s.pupil for s in room.chosen((one,))] == [one]
