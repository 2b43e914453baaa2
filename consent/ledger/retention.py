# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a record is kept: until 30 days after its school year, unless held.

Source: docs/spec/ledger.md "How long"; GDPR art. 5(1)(e); docs/rights.md R-35.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

KEPT_AFTER_YEAR: Final = timedelta(days=30)
_FIRST_MONTH: Final = 9  # a school year begins on 1 September


def year_begins(day: date) -> date:
    """Give the 1 September that a day's school year began on."""
    year = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return date(year, _FIRST_MONTH, 1)


def kept_since(today: date) -> date:
    """Give the first day whose lines are still kept."""
    begins = year_begins(today)
    if today > begins - timedelta(days=1) + KEPT_AFTER_YEAR:
        return begins
    return year_begins(begins - timedelta(days=1))


def drop_before(now: datetime, zone: tzinfo) -> datetime:
    """Give the moment before which a laptop's lines are dropped."""
    first = kept_since(now.astimezone(zone).date())
    return datetime.combine(first, time(), zone)


def months_due(origins: Iterable[str], today: date) -> list[str]:
    """Give the trees whose month is no longer kept."""
    return months_before(origins, kept_since(today))


def months_before(origins: Iterable[str], day: date) -> list[str]:
    """Give the trees of the months before a day's."""
    first = day.strftime("%Y-%m")
    return [origin for origin in origins if origin.rsplit("/", 1)[-1] < first]
