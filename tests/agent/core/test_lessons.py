# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson starts once, goes on after a lost link, and ends with everything in it."""

import msgspec
import pytest

from agent.core import events as e
from agent.core import lessons
from consent.documents.charter import Holiday
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.reason import Reason
from protocol.messages import local
from protocol.messages.commands import Declined, DeclinedCode
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.ledger import Disk
from tests.fakes.papers import new_id
from tests.fakes.school import School


def _lines(desk: LaptopDesk) -> list[str]:
    return [x.text("what") for x in desk.ledger.bodies(Kind.LESSON)]


def test_R30_a_lesson_is_written_before_it_is_accepted(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect()
    desk.hold = True
    body = teacher.ask(Verb.LESSON_START)
    assert desk.yeses(body.seq) == 0
    desk.let_go()
    assert desk.yeses(body.seq) == 1
    assert _lines(desk) == ["start"]


def test_a_lesson_that_cannot_be_written_is_none(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect()
    desk.ledger.disk = Disk.LOST
    body = teacher.ask(Verb.LESSON_START)
    assert desk.mind.laptop.lesson is None
    assert len(desk.nos(body.seq)) == 1


def test_after_a_lost_link_the_same_lesson_goes_on(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.tell(e.LinkEnded(teacher.link))
    again = desk.connect()
    body = again.ask(Verb.LESSON_START)
    assert desk.yeses(body.seq, again.link) == 1
    assert _lines(desk) == ["start"]
    assert desk.mind.laptop.lesson is not None
    assert desk.mind.laptop.lesson.link == again.link


def test_a_restarted_console_begins_anew_in_the_same_slot(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.tell(e.LinkEnded(teacher.link))
    again = desk.connect()
    body = again.ask(Verb.LESSON_START, lesson=new_id())
    assert desk.yeses(body.seq, again.link) == 1
    assert _lines(desk) == ["start", "end", "start"]


def _two_teachers(school: School) -> LaptopDesk:
    slot = school.sheet.slots[0]
    both = tuple(teacher.id for teacher in school.teachers)

    slots = (msgspec.structs.replace(slot, teachers=both), *school.sheet.slots[1:])
    return LaptopDesk(school.changed(sheet={"slots": slots}))


def test_R22_P10_one_teacher_at_a_time_and_a_colleague_follows(school: School) -> None:
    desk = _two_teachers(school)
    teacher = desk.lesson()
    other = desk.connect(1)
    body = other.ask(Verb.LESSON_START, lesson=new_id())
    assert desk.declined(body.seq) == DeclinedCode.OTHER_TEACHER
    desk.tell(e.LinkEnded(teacher.link))
    follows = other.ask(Verb.LESSON_START, lesson=new_id())
    assert desk.yeses(follows.seq) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"slot": "ab" * 16}, DeclinedCode.SLOT),
        ({"class_id": "ab" * 16}, DeclinedCode.CLASS),
    ],
)
def test_P02_what_the_class_shares_is_told_once_at_the_due_time(
    desk: LaptopDesk, changes: dict[str, str], code: DeclinedCode
) -> None:
    desk.start()
    teacher = desk.connect()
    body = teacher.ask(Verb.LESSON_START, **changes)
    (told,) = [x for x in desk.said if isinstance(x.message, Declined)]
    assert (told.message, told.at_s) == (
        Declined(body.seq, code),
        desk.clock() + 0.25,
    )
    assert desk.ledger.bodies(Kind.REFUSED)[0].text("purpose") == "lesson"


def test_R20_R23_without_a_slot_no_lesson(desk: LaptopDesk) -> None:
    desk.clock.move(51 * 60)
    desk.start()
    teacher = desk.connect()
    body = teacher.ask(Verb.LESSON_START)
    assert desk.declined(body.seq) == DeclinedCode.SLOT


def test_R20_the_bell_ends_everything(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.OVERVIEW_START)
    desk.move(14 * 60, teacher, wanted=[body.access])
    late = teacher.ask(Verb.OVERVIEW_STOP, access=body.access)
    assert desk.yeses(late.seq) == 1
    desk.move(35 * 60, teacher)
    body = teacher.ask(Verb.OVERVIEW_START)
    desk.move(61, teacher, wanted=[body.access])
    assert desk.mind.laptop.lesson is None
    assert desk.ledger.bodies(Kind.CLOSE)[-1].text("end") == "bell"
    assert _lines(desk) == ["start", "end"]
    assert desk.eye().state is local.EyeState.NO_LESSON


def test_a_lesson_end_keeps_the_teachers_command(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.LESSON_END)
    end = desk.ledger.bodies(Kind.LESSON)[-1]
    assert "lesson_end" in end.text("command")


def test_R23_a_holiday_that_is_published_ends_the_lesson(desk: LaptopDesk) -> None:
    desk.lesson()

    today = desk.school.now.date()
    holidays = (Holiday(starts=today, ends=today),)
    desk.renew_papers(desk.school.newer(charter={"holidays": holidays}))
    assert desk.mind.laptop.lesson is None


def test_an_end_without_a_lesson_is_nothing(desk: LaptopDesk) -> None:
    desk.start()
    desk.tell(e.Stopping())
    assert _lines(desk) == []


def test_R65_the_hand_ends_with_the_lesson_and_what_was_shared_stays(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    desk.click(local.ClickKind.HAND)
    teacher.ask(Verb.LESSON_END)
    desk.sit_down()
    assert len(desk.local_words(local.Offers)[-1].offers) == 1
    assert not desk.mind.laptop.hand.up


def test_P02_only_what_a_whole_class_shares_may_be_told() -> None:
    assert set(lessons.TOLD) == set(list(Reason)[:13])
    assert set(lessons.TOLD.values()) == set(DeclinedCode)
