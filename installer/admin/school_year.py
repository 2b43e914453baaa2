# SPDX-License-Identifier: GPL-3.0-or-later
"""The school year: from 1 September to 31 August."""

from datetime import date

STARTS_IN_MONTH = 9
NAME_CHARS = 9  # 2026-2027


def year_start(day: date) -> date:
    """Give the 1 September that a day belongs to."""
    year = day.year if day.month >= STARTS_IN_MONTH else day.year - 1
    return date(year, STARTS_IN_MONTH, 1)


def year_end(day: date) -> date:
    """Give the 31 August on which consents and papers of this year end."""
    return date(year_start(day).year + 1, 8, 31)


def first_day(name: str) -> date:
    """Give the first day of a school year, named as "2026-2027"."""
    return date(int(name[:4]), STARTS_IN_MONTH, 1)


def is_name(text: str) -> bool:
    """Say whether this names a school year, as "2026-2027"."""
    first, _, last = text.partition("-")
    digits = first.isdecimal() and last.isdecimal() and text.isascii()
    return digits and len(text) == NAME_CHARS and int(last) == int(first) + 1


def school_year(day: date) -> str:
    """Name the school year of a day, as "2026-2027"."""
    start = year_start(day).year
    return f"{start}-{start + 1}"
