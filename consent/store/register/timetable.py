# SPDX-License-Identifier: GPL-3.0-or-later
"""Who teaches a class and when, after an import.

What the office itself said (a substitute) stays. A lesson that stays keeps its id:
looks are counted by it. Source: docs/spec/rosters.md "What an import does".
"""

import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from consent.store.register.changes import Changes, Kind
from consent.store.register.closed import Origin
from consent.store.register.incoming import (
    IncomingClass,
    IncomingSlot,
    IncomingTeaching,
)
from consent.store.register.models import (
    ClassGroup,
    Slot,
    SlotTeacher,
    Teacher,
    Teaches,
)
from consent.store.register.register import Desk

When = tuple[int | None, date | None, str, str]  # what makes two lessons the same one


@dataclass(slots=True)
class _Held:
    """What stood for one class."""

    teachings: dict[str, Teaches] = field(default_factory=dict)  # by teacher
    slots: dict[When, Slot] = field(default_factory=dict)
    names: dict[str, dict[str, SlotTeacher]] = field(  # by slot and teacher
        default_factory=lambda: defaultdict(dict)
    )


def set_timetable(
    desk: Desk,
    classes: dict[str, ClassGroup],
    staff: dict[str, Teacher],
    incoming: Iterable[IncomingClass],
    changes: Changes,
) -> None:
    """Have every class of the year taught as the set says.

    Args:
        desk: where.
        classes: all of the year by sourced id, also those the set does not have.
        staff: all teachers by sourced id.
        incoming: the set's classes.
        changes: grows.
    """
    coming = {klass.sourced_id: klass for klass in incoming}
    held = _read(desk, [klass.id for klass in classes.values()])
    nobody = IncomingClass("", "", (), (), slots=())
    for sourced_id, klass in classes.items():
        wanted = coming.get(sourced_id, nobody)
        stood = held[klass.id]
        _set_teachings(desk, klass, wanted.teachings, staff, stood, changes)
        if wanted.slots is not None:
            _set_slots(desk, klass, wanted.slots, staff, stood, changes)


def _read(desk: Desk, classes: list[str]) -> dict[str, _Held]:
    held: dict[str, _Held] = defaultdict(_Held)
    for row in desk.scalars(select(Teaches).where(Teaches.class_group.in_(classes))):
        held[row.class_group].teachings[row.teacher] = row
    for slot in desk.scalars(select(Slot).where(Slot.class_group.in_(classes))):
        held[slot.class_group].slots[_when(slot)] = slot
    rows = (
        select(SlotTeacher, Slot.class_group)
        .join(Slot, Slot.id == SlotTeacher.slot)
        .where(Slot.class_group.in_(classes))
    )
    for named, klass in desk.execute(rows):
        held[klass].names[named.slot][named.teacher] = named
    return held


def _set_teachings(
    desk: Desk,
    klass: ClassGroup,
    wanted: Iterable[IncomingTeaching],
    staff: dict[str, Teacher],
    stood: _Held,
    changes: Changes,
) -> None:
    left = dict(stood.teachings)
    for coming in wanted:
        teacher = staff[coming.teacher]
        row = left.pop(teacher.id, None)
        if row is None:
            row = Teaches(teacher=teacher.id, class_group=klass.id)
            desk.add(row)
            changes.note(Kind.TEACHES, teacher.name, after=klass.name)
        elif (row.since, row.until) != (coming.since, coming.until):
            changes.note(Kind.TEACHES_DAYS, teacher.name, after=klass.name)
        row.since, row.until, row.origin = coming.since, coming.until, Origin.IMPORT
    names = {teacher.id: teacher.name for teacher in staff.values()}
    for row in left.values():
        if row.origin == Origin.IMPORT:
            desk.delete(row)
            changes.note(Kind.TEACHES_NOT, names[row.teacher], before=klass.name)


def _set_slots(
    desk: Desk,
    klass: ClassGroup,
    wanted: Iterable[IncomingSlot],
    staff: dict[str, Teacher],
    stood: _Held,
    changes: Changes,
) -> None:
    left, changed, count = dict(stood.slots), False, 0
    office = {t for t, row in stood.teachings.items() if row.origin == Origin.OFFICE}
    for coming in wanted:
        row = left.pop(_when(coming), None)
        if row is None:
            row = Slot(id=secrets.token_hex(16), class_group=klass.id)
            desk.add(row)
        changed |= _fill(row, coming)
        teachers = {staff[teacher].id for teacher in coming.teachers}
        teachers |= stood.names[row.id].keys() & office
        changed |= _name(desk, row.id, teachers, stood.names[row.id])
        count += 1
    for row in left.values():
        desk.delete(row)
    if changed or left:
        changes.note(Kind.TIMETABLE, klass.name, after=str(count))


def _fill(row: Slot, coming: IncomingSlot) -> bool:
    """Write a lesson; says whether anything in it changed."""
    new = (*_when(coming), coming.subject)
    if (*_when(row), row.subject) == new:
        return False
    row.weekday, row.on_date, row.starts, row.ends, row.subject = new
    return True


def _name(
    desk: Desk, slot: str, wanted: set[str], stood: dict[str, SlotTeacher]
) -> bool:
    """Have a lesson name these teachers; says whether that changed anything."""
    for teacher in stood.keys() - wanted:
        desk.delete(stood[teacher])
    desk.add_all(SlotTeacher(slot=slot, teacher=t) for t in wanted - stood.keys())
    return stood.keys() != wanted


def _when(slot: Slot | IncomingSlot) -> When:
    return slot.weekday, slot.on_date, slot.starts, slot.ends
