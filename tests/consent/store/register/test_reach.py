# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's classes, however they came by them, and every pupil, seated or not."""

from dataclasses import replace
from datetime import date

from consent.store.register.intake import take_in
from consent.store.register.models import Slot, SlotTeacher, Teacher
from consent.store.register.people import find_class, find_teacher, put_teaches
from consent.store.register.reach import Taught, everybody, taught_by
from consent.store.register.register import Desk, Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import SINCE, UNTIL, roster

DAY = date(2026, 11, 25)


def test_R38_a_weekly_class_a_substitution_and_an_extra_lesson_all_count(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        klass = find_class(desk, SCHOOL, "4B")
        own = find_teacher(desk, SCHOOL, "t1")
        assert klass
        assert own
        stands_in, extra, nobody = (_teacher(desk, sign) for sign in "abc")
        put_teaches(desk, stands_in, klass.id, DAY, DAY)
        lesson = Slot(
            id="e" * 32,
            class_group=klass.id,
            on_date=DAY,
            starts="10:00",
            ends="11:00",
            subject="toneel",
        )
        desk.add(lesson)
        desk.flush()
        desk.add(SlotTeacher(slot=lesson.id, teacher=extra))
        desk.flush()
        assert taught_by(desk, own.id) == [Taught(klass, SINCE, UNTIL)]
        assert taught_by(desk, stands_in) == [Taught(klass, DAY, DAY)]
        assert taught_by(desk, extra) == [Taught(klass, SINCE, UNTIL)]
        assert taught_by(desk, nobody) == []


def test_R38_who_has_left_is_listed_without_a_class(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        take_in(desk, SCHOOL, replace(roster(1), pupils=roster(1, 2).pupils))
        klass = find_class(desk, SCHOOL, "4B")
        listed = [(pupil.name, held) for pupil, held in everybody(desk, SCHOOL)]
        assert sorted(listed, key=str) == [("Pupil 1", klass), ("Pupil 2", None)]
        assert everybody(desk, "f" * 32) == []


def _teacher(desk: Desk, sign: str) -> str:
    number = sign * 32
    desk.add(Teacher(id=number, school=SCHOOL, sourced_id=sign, name=sign))
    desk.flush()
    return number
