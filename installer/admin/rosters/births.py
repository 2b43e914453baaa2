# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from a birth date, so that the date itself can be forgotten.

A date that is kept tells a birthday only when the pupil comes of age this very school
year; all others read like everybody's. Source: docs/adr/0133; docs/rights.md R-19.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from consent.documents.fields import Band, year_end
from installer.admin.school_year import first_day, school_year

YOUNG_UNTIL_AGE: Final = 10
OLDEST: Final = date(1900, 1, 1)
YOUNGEST_AGE: Final = 2
_PLAIN: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SPLIT: Final = re.compile(r"([0-9]{1,4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,4})")


class Dates(StrEnum):
    """In which order a file writes its dates; years always have four digits."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True, slots=True)
class Year:
    """One school year, and from which age on a pupil decides alone in it."""

    name: str  # as "2026-2027"
    guardian_age: int

    @property
    def first(self) -> date:
        """Give its first day."""
        return first_day(self.name)

    @property
    def last(self) -> date:
        """Give its last day."""
        return year_end(self.name)

    def decider_from(self, born: date | None) -> date:
        """Say from which day on a pupil decides alone; never the birthday itself.

        Unknown: not in this year. Of age before it: from its first day. Of age in a
        later year: from the last day of that one.
        """
        if born is None:
            return self.last
        day = _birthday(born, self.guardian_age)
        if day <= self.first:
            return self.first
        return day if day <= self.last else year_end(school_year(day))

    def band(self, born: date | None) -> Band:
        """Say which words a pupil gets."""
        young = born and self.first.year - born.year < YOUNG_UNTIL_AGE
        return Band.SIX_TO_NINE if young else Band.TEN_AND_UP


def read_date(text: str, order: Dates) -> date | None:
    """Read a date; None when it is none, or could be another.

    Args:
        text: as 2012-03-04 or 20120304 whatever the order; a time behind it is cut.
        order: what 04/03/2012 means.
    """
    day = text.partition("T")[0].strip()
    plain = _PLAIN.fullmatch(day)
    if plain:
        return _date(*plain.groups())
    split = _SPLIT.fullmatch(day)
    if split is None:
        return None
    one, two, three = split.groups()
    if len(one) == 4:  # noqa: PLR2004 -- a year
        return _date(one, two, three)
    parts = {Dates.DMY: (three, two, one), Dates.MDY: (three, one, two)}.get(order)
    return _date(*parts) if parts and len(three) == 4 else None  # noqa: PLR2004 -- (idem)


def is_no_day(text: str) -> bool:
    """Say whether this is written as a date, and is none in any order."""
    day = text.partition("T")[0].strip()
    split = _SPLIT.fullmatch(day)
    has_year = split and 4 in {len(split[1]), len(split[3])}  # noqa: PLR2004 -- a year
    written = bool(_PLAIN.fullmatch(day) or has_year)
    return written and all(read_date(day, order) is None for order in Dates)


def can_be_a_pupils(born: date, today: date) -> bool:
    """Say whether somebody born then can sit in a class."""
    return born >= OLDEST and _birthday(born, YOUNGEST_AGE) <= today


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _birthday(born: date, age: int) -> date:
    """Who was born on a leap day comes of age on 1 March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
