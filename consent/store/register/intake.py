# SPDX-License-Identifier: GPL-3.0-or-later
"""Take in a roster from elsewhere: show what would change, then all of it or nothing.

Nobody is deleted by an import: who is gone loses the classes, not the record of it
(retention.py does that, later). Source: docs/spec/rosters.md.
"""

import secrets
from collections.abc import Iterable

from sqlalchemy import select

from consent.store.register.changes import Changes, Kind
from consent.store.register.incoming import IncomingClass, IncomingPupil, IncomingSet
from consent.store.register.lifts import decide_from
from consent.store.register.models import ClassGroup, Pupil, School, Teacher
from consent.store.register.people import classes, teachers
from consent.store.register.register import Desk
from consent.store.register.seating import Year, seat
from consent.store.register.timetable import set_timetable


def take_in(desk: Desk, school: str, incoming: IncomingSet) -> Changes:
    """Make the register say what the set says; the caller keeps it or rolls back."""
    changes, year = Changes(), incoming.school_year
    desk.get_one(School, school).guardian_age = incoming.guardian_age
    pupils, fresh = _take_pupils(desk, school, year, incoming.pupils, changes)
    staff = _take_teachers(desk, school, incoming.teachers, changes)
    held = _take_classes(desk, school, year, incoming.classes, changes)
    desk.flush()
    seat(desk, Year(school, held, pupils, fresh), incoming.classes, changes)
    set_timetable(desk, held, staff, incoming.classes, changes)
    desk.flush()
    return changes


def _take_pupils(
    desk: Desk,
    school: str,
    year: str,
    incoming: Iterable[IncomingPupil],
    changes: Changes,
) -> tuple[dict[str, Pupil], set[str]]:
    """Give every pupil of the year by sourced id, and the ids of the new ones."""
    rows = select(Pupil).where(Pupil.school == school, Pupil.school_year == year)
    held = {pupil.sourced_id: pupil for pupil in desk.scalars(rows)}
    fresh = set()
    for coming in incoming:
        row = held.get(coming.sourced_id)
        if row is None:
            row = Pupil(
                id=_new_id(),
                school=school,
                sourced_id=coming.sourced_id,
                school_year=year,
            )
            held[coming.sourced_id] = row
            fresh.add(row.id)
            row.decider_from = coming.decider_from
            desk.add(row)
        elif row.name != coming.name:
            changes.note(Kind.PUPIL_RENAMED, coming.name, row.name, coming.name)
        elif (row.decider_from, row.band) != (coming.decider_from, coming.band):
            changes.note(Kind.PUPIL_AGE, coming.name)
        row.name, row.sort = coming.name, coming.sort
        row.band = coming.band
        if row.decider_from != coming.decider_from and decide_from(
            desk, row, coming.decider_from
        ):
            changes.note(Kind.AGE_WAITS, coming.name)
    return held, fresh


def _take_teachers(
    desk: Desk, school: str, incoming: Iterable[tuple[str, str]], changes: Changes
) -> dict[str, Teacher]:
    held = {row.sourced_id: row for row in teachers(desk, school)}
    for sourced_id, name in incoming:
        row = held.get(sourced_id)
        if row is None:
            row = Teacher(id=_new_id(), school=school, sourced_id=sourced_id, name=name)
            held[sourced_id] = row
            desk.add(row)
            changes.note(Kind.TEACHER_ADDED, name)
        elif row.name != name:
            changes.note(Kind.TEACHER_RENAMED, name, row.name, name)
            row.name = name
    return held


def _take_classes(
    desk: Desk,
    school: str,
    year: str,
    incoming: Iterable[IncomingClass],
    changes: Changes,
) -> dict[str, ClassGroup]:
    """Give every class of the year by sourced id, also what is not in the set."""
    held = {klass.sourced_id: klass for klass in classes(desk, school, year)}
    for coming in incoming:
        row = held.get(coming.sourced_id)
        if row is None:
            row = ClassGroup(
                id=_new_id(),
                school=school,
                sourced_id=coming.sourced_id,
                name=coming.name,
                school_year=year,
            )
            held[coming.sourced_id] = row
            desk.add(row)
            changes.note(Kind.CLASS_ADDED, coming.name)
        elif row.name != coming.name:
            changes.note(Kind.CLASS_RENAMED, coming.name, row.name, coming.name)
            row.name = coming.name
    return held


def _new_id() -> str:
    return secrets.token_hex(16)
