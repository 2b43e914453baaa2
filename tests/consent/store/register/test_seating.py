# SPDX-License-Identifier: GPL-3.0-or-later
"""Who moved, left, came back or sits in more classes is told for what it is."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from consent.store.register.changes import Change, Kind
from consent.store.register.incoming import IncomingSet
from consent.store.register.intake import take_in
from consent.store.register.people import classes, find_class, find_pupil, pupils_of
from consent.store.register.register import Desk, Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import class_of, pupil, roster


def two_classes(first: Sequence[int], second: Sequence[int]) -> IncomingSet:
    """Make a set with the classes 4B and 4C."""
    one = class_of(*(f"p{n}" for n in first))
    other = replace(
        class_of(*(f"p{n}" for n in second), name="4C"), sourced_id="c2", slots=()
    )
    numbers = sorted({*first, *second})
    return replace(roster(), pupils=tuple(map(pupil, numbers)), classes=(one, other))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (([1, 2], [3]), ([1], [3]), Change(Kind.PUPIL_LEFT, "Pupil 2", "4B")),
        (
            ([1, 2], [3]),
            ([1], [2, 3]),
            Change(Kind.PUPIL_MOVED, "Pupil 2", "4B", "4C"),
        ),
        (
            ([1, 2], [3]),
            ([1, 2], [2, 3]),
            Change(Kind.PUPIL_IN_MORE, "Pupil 2", "", "4C"),
        ),
        (
            ([1, 2], [2, 3]),
            ([1], [2, 3]),
            Change(Kind.PUPIL_IN_LESS, "Pupil 2", "4B"),
        ),
    ],
)
def test_each_sort_of_move_is_told_once(
    register: Register,
    before: tuple[list[int], list[int]],
    after: tuple[list[int], list[int]],
    told: Change,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, two_classes(*before))
    with register.begin() as desk:
        assert take_in(desk, SCHOOL, two_classes(*after)).found == [told]
        assert _seated(desk, "4B") == [f"p{n}" for n in after[0]]
        assert _seated(desk, "4C") == [f"p{n}" for n in after[1]]


def test_who_left_stays_known_and_comes_back_as_the_same(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        before = find_pupil(desk, SCHOOL, "p2")
        take_in(desk, SCHOOL, roster(1))
        assert _seated(desk, "4B") == ["p1"]
        assert find_pupil(desk, SCHOOL, "p2") is before
        back = take_in(desk, SCHOOL, roster(1, 2))
        assert back.found == [Change(Kind.PUPIL_BACK, "Pupil 2", "", "4B")]
        assert find_pupil(desk, SCHOOL, "p2") is before


def test_a_class_that_the_set_no_longer_has_is_empty_and_told(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, two_classes([1], [2]))
        changes = take_in(desk, SCHOOL, roster(1))
        assert changes.of(Kind.CLASS_GONE) == [Change(Kind.CLASS_GONE, "4C")]
        assert changes.of(Kind.PUPIL_LEFT) == [Change(Kind.PUPIL_LEFT, "Pupil 2", "4C")]
        assert _seated(desk, "4C") == []


def test_another_year_leaves_the_seats_of_this_year_alone(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        take_in(desk, SCHOOL, replace(roster(1), school_year="2027-2028"))
        for klass in classes(desk, SCHOOL):
            assert [p.school_year for p in pupils_of(desk, klass.id)] == [
                klass.school_year
            ]


def _seated(desk: Desk, name: str) -> list[str]:
    klass = find_class(desk, SCHOOL, name)
    assert klass is not None
    return [p.sourced_id for p in pupils_of(desk, klass.id)]
