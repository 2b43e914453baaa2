# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.fields: small kinds of field."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from consent.documents import fields as f


def test_days_are_numbered_as_dates_are() -> None:
    assert [day.number for day in f.Day] == list(range(7))
    assert f.Day("mo").number == date(2027, 3, 8).weekday()


@pytest.mark.parametrize(
    ("clock", "minutes"), [("00:00", 0), ("10:20", 620), ("24:00", 1440)]
)
def test_a_clock_is_minutes_from_midnight(clock: str, minutes: int) -> None:
    assert f.minutes(clock) == minutes


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2027, 3, 8), date(2027, 8, 31)),
        (date(2027, 8, 31), date(2027, 8, 31)),
        (date(2027, 9, 1), date(2028, 8, 31)),
    ],
)
def test_a_day_lies_in_the_year_that_ends_in_august(day: date, end: date) -> None:
    assert f.last_august_31(day) == end


def test_a_school_year_begins_and_ends_in_its_two_years() -> None:
    assert f.year_first("2026-2027") == date(2026, 9, 1)
    assert f.year_end("2026-2027") == date(2027, 8, 31)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2027, 3, 8, 9, 20, 0, 1, UTC),
        datetime(2027, 3, 8, 9, 20, tzinfo=timezone(timedelta(hours=1))),
    ],
)
def test_a_time_is_utc_in_whole_seconds(at: datetime) -> None:
    with pytest.raises(ValueError, match="`issued`"):
        f.check_time("issued", at)
