# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of field a document may have, each with its limit.

Source: docs/spec/documents.md, "Kinds of field".
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta

U53_MAX: Final = 2**53 - 1

Id = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]  # 16 random bytes
Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]  # SHA-256
Key = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]  # a raw public key
Sig = Annotated[str, Meta(pattern="^[0-9a-f]{128}$")]  # Ed25519
Der = Annotated[str, Meta(pattern="^([0-9a-f]{2}){1,4096}$")]
Code = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]
U8 = Annotated[int, Meta(ge=0, le=2**8 - 1)]
U32 = Annotated[int, Meta(ge=0, le=2**32 - 1)]
U53 = Annotated[int, Meta(ge=0, le=U53_MAX)]
Serial = Annotated[int, Meta(ge=1, le=U53_MAX)]
Time = Annotated[datetime, Meta(tz=True)]  # RFC 3339, UTC, whole seconds, Z
Clock = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
SchoolYear = Annotated[str, Meta(pattern="^20[0-9]{2}-20[0-9]{2}$")]
Text20 = Annotated[str, Meta(min_length=1, max_length=20)]
Text40 = Annotated[str, Meta(min_length=1, max_length=40)]
Text80 = Annotated[str, Meta(min_length=1, max_length=80)]
Text140 = Annotated[str, Meta(min_length=1, max_length=140)]
Text200 = Annotated[str, Meta(min_length=1, max_length=200)]
Text4000 = Annotated[str, Meta(min_length=1, max_length=4_000)]


class Day(StrEnum):
    """A day of the week, in the order of `date.weekday()`."""

    MONDAY = "mo"
    TUESDAY = "tu"
    WEDNESDAY = "we"
    THURSDAY = "th"
    FRIDAY = "fr"
    SATURDAY = "sa"
    SUNDAY = "su"

    @property
    def number(self) -> int:
        """Give the number `date.weekday()` has for it: Monday is 0."""
        return list(Day).index(self)


class Lang(StrEnum):
    """The languages of the school's texts."""

    NL = "nl"
    EN = "en"
    FR = "fr"


class Band(StrEnum):
    """Which words a pupil gets."""

    SIX_TO_NINE = "6-9"
    TEN_AND_UP = "10+"


def minutes(clock: str) -> int:
    """Count the minutes from midnight to HH:MM; 24:00 is the end of the day."""
    return int(clock[:2]) * 60 + int(clock[3:])


def check_time(name: str, at: datetime) -> None:
    """Refuse a time that is not UTC in whole seconds.

    Raises:
        ValueError: names the field; msgspec turns it into its own error on decode.
    """
    if at.utcoffset() != timedelta(0) or at.microsecond:
        raise ValueError(f"`{name}` must be UTC in whole seconds")


def last_august_31(day: date) -> date:
    """Give the end of the school year that a day lies in."""
    end = date(day.year, 8, 31)
    return end if day <= end else date(day.year + 1, 8, 31)


def year_first(school_year: str) -> date:
    """Give the 1 September that begins a school year written 2026-2027."""
    return date(int(school_year[:4]), 9, 1)


def year_end(school_year: str) -> date:
    """Give the 31 August that ends a school year written 2026-2027."""
    return date(int(school_year[5:]), 8, 31)
