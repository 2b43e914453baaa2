# SPDX-License-Identifier: GPL-3.0-or-later
"""An import says what it changes, does all of it or nothing, and deletes nobody."""

from dataclasses import replace

import pytest

from consent.store.register.changes import Change, Kind
from consent.store.register.incoming import IncomingClass
from consent.store.register.intake import take_in
from consent.store.register.people import classes, find_class, find_pupil, teachers
from consent.store.register.register import Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import SINCE, UNTIL, class_of, pupil, roster


def test_a_new_set_is_taken_in_whole_and_a_second_time_changes_nothing(
    register: Register,
) -> None:
    with register.begin() as desk:
        changes = take_in(desk, SCHOOL, roster(1, 2))
        assert sorted(changes.found) == sorted(
            [
                Change(Kind.CLASS_ADDED, "4B"),
                Change(Kind.PUPIL_ADDED, "Pupil 1", "", "4B"),
                Change(Kind.PUPIL_ADDED, "Pupil 2", "", "4B"),
                Change(Kind.TEACHER_ADDED, "An Peeters"),
                Change(Kind.TEACHES, "An Peeters", "", "4B"),
                Change(Kind.TIMETABLE, "4B", "", "1"),
            ]
        )
    with register.begin() as desk:
        assert take_in(desk, SCHOOL, roster(1, 2)).found == []


def test_an_import_that_fails_at_its_end_leaves_nothing(register: Register) -> None:
    stranger = IncomingClass("c2", "4C", ("nobody",), ())
    broken = replace(roster(1), classes=(class_of("p1"), stranger))
    with pytest.raises(KeyError), register.begin() as desk:
        take_in(desk, SCHOOL, broken)
    with register.begin() as desk:
        assert classes(desk, SCHOOL) == []
        assert teachers(desk, SCHOOL) == []
        assert find_pupil(desk, SCHOOL, "p1") is None


def test_new_names_of_pupil_teacher_and_class_keep_their_ids(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        before = find_pupil(desk, SCHOOL, "p1")
        klass = find_class(desk, SCHOOL, "c1")
        incoming = replace(
            roster(1, name="4B nieuw"),
            pupils=(pupil(1, "New Name"),),
            teachers=(("t1", "An Janssens"),),
        )
        changes = take_in(desk, SCHOOL, incoming)
        assert sorted(changes.found) == [
            Change(Kind.CLASS_RENAMED, "4B nieuw", "4B", "4B nieuw"),
            Change(Kind.PUPIL_RENAMED, "New Name", "Pupil 1", "New Name"),
            Change(Kind.TEACHER_RENAMED, "An Janssens", "An Peeters", "An Janssens"),
        ]
        assert find_pupil(desk, SCHOOL, "New Name") is before
        assert find_class(desk, SCHOOL, "c1") is klass


def test_another_day_of_deciding_is_told_and_kept(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        older = replace(pupil(1), decider_from=UNTIL)
        changes = take_in(desk, SCHOOL, replace(roster(1), pupils=(older,)))
        assert changes.found == [Change(Kind.PUPIL_AGE, "Pupil 1")]
        found = find_pupil(desk, SCHOOL, "p1")
        assert found is not None
        assert found.decider_from == UNTIL > SINCE


def test_R17_another_school_year_gives_everybody_another_id(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        old_pupil, old_class = (
            find_pupil(desk, SCHOOL, "p1"),
            find_class(desk, SCHOOL, "c1"),
        )
        changes = take_in(desk, SCHOOL, replace(roster(1), school_year="2027-2028"))
        assert changes.of(Kind.PUPIL_ADDED) == [
            Change(Kind.PUPIL_ADDED, "Pupil 1", "", "4B")
        ]
        new_pupil, new_class = (
            find_pupil(desk, SCHOOL, "p1"),
            find_class(desk, SCHOOL, "c1"),
        )
        assert new_pupil is not old_pupil
        assert new_class is not old_class
        assert len(teachers(desk, SCHOOL)) == 1
