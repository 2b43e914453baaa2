# SPDX-License-Identifier: GPL-3.0-or-later
"""Lessons that stay keep their ids, and an import never undoes what the office said."""

from dataclasses import replace
from datetime import date

from consent.store.register.changes import Change, Kind
from consent.store.register.incoming import (
    IncomingClass,
    IncomingSet,
    IncomingSlot,
    IncomingTeaching,
)
from consent.store.register.intake import take_in
from consent.store.register.people import (
    find_class,
    find_teacher,
    put_teaches,
    slots_of,
    teachers_of,
)
from consent.store.register.register import Desk, Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import SINCE, UNTIL, class_of, roster
from tests.fakes.register import slot_teachers

MONDAY = IncomingSlot(0, None, "08:25", "09:15", "wiskunde", ("t1",))
TUESDAY = replace(MONDAY, weekday=1)
DAY = date(2027, 1, 4)


def _set(klass: IncomingClass) -> IncomingSet:
    teachers = (("t1", "An Peeters"), ("t2", "Bo Maes"))
    return replace(roster(1), teachers=teachers, classes=(klass,))


def _timetable(*slots: IncomingSlot) -> IncomingSet:
    both = (IncomingTeaching("t1", SINCE, UNTIL), IncomingTeaching("t2", SINCE, UNTIL))
    return _set(replace(class_of("p1"), teachings=both, slots=slots))


def _class(desk: Desk) -> str:
    klass = find_class(desk, SCHOOL, "c1")
    assert klass is not None
    return klass.id


def test_a_lesson_that_stays_keeps_its_id_and_gets_its_new_teachers(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, _timetable(MONDAY))
        (before,) = slots_of(desk, _class(desk))
        other = replace(MONDAY, subject="algebra", teachers=("t2",))
        changes = take_in(desk, SCHOOL, _timetable(other, TUESDAY))
        assert changes.found == [Change(Kind.TIMETABLE, "4B", "", "2")]
        monday, tuesday = slots_of(desk, _class(desk))
        assert (monday.id, monday.subject) == (before.id, "algebra")
        assert tuesday.id != before.id
        bo = find_teacher(desk, SCHOOL, "t2")
        assert bo is not None
        assert slot_teachers(desk, monday.id) == [bo.id]
        changes = take_in(desk, SCHOOL, _timetable(other, TUESDAY))
        assert changes.found == []


def test_a_lesson_that_is_gone_goes_and_a_set_without_timetable_leaves_all(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, _timetable(MONDAY, TUESDAY))
        take_in(desk, SCHOOL, _timetable(TUESDAY))
        assert [slot.weekday for slot in slots_of(desk, _class(desk))] == [1]
        silent = replace(_timetable().classes[0], slots=None)
        assert take_in(desk, SCHOOL, _set(silent)).found == []
        assert [slot.weekday for slot in slots_of(desk, _class(desk))] == [1]


def test_a_class_that_is_gone_is_taught_by_nobody(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, _timetable(MONDAY))
        take_in(desk, SCHOOL, replace(roster(), classes=()))
        assert slots_of(desk, _class(desk)) == []
        assert teachers_of(desk, _class(desk)) == []


def test_a_teacher_who_stops_and_other_days_are_told(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        coming = roster(1).classes[0]
        shorter = replace(coming, teachings=(IncomingTeaching("t1", SINCE, SINCE),))
        changes = take_in(desk, SCHOOL, _set(shorter))
        assert Change(Kind.TEACHES_DAYS, "An Peeters", "", "4B") in changes.found
        assert [row[2] for row in teachers_of(desk, _class(desk))] == [SINCE]
        nobody = replace(coming, teachings=(), slots=())
        changes = take_in(desk, SCHOOL, _set(nobody))
        assert Change(Kind.TEACHES_NOT, "An Peeters", "4B") in changes.found
        assert teachers_of(desk, _class(desk)) == []


def test_a_substitute_of_the_office_survives_an_import(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, _set(class_of("p1")))
        bo = find_teacher(desk, SCHOOL, "t2")
        assert bo is not None
        put_teaches(desk, bo.id, _class(desk), DAY, DAY)
        assert take_in(desk, SCHOOL, _set(class_of("p1"))).found == []
        assert (bo, DAY, DAY) in teachers_of(desk, _class(desk))
        take_in(desk, SCHOOL, _timetable(MONDAY))  # now the set says it too
        take_in(desk, SCHOOL, _set(class_of("p1")))
        assert bo not in [row[0] for row in teachers_of(desk, _class(desk))]
