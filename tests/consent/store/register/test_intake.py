# SPDX-License-Identifier: GPL-3.0-or-later
"""An import says what it changes, and deletes nobody."""

from dataclasses import replace

from consent.store.register.intake import IncomingTeaching, take_in
from consent.store.register.people import find_class, find_pupil, pupils_of, teachers_of
from consent.store.register.register import Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import SINCE, UNTIL, pupil, roster


def test_a_new_set_is_taken_in_whole_and_a_second_time_changes_only_the_timetable(
    register: Register,
) -> None:
    with register.begin() as desk:
        lines = take_in(desk, SCHOOL, roster(1, 2)).lines
        assert "+ klas 4B" in lines
        assert "+ leerling Pupil 2" in lines
        assert "+ leerkracht An Peeters" in lines
    with register.begin() as desk:
        again = take_in(desk, SCHOOL, roster(1, 2)).lines
        assert again == ["~ lesrooster van 4B: 1 lessen"]


def test_a_pupil_who_is_gone_leaves_the_class_and_stays_known(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
    with register.begin() as desk:
        lines = take_in(desk, SCHOOL, roster(1)).lines
        assert sum(line.startswith("- ") for line in lines) == 1
        klass = find_class(desk, SCHOOL, "4B")
        assert klass is not None
        assert [p.sourced_id for p in pupils_of(desk, klass.id)] == ["p1"]
        assert find_pupil(desk, SCHOOL, "p2") is not None


def test_new_names_of_pupil_teacher_and_class_keep_their_ids(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        before = find_pupil(desk, SCHOOL, "p1")
        incoming = replace(
            roster(1, name="4B nieuw"),
            pupils=(pupil(1, "New Name"),),
            teachers=(("t1", "An Janssens"),),
        )
        lines = take_in(desk, SCHOOL, incoming).lines
        assert "~ leerling New Name" in lines
        assert "~ leerkracht An Peeters heet nu An Janssens" in lines
        assert "~ klas 4B nieuw" in lines
        assert find_pupil(desk, SCHOOL, "New Name") is before


def test_a_teacher_who_stops_no_longer_teaches_the_class(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        klass = find_class(desk, SCHOOL, "c1")
        assert klass is not None
        coming = roster(1).classes[0]
        later = IncomingTeaching("t1", SINCE, SINCE)
        shorter = replace(coming, teachings=(later,))
        take_in(desk, SCHOOL, replace(roster(1), classes=(shorter,)))
        assert [row[2] for row in teachers_of(desk, klass.id)] == [SINCE]
        nobody = replace(coming, teachings=(), slots=())
        take_in(desk, SCHOOL, replace(roster(1), classes=(nobody,)))
        assert teachers_of(desk, klass.id) == []
        assert UNTIL > SINCE
