# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in which class, and who teaches when."""

from dataclasses import replace
from datetime import date

from consent.store.register.incoming import IncomingSlot
from consent.store.register.intake import take_in
from consent.store.register.people import (
    classes,
    classes_of,
    count_seated,
    find_class,
    find_pupil,
    find_teacher,
    pupils_of,
    put_teaches,
    slots_of,
    teachers,
    teachers_of,
)
from consent.store.register.register import Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import class_of, roster
from tests.fakes.register import slot_teachers


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


def test_the_newest_school_year_is_meant_when_two_are_known(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        take_in(desk, SCHOOL, replace(roster(1), school_year="2027-2028"))
        klass, pupil = find_class(desk, SCHOOL, "4B"), find_pupil(desk, SCHOOL, "p1")
        assert klass is not None
        assert pupil is not None
        assert (klass.school_year, pupil.school_year) == ("2027-2028", "2027-2028")
        assert len(classes(desk, SCHOOL)) == 2
        assert classes(desk, SCHOOL, "2027-2028") == [klass]


def test_those_with_a_class_are_counted_once_each_and_a_year_apart(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        twin = replace(class_of("p1"), sourced_id="c2", slots=())
        both = (class_of("p1", "p2"), twin)
        coming = replace(roster(1, 2), school_year="2027-2028", classes=both)
        take_in(desk, SCHOOL, coming)
        take_in(desk, SCHOOL, replace(coming, classes=(class_of("p1"), twin)))
        assert count_seated(desk, SCHOOL, "2026-2027") == 2
        assert count_seated(desk, SCHOOL, "2027-2028") == 1
        assert count_seated(desk, "0" * 32, "2026-2027") == 0


def test_two_classes_with_one_name_are_not_guessed_between(register: Register) -> None:
    with register.begin() as desk:
        twin = replace(class_of("p1"), sourced_id="c2", slots=())
        both = replace(roster(1), classes=(class_of("p1"), twin))
        take_in(desk, SCHOOL, both)
        assert find_class(desk, SCHOOL, "4B") is None
        assert find_class(desk, SCHOOL, "c2") is not None


def test_lessons_come_weekly_ones_first_and_name_their_teachers(
    register: Register,
) -> None:
    with register.begin() as desk:
        on_a_day = IncomingSlot(None, date(2026, 9, 9), "08:00", "09:00", "frans", ())
        coming = class_of("p1")
        slots = (on_a_day, *(coming.slots or ()))
        take_in(
            desk, SCHOOL, replace(roster(1), classes=(replace(coming, slots=slots),))
        )
        klass, teacher = (
            find_class(desk, SCHOOL, "4B"),
            find_teacher(desk, SCHOOL, "t1"),
        )
        assert klass is not None
        assert teacher is not None
        weekly, once = slots_of(desk, klass.id)
        assert (weekly.weekday, once.on_date) == (0, date(2026, 9, 9))
        assert slot_teachers(desk, weekly.id) == [teacher.id]
        assert slot_teachers(desk, once.id) == []


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
