# SPDX-License-Identifier: GPL-3.0-or-later
"""A school year's lines go 30 days after it, and not a day before."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from consent.ledger import retention
from tests.fakes.records import KLASS, SCHOOL, TEACHER


@pytest.mark.parametrize(
    ("today", "since"),
    [
        (date(2027, 3, 8), date(2026, 9, 1)),
        (date(2027, 8, 31), date(2026, 9, 1)),
        (date(2027, 9, 1), date(2026, 9, 1)),
        (date(2027, 9, 30), date(2026, 9, 1)),
        (date(2027, 10, 1), date(2027, 9, 1)),
        (date(2028, 1, 1), date(2027, 9, 1)),
    ],
)
def test_R35_a_year_is_kept_until_thirty_days_after_it(
    today: date, since: date
) -> None:
    assert retention.kept_since(today) == since


def test_a_day_begins_at_midnight_of_the_school() -> None:
    zone = ZoneInfo("Europe/Brussels")
    now = datetime(2027, 9, 30, 22, 30, tzinfo=UTC)  # already 1 October there
    assert retention.drop_before(now, zone) == datetime(2027, 9, 1, tzinfo=zone)
    earlier = datetime(2027, 9, 30, 21, 30, tzinfo=UTC)
    assert retention.drop_before(earlier, zone) == datetime(2026, 9, 1, tzinfo=zone)


def test_R35_months_of_a_past_year_are_due() -> None:
    origins = [
        f"inzage/{SCHOOL}/{KLASS}/{TEACHER}/{month}"
        for month in ("2026-09", "2027-06", "2027-08", "2027-09", "2027-10")
    ]
    assert retention.months_due(origins, date(2027, 9, 30)) == []
    assert retention.months_due(origins, date(2027, 10, 1)) == origins[:3]
