# SPDX-License-Identifier: GPL-3.0-or-later
"""Classes, pupils, teachers and their lessons."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import func, select

from consent.store.register.closed import Origin
from consent.store.register.models import (
    ClassGroup,
    Membership,
    Pupil,
    Slot,
    SlotTeacher,
    Teacher,
    Teaches,
)
from consent.store.register.register import Desk

_Row = TypeVar("_Row")
_Yearly = TypeVar("_Yearly", ClassGroup, Pupil)


def classes(desk: Desk, school: str, year: str = "") -> list[ClassGroup]:
    """List the classes of a school by name, of one school year or of all."""
    rows = select(ClassGroup).where(ClassGroup.school == school)
    if year:
        rows = rows.where(ClassGroup.school_year == year)
    return list(desk.scalars(rows.order_by(ClassGroup.name, ClassGroup.school_year)))


def find_class(desk: Desk, school: str, name: str) -> ClassGroup | None:
    """Find a class of the newest year by name or sourced id, if only one fits."""
    rows = select(ClassGroup).where(
        ClassGroup.school == school,
        (ClassGroup.name == name) | (ClassGroup.sourced_id == name),
    )
    return _only(_newest(desk.scalars(rows)))


def find_pupil(desk: Desk, school: str, who: str) -> Pupil | None:
    """Find a pupil of the newest year by number, id or name, if only one fits."""
    return _only(pupils_named(desk, school, who))


def pupils_named(desk: Desk, school: str, who: str) -> list[Pupil]:
    """List the pupils of the newest year with this number, id or name."""
    rows = select(Pupil).where(
        Pupil.school == school,
        (Pupil.sourced_id == who) | (Pupil.id == who) | (Pupil.name == who),
    )
    return _newest(desk.scalars(rows))


def count_seated(desk: Desk, school: str, year: str) -> int:
    """Count the pupils of a school year who have a class."""
    seats = select(Membership.pupil).join(Pupil, Pupil.id == Membership.pupil)
    ours = seats.where(Pupil.school == school, Pupil.school_year == year).distinct()
    return desk.scalar(select(func.count()).select_from(ours.subquery())) or 0


def find_teacher(desk: Desk, school: str, who: str) -> Teacher | None:
    """Find a teacher by sourced id, id or whole name, if only one fits."""
    return _only(teachers_named(desk, school, who))


def teachers_named(desk: Desk, school: str, who: str) -> list[Teacher]:
    """List the teachers with this sourced id, id or whole name."""
    rows = select(Teacher).where(
        Teacher.school == school,
        (Teacher.sourced_id == who) | (Teacher.id == who) | (Teacher.name == who),
    )
    return list(desk.scalars(rows))


def teachers(desk: Desk, school: str) -> list[Teacher]:
    """List the teachers of a school by name."""
    rows = select(Teacher).where(Teacher.school == school)
    return list(desk.scalars(rows.order_by(Teacher.name)))


def pupils_of(desk: Desk, klass: str) -> list[Pupil]:
    """List the pupils of a class in sorting order."""
    rows = (
        select(Pupil)
        .join(Membership, Membership.pupil == Pupil.id)
        .where(Membership.class_group == klass)
        .order_by(Pupil.sort, Pupil.id)
    )
    return list(desk.scalars(rows))


def classes_of(desk: Desk, pupil: str) -> list[ClassGroup]:
    """List the classes of a pupil by name."""
    rows = (
        select(ClassGroup)
        .join(Membership, Membership.class_group == ClassGroup.id)
        .where(Membership.pupil == pupil)
        .order_by(ClassGroup.name)
    )
    return list(desk.scalars(rows))


def teachers_of(desk: Desk, klass: str) -> list[tuple[Teacher, date, date]]:
    """List who teaches a class, from when and until when, by name."""
    rows = (
        select(Teacher, Teaches.since, Teaches.until)
        .join(Teaches, Teaches.teacher == Teacher.id)
        .where(Teaches.class_group == klass)
        .order_by(Teacher.name)
    )
    return [(row[0], row[1], row[2]) for row in desk.execute(rows)]


def slots_of(desk: Desk, klass: str) -> list[Slot]:
    """List the lessons of a class, weekly ones first."""
    rows = select(Slot).where(Slot.class_group == klass)
    return sorted(
        desk.scalars(rows),
        key=lambda slot: (slot.on_date is not None, slot.weekday or 0, slot.starts),
    )


def stand_in(desk: Desk, teacher: str, klass: str, instead_of: str) -> int:
    """Name a teacher in each lesson of a colleague in a class; gives how many.

    It gives power only on the days on which this teacher has the class.
    """
    rows = (
        select(SlotTeacher.slot)
        .join(Slot, Slot.id == SlotTeacher.slot)
        .where(Slot.class_group == klass, SlotTeacher.teacher == instead_of)
    )
    slots = list(desk.scalars(rows))
    for slot in slots:
        desk.merge(SlotTeacher(slot=slot, teacher=teacher))
    desk.flush()
    return len(slots)


def put_teaches(desk: Desk, teacher: str, klass: str, since: date, until: date) -> None:
    """Say, as the office, that a teacher teaches a class between two dates."""
    desk.merge(
        Teaches(
            teacher=teacher,
            class_group=klass,
            since=since,
            until=until,
            origin=Origin.OFFICE,
        )
    )
    desk.flush()


def _newest(found: Iterable[_Yearly]) -> list[_Yearly]:
    """Keep what is of the newest school year among them."""
    rows = list(found)
    newest = max((row.school_year for row in rows), default="")
    return [row for row in rows if row.school_year == newest]


def _only(found: list[_Row]) -> _Row | None:
    return found[0] if len(found) == 1 else None
