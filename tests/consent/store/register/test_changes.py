# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes are values: two looks at the same register are equal."""

from consent.store.register.changes import Change, Changes, Kind


def test_changes_of_one_sort_are_told_by_name() -> None:
    changes = Changes()
    changes.note(Kind.PUPIL_ADDED, "Bram", after="4B")
    changes.note(Kind.CLASS_ADDED, "4B")
    changes.note(Kind.PUPIL_ADDED, "Amina", after="4B")
    assert changes.of(Kind.PUPIL_ADDED) == [
        Change(Kind.PUPIL_ADDED, "Amina", "", "4B"),
        Change(Kind.PUPIL_ADDED, "Bram", "", "4B"),
    ]
    assert changes.of(Kind.PUPIL_LEFT) == []


def test_two_equal_looks_are_equal() -> None:
    looks = []
    for _ in range(2):
        changes = Changes()
        changes.note(Kind.PUPIL_MOVED, "Amina", "4B", "4C")
        looks.append(changes)
    assert looks[0] == looks[1]
    looks[1].note(Kind.PUPIL_LEFT, "Bram", "4B")
    assert looks[0] != looks[1]
