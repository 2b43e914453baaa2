# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits in which class after an import.

Source: docs/spec/rosters.md "What an import does".
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select

from consent.store.register.carrying import Move, carry, standing
from consent.store.register.changes import Changes, Kind
from consent.store.register.incoming import IncomingClass
from consent.store.register.lifts import use_up
from consent.store.register.models import ClassGroup, Membership, Pupil
from consent.store.register.register import Desk


@dataclass(frozen=True, slots=True)
class Year:
    """A school in one school year, as it stands when its seats are given.

    Attributes:
        school: its id.
        classes: all of the year by sourced id, also those the set does not have.
        pupils: (idem).
        fresh: ids of the pupils that were not known this year.
    """

    school: str
    classes: dict[str, ClassGroup]
    pupils: dict[str, Pupil]
    fresh: Collection[str]


def seat(
    desk: Desk, year: Year, incoming: Iterable[IncomingClass], changes: Changes
) -> None:
    """Seat every pupil of the year as the set says; who is not in it sits nowhere."""
    names = {klass.id: klass.name for klass in year.classes.values()}
    wanted = _wanted(year, incoming)
    held, stands, moves = _held(desk, year), standing(desk, year.school), []
    for pupil in year.pupils.values():
        had, has = held[pupil.id].keys(), wanted[pupil.id]
        if had == has:
            continue
        move = Move(pupil, left=had - has, joined=has - had)
        _tell(move, names, year.fresh, changes, stays=bool(had & has))
        for klass in move.left:
            desk.delete(held[pupil.id][klass])
        for klass in move.joined:
            desk.add(Membership(pupil=pupil.id, class_group=klass))
        moves.append(move)
    desk.flush()
    for move in moves:
        for klass in move.joined:  # who comes back to a class has a slip of it
            use_up(desk, (move.pupil.id, klass))
    carry(desk, year.school, stands, moves, changes)
    before, after = _filled(held), set().union(*wanted.values())
    for klass in before - after:
        changes.note(Kind.CLASS_GONE, names[klass])


def _wanted(year: Year, incoming: Iterable[IncomingClass]) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for coming in incoming:
        for sourced_id in coming.pupils:
            klass = year.classes[coming.sourced_id].id
            wanted[year.pupils[sourced_id].id].add(klass)
    return wanted


def _held(desk: Desk, year: Year) -> dict[str, dict[str, Membership]]:
    """Give each pupil's seats by class."""
    years = {pupil.school_year for pupil in year.pupils.values()}
    rows = (
        select(Membership)
        .join(Pupil, Pupil.id == Membership.pupil)
        .where(Pupil.school == year.school, Pupil.school_year.in_(years))
    )
    held: dict[str, dict[str, Membership]] = defaultdict(dict)
    for row in desk.scalars(rows):
        held[row.pupil][row.class_group] = row
    return held


def _filled(held: dict[str, dict[str, Membership]]) -> set[str]:
    return {klass for seats in held.values() for klass in seats}


def _tell(
    move: Move,
    names: dict[str, str],
    fresh: Collection[str],
    changes: Changes,
    *,
    stays: bool,
) -> None:
    before = ", ".join(sorted(names[klass] for klass in move.left))
    after = ", ".join(sorted(names[klass] for klass in move.joined))
    if move.pupil.id in fresh:
        kind = Kind.PUPIL_ADDED
    elif before and after:
        kind = Kind.PUPIL_MOVED
    elif before:
        kind = Kind.PUPIL_IN_LESS if stays else Kind.PUPIL_LEFT
    else:
        kind = Kind.PUPIL_IN_MORE if stays else Kind.PUPIL_BACK
    changes.note(kind, move.pupil.name, before, after)
