# SPDX-License-Identifier: GPL-3.0-or-later
"""How many pupils a class has, and how many of them the office knows something of.

Each pupil is counted once, in the largest of their classes: where two classes overlap,
the difference between their numbers would point at the few who are in one of them.

Source: docs/spec/papers.md "Report"; docs/rights.md R-26, D14.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from consent.store.register import choices, people
from consent.store.register.register import Desk


@dataclass(frozen=True, slots=True)
class ClassCount:
    """One class in numbers, before anything is left out."""

    name: str
    pupils: int
    objecting: int  # to at least one kind of picture
    exempt: int  # from attention
    forms: int  # an answer of a guardian came in


def class_counts(desk: Desk, school: str) -> list[ClassCount]:
    """Count every class of a school that has pupils, by name."""
    classes = people.classes(desk, school)
    members = {
        klass.id: {pupil.id for pupil in people.pupils_of(desk, klass.id)}
        for klass in classes
    }
    names = unlike([klass.name for klass in classes])
    parted = once_each(members)

    def count(has: Callable[[str, str], object], pupils: frozenset[str]) -> int:
        return sum(any(has(p, k) for k in members if p in members[k]) for p in pupils)

    return [
        ClassCount(
            name,
            len(parted[klass.id]),
            count(lambda p, k: choices.opt_outs(desk, p, k), parted[klass.id]),
            count(lambda p, k: choices.is_exempt(desk, p, k), parted[klass.id]),
            count(
                lambda p, k: choices.guardian_decisions(desk, p, k), parted[klass.id]
            ),
        )
        for klass, name in zip(classes, names, strict=True)
        if parted[klass.id]
    ]


def once_each(members: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Put each pupil in the largest of their classes, and in no other."""
    order = sorted(members, key=lambda klass: (-len(members[klass]), klass))
    taken: set[str] = set()
    parted = {}
    for klass in order:
        parted[klass] = frozenset(members[klass] - taken)
        taken |= members[klass]
    return parted


def unlike(names: list[str]) -> list[str]:
    """Number the names that would be the same."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told
