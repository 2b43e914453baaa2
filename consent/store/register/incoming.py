# SPDX-License-Identifier: GPL-3.0-or-later
"""A roster as another system knows it, checked, on its way into the register.

No birth date is in it: only what follows from one.
Source: docs/spec/rosters.md.
"""

from dataclasses import dataclass
from datetime import date

from consent.purpose import GUARDIAN_AGE


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
    pupils: tuple[str, ...]
    teachings: tuple[IncomingTeaching, ...]
    slots: tuple[IncomingSlot, ...] | None = None


@dataclass(frozen=True, slots=True)
class IncomingSet:
    """All of a school in one school year; every reference in it leads somewhere."""

    school_year: str
    guardian_age: int = GUARDIAN_AGE  # what decider_from was reckoned with
    pupils: tuple[IncomingPupil, ...] = ()
    teachers: tuple[tuple[str, str], ...] = ()  # sourced id, name
    classes: tuple[IncomingClass, ...] = ()
