# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts of the register: each pupil once, and nothing of a pupil's own yes or no."""

from pathlib import Path

from consent.store.register import choices
from consent.store.register.people import classes, pupils_of
from installer.papers.register_counts import (
    ClassCount,
    class_counts,
    once_each,
    unlike,
)
from tests.fakes.office import NOW, fill_register, new_office


def test_R26_a_class_is_counted_as_the_register_has_it(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    fill_register(office)
    with office.register.begin() as desk:
        (klass,) = classes(desk, office.school)
        first, second, third = pupils_of(desk, klass.id)
        for purpose in ("view", "show"):
            choices.opt_out(desk, first.id, klass.id, purpose, "office", NOW)
        for pupil in (second, third):
            choices.exempt(desk, pupil.id, klass.id, yes=True)
        year = klass.school_year
        found = class_counts(desk, office.school, year)
        assert found == [ClassCount("4B", 3, objecting=1, exempt=2, forms=0)]
        assert class_counts(desk, office.school, "2001-2002") == []


def test_R26_D14_who_is_in_two_classes_counts_in_the_larger() -> None:
    members = {"wis": {"a", "b", "c"}, "4B": {"a", "b", "c", "d"}, "5C": {"e"}}
    assert once_each(members) == {
        "4B": frozenset("abcd"), "wis": frozenset(), "5C": frozenset("e"),
    }  # fmt: skip


def test_classes_of_one_name_are_told_apart() -> None:
    assert unlike(["1A", "1B", "1A"]) == ["1A", "1B", "1A (2)"]
