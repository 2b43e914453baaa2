# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a teacher could reach: classes, days, and every pupil of the school.

Source: docs/spec/office.md "affected"; docs/rights.md R-38.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from consent.documents.fields import year_end, year_first
from consent.store.register.models import (
    ClassGroup,
    Membership,
    Pupil,
    Slot,
    SlotTeacher,
    Teaches,
)
from consent.store.register.register import Desk


@dataclass(frozen=True, slots=True)
class Taught:
    """A class that a teacher had, from day to day."""

    klass: ClassGroup
    since: date
    until: date


def taught_by(desk: Desk, teacher: str) -> list[Taught]:
    """List the classes of a teacher in all years held, substitutions too.

    A class with a lesson that names the teacher counts for its whole year when nobody
    wrote down from when until when.
    """
    days = {
        row.class_group: (row.since, row.until)
        for row in desk.scalars(select(Teaches).where(Teaches.teacher == teacher))
    }
    named = (
        select(Slot.class_group)
        .join(SlotTeacher, SlotTeacher.slot == Slot.id)
        .where(SlotTeacher.teacher == teacher)
    )
    wanted = days.keys() | set(desk.scalars(named))
    rows = select(ClassGroup).where(ClassGroup.id.in_(wanted))
    return [
        Taught(klass, *days.get(klass.id, _whole(klass.school_year)))
        for klass in desk.scalars(rows.order_by(ClassGroup.name, ClassGroup.id))
    ]


def everybody(desk: Desk, school: str) -> list[tuple[Pupil, ClassGroup | None]]:
    """List each pupil with each class; None: has left, and the class is not known."""
    rows = (
        select(Pupil, ClassGroup)
        .outerjoin(Membership, Membership.pupil == Pupil.id)
        .outerjoin(ClassGroup, ClassGroup.id == Membership.class_group)
        .where(Pupil.school == school)
        .order_by(
            Pupil.school_year.desc(),
            ClassGroup.name.is_(None),
            ClassGroup.name,
            Pupil.sort,
            Pupil.id,
        )
    )
    return [(row[0], row[1]) for row in desk.execute(rows)]


def _whole(school_year: str) -> tuple[date, date]:
    return year_first(school_year), year_end(school_year)
