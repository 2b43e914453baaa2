# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in which class, and who teaches when."""

from datetime import date

from consent.store.register.intake import take_in
from consent.store.register.models import Slot
from consent.store.register.people import (
    classes_of,
    find_class,
    find_pupil,
    find_teacher,
    pupils_of,
    put_teaches,
    replace_slots,
    slot_teachers,
    slots_of,
    teachers,
    teachers_of,
)
from consent.store.register.register import Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import roster


def test_lookups_find_one_or_nobody(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        klass = find_class(desk, SCHOOL, "4B")
        one = find_pupil(desk, SCHOOL, "p1")
        assert klass is not None
        assert one is not None
        assert find_pupil(desk, SCHOOL, one.id) is one
        assert find_pupil(desk, SCHOOL, "nobody") is None
        assert find_teacher(desk, SCHOOL, "An Peeters") is teachers(desk, SCHOOL)[0]
        assert find_teacher(desk, SCHOOL, "nobody") is None
        assert [c.id for c in classes_of(desk, one.id)] == [klass.id]
        assert [p.sourced_id for p in pupils_of(desk, klass.id)] == ["p1", "p2"]


def test_two_pupils_with_one_name_are_not_guessed_between(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        for who in ("p1", "p2"):
            pupil = find_pupil(desk, SCHOOL, who)
            assert pupil is not None
            pupil.name = "Same Name"
        desk.flush()
        assert find_pupil(desk, SCHOOL, "Same Name") is None


def test_a_new_timetable_replaces_the_old_one_and_names_its_teachers(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        klass = find_class(desk, SCHOOL, "4B")
        teacher = find_teacher(desk, SCHOOL, "t1")
        assert klass is not None
        assert teacher is not None
        new = [
            (_slot("d" * 32, klass.id, None, date(2026, 9, 9)), ()),
            (_slot("e" * 32, klass.id, 1, None), (teacher.id,)),
        ]
        replace_slots(desk, klass.id, new)
        assert [slot.id[0] for slot in slots_of(desk, klass.id)] == ["e", "d"]
        assert slot_teachers(desk, "e" * 32) == [teacher.id]


def test_a_substitute_teaches_between_two_dates(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        klass = find_class(desk, SCHOOL, "4B")
        teacher = find_teacher(desk, SCHOOL, "t1")
        assert klass is not None
        assert teacher is not None
        put_teaches(desk, teacher.id, klass.id, date(2027, 1, 4), date(2027, 1, 4))
        assert teachers_of(desk, klass.id) == [
            (teacher, date(2027, 1, 4), date(2027, 1, 4))
        ]


def _slot(number: str, klass: str, weekday: int | None, on_date: date | None) -> Slot:
    return Slot(
        id=number,
        class_group=klass,
        weekday=weekday,
        on_date=on_date,
        starts="10:20",
        ends="11:10",
        subject="frans",
    )
