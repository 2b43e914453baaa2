# SPDX-License-Identifier: GPL-3.0-or-later
"""A school year runs from 1 September to 31 August."""

from datetime import date

import pytest

from installer.admin.school_year import (
    first_day,
    is_name,
    school_year,
    year_end,
    year_start,
)


@pytest.mark.parametrize(
    ("day", "start", "end", "name"),
    [
        (date(2026, 9, 1), date(2026, 9, 1), date(2027, 8, 31), "2026-2027"),
        (date(2026, 8, 31), date(2025, 9, 1), date(2026, 8, 31), "2025-2026"),
        (date(2027, 1, 1), date(2026, 9, 1), date(2027, 8, 31), "2026-2027"),
    ],
)
def test_a_day_belongs_to_one_school_year(
    day: date, start: date, end: date, name: str
) -> None:
    assert (year_start(day), year_end(day), school_year(day)) == (start, end, name)
    assert first_day(name) == start


def test_a_year_is_known_by_its_name() -> None:
    assert first_day("2026-2027") == date(2026, 9, 1)
    assert is_name("2026-2027")
    for text in ("2026-2028", "2026", "26-27", "2026-2027x", "²026-²027", "", "-"):
        assert not is_name(text), text
