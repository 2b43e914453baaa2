# SPDX-License-Identifier: GPL-3.0-or-later
"""What the register forgets, and when: thirty days after a school year.

With a class and its pupils go their seats, lessons, objections, guardians' decisions
and forms. Source: docs/spec/register.md "How long"; docs/rights.md R-35.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import delete, exists, select

from consent.documents.fields import year_end
from consent.ledger.retention import KEPT_AFTER_YEAR
from consent.store.register.models import (
    Act,
    ClassGroup,
    Pupil,
    Teacher,
    Teaches,
    Token,
)
from consent.store.register.register import Desk

ACTS_KEPT: Final = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many of each went."""

    pupils: int = 0
    classes: int = 0
    teachers: int = 0

    def __bool__(self) -> bool:
        """Say whether anything of a person went."""
        return bool(self.pupils or self.classes or self.teachers)


def forget(desk: Desk, school: str, now: datetime, today: date) -> Forgotten:
    """Delete what is past its time; nothing else, and nothing by choice.

    Args:
        desk: where.
        school: of which school.
        now: for what was written with a time.
        today: the day in the school's own zone.
    """
    desk.execute(delete(Act).where(Act.school == school, Act.at < now - ACTS_KEPT))
    desk.execute(
        delete(Token).where(
            Token.school == school, Token.not_after < now - KEPT_AFTER_YEAR
        )
    )
    over = [year for year in _years(desk, school) if is_over(year, today)]
    if not over:
        return Forgotten()
    gone = Forgotten(
        pupils=_delete(desk, Pupil, school, over),
        classes=_delete(desk, ClassGroup, school, over),
        teachers=_delete_idle_teachers(desk, school),
    )
    desk.expire_all()
    return gone


def is_over(school_year: str, today: date) -> bool:
    """Say whether a school year is past its time."""
    return today > year_end(school_year) + KEPT_AFTER_YEAR


def _years(desk: Desk, school: str) -> set[str]:
    return {
        year
        for table in (Pupil, ClassGroup)
        for year in desk.scalars(
            select(table.school_year).where(table.school == school).distinct()
        )
    }


def _delete(
    desk: Desk, table: type[Pupil | ClassGroup], school: str, over: list[str]
) -> int:
    """Delete the rows of these years; what hangs on them goes along."""
    rows = delete(table).where(table.school == school, table.school_year.in_(over))
    return len(desk.execute(rows.returning(table.id)).all())


def _delete_idle_teachers(desk: Desk, school: str) -> int:
    idle = ~exists().where(Teaches.teacher == Teacher.id)
    rows = delete(Teacher).where(Teacher.school == school, idle)
    return len(desk.execute(rows.returning(Teacher.id)).all())
