# SPDX-License-Identifier: GPL-3.0-or-later
"""Take in a roster from elsewhere: show what would change, then all of it or nothing.

Nobody is deleted by an import: who is gone loses the class, not the record of it.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import delete, select

from consent.store.register.models import (
    ClassGroup,
    Membership,
    Pupil,
    Slot,
    Teacher,
    Teaches,
)
from consent.store.register.people import classes, replace_slots, teachers
from consent.store.register.register import Desk


@dataclass(frozen=True, slots=True)
class IncomingPupil:
    """A pupil as another system knows them; instead of a birth date, what follows."""

    sourced_id: str
    name: str
    sort: str
    decider_from: date
    band: str


@dataclass(frozen=True, slots=True)
class IncomingSlot:
    """One weekly lesson (weekday, 0 = Monday) or one on a date."""

    weekday: int | None
    on_date: date | None
    starts: str
    ends: str
    subject: str
    teachers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncomingTeaching:
    """A teacher of a class between two dates."""

    teacher: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class IncomingClass:
    """A class with everybody in it. slots is None when the set has no timetable."""

    sourced_id: str
    name: str
    school_year: str
    pupils: tuple[str, ...]
    teachings: tuple[IncomingTeaching, ...]
    slots: tuple[IncomingSlot, ...] | None = None


@dataclass(frozen=True, slots=True)
class IncomingSet:
    """A whole roster, checked: every reference in it leads somewhere."""

    pupils: tuple[IncomingPupil, ...] = ()
    teachers: tuple[tuple[str, str], ...] = ()  # sourced id, name
    classes: tuple[IncomingClass, ...] = ()


@dataclass(slots=True)
class Changes:
    """What an import changes, one sentence each."""

    lines: list[str] = field(default_factory=list)

    def note(self, line: str) -> None:
        """Add a sentence."""
        self.lines.append(line)


def take_in(desk: Desk, school: str, incoming: IncomingSet) -> Changes:
    """Make the register say what the set says; the caller keeps it or rolls back."""
    changes = Changes()
    pupil_ids = _take_pupils(desk, school, incoming.pupils, changes)
    teacher_ids = _take_teachers(desk, school, incoming.teachers, changes)
    held = {klass.sourced_id: klass for klass in classes(desk, school)}
    for coming in incoming.classes:
        klass = _take_class(desk, school, held.get(coming.sourced_id), coming, changes)
        _take_members(desk, klass, {pupil_ids[p]: p for p in coming.pupils}, changes)
        _take_teachings(desk, klass, coming.teachings, teacher_ids, changes)
        if coming.slots is not None:
            _take_slots(desk, klass, coming.slots, teacher_ids, changes)
    return changes


def _take_pupils(
    desk: Desk, school: str, incoming: Iterable[IncomingPupil], changes: Changes
) -> dict[str, str]:
    held = {
        pupil.sourced_id: pupil
        for pupil in desk.scalars(select(Pupil).where(Pupil.school == school))
    }
    ids: dict[str, str] = {}
    for coming in incoming:
        row = held.get(coming.sourced_id)
        if row is None:
            row = Pupil(id=_new_id(), school=school, sourced_id=coming.sourced_id)
            _fill_pupil(row, coming)
            desk.add(row)
            changes.note(f"+ leerling {coming.name}")
        elif _differs(row, coming):
            _fill_pupil(row, coming)
            changes.note(f"~ leerling {coming.name}")
        ids[coming.sourced_id] = row.id
    desk.flush()
    return ids


def _differs(row: Pupil, coming: IncomingPupil) -> bool:
    return (row.name, row.sort, row.decider_from, row.band) != (
        coming.name,
        coming.sort,
        coming.decider_from,
        coming.band,
    )


def _fill_pupil(row: Pupil, coming: IncomingPupil) -> None:
    row.name, row.sort = coming.name, coming.sort
    row.decider_from, row.band = coming.decider_from, coming.band


def _take_teachers(
    desk: Desk, school: str, incoming: Iterable[tuple[str, str]], changes: Changes
) -> dict[str, str]:
    held = {row.sourced_id: row for row in teachers(desk, school)}
    for sourced_id, name in incoming:
        row = held.get(sourced_id)
        if row is None:
            row = Teacher(id=_new_id(), school=school, sourced_id=sourced_id, name=name)
            held[sourced_id] = row
            desk.add(row)
            changes.note(f"+ leerkracht {name}")
        elif row.name != name:
            changes.note(f"~ leerkracht {row.name} heet nu {name}")
            row.name = name
    desk.flush()
    return {sourced_id: row.id for sourced_id, row in held.items()}


def _take_class(
    desk: Desk,
    school: str,
    row: ClassGroup | None,
    coming: IncomingClass,
    changes: Changes,
) -> ClassGroup:
    if row is None:
        row = ClassGroup(
            id=_new_id(),
            school=school,
            sourced_id=coming.sourced_id,
            name=coming.name,
            school_year=coming.school_year,
        )
        desk.add(row)
        changes.note(f"+ klas {coming.name}")
    elif (row.name, row.school_year) != (coming.name, coming.school_year):
        row.name, row.school_year = coming.name, coming.school_year
        changes.note(f"~ klas {coming.name}")
    desk.flush()
    return row


def _take_members(
    desk: Desk, klass: ClassGroup, wanted: dict[str, str], changes: Changes
) -> None:
    rows = select(Membership.pupil).where(Membership.class_group == klass.id)
    held = set(desk.scalars(rows))
    for pupil, sourced_id in wanted.items():
        if pupil not in held:
            desk.add(
                Membership(pupil=pupil, class_group=klass.id, exempt_attention=False)
            )
            changes.note(f"+ {sourced_id} in {klass.name}")
    for pupil in sorted(held - wanted.keys()):
        desk.execute(
            delete(Membership).where(
                Membership.pupil == pupil, Membership.class_group == klass.id
            )
        )
        changes.note(f"- {pupil} uit {klass.name}")
    desk.flush()


def _take_teachings(
    desk: Desk,
    klass: ClassGroup,
    wanted: Iterable[IncomingTeaching],
    teacher_ids: dict[str, str],
    changes: Changes,
) -> None:
    rows = select(Teaches).where(Teaches.class_group == klass.id)
    held = {row.teacher: row for row in desk.scalars(rows)}
    for coming in wanted:
        teacher = teacher_ids[coming.teacher]
        row = held.pop(teacher, None)
        if row is None:
            row = Teaches(
                teacher=teacher,
                class_group=klass.id,
                since=coming.since,
                until=coming.until,
            )
            desk.add(row)
            changes.note(f"+ {coming.teacher} geeft les aan {klass.name}")
        elif (row.since, row.until) != (coming.since, coming.until):
            row.since, row.until = coming.since, coming.until
            changes.note(f"~ {coming.teacher} in {klass.name}")
    for row in held.values():
        desk.delete(row)
        changes.note(f"- {row.teacher} geeft geen les meer aan {klass.name}")
    desk.flush()


def _take_slots(
    desk: Desk,
    klass: ClassGroup,
    wanted: tuple[IncomingSlot, ...],
    teacher_ids: dict[str, str],
    changes: Changes,
) -> None:
    replace_slots(
        desk,
        klass.id,
        [
            (
                Slot(
                    id=_new_id(),
                    class_group=klass.id,
                    weekday=slot.weekday,
                    on_date=slot.on_date,
                    starts=slot.starts,
                    ends=slot.ends,
                    subject=slot.subject,
                ),
                tuple(teacher_ids[t] for t in slot.teachers),
            )
            for slot in wanted
        ],
    )
    changes.note(f"~ lesrooster van {klass.name}: {len(wanted)} lessen")


def _new_id() -> str:
    return secrets.token_hex(16)
