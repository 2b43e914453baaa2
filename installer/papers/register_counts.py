# SPDX-License-Identifier: GPL-3.0-or-later
"""How many pupils a class has, and of how many the office knows something.

Each pupil is counted once, in the largest of their classes: where two classes overlap,
the difference between their numbers would point at the few who are in one of them.

Source: docs/spec/papers.md "Report"; docs/rights.md R-26, D14.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from consent.store.register.people import classes
from consent.store.register.register import Desk
from consent.store.register.roll import Seat, seats_of


@dataclass(frozen=True, slots=True)
class ClassCount:
    """One class in numbers, before anything is left out."""

    name: str
    pupils: int
    objecting: int  # to at least one kind of picture
    exempt: int  # from attention
    forms: int  # a guardian's answer came in


def class_counts(desk: Desk, school: str, year: str) -> list[ClassCount]:
    """Count every class of a school year that has pupils, by name."""
    held = classes(desk, school, year)
    seats = {klass.id: seats_of(desk, klass.id) for klass in held}
    parted = once_each(
        {klass: {seat.pupil.id for seat in some} for klass, some in seats.items()}
    )
    known = _known([seat for some in seats.values() for seat in some])
    names = unlike([klass.name for klass in held])
    return [
        ClassCount(
            name,
            pupils=len(parted[klass.id]),
            objecting=len(parted[klass.id] & known["objecting"]),
            exempt=len(parted[klass.id] & known["exempt"]),
            forms=len(parted[klass.id] & known["forms"]),
        )
        for klass, name in zip(held, names, strict=True)
        if parted[klass.id]
    ]


def once_each(members: Mapping[str, AbstractSet[str]]) -> dict[str, frozenset[str]]:
    """Put each pupil in the largest of their classes, and in no other."""
    order = sorted(members, key=lambda klass: (-len(members[klass]), klass))
    taken: set[str] = set()
    parted = {}
    for klass in order:
        parted[klass] = frozenset(members[klass] - taken)
        taken |= members[klass]
    return parted


def unlike(names: Sequence[str]) -> list[str]:
    """Number the names that would be the same."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told


def _known(seats: Sequence[Seat]) -> dict[str, frozenset[str]]:
    """List the pupils something is known of, in whichever class."""
    tests: Mapping[str, Callable[[Seat], bool]] = {
        "objecting": lambda seat: bool(seat.opt_outs),
        "exempt": lambda seat: seat.exempt_attention,
        "forms": lambda seat: bool(seat.decisions),
    }
    return {
        what: frozenset(seat.pupil.id for seat in seats if test(seat))
        for what, test in tests.items()
    }
