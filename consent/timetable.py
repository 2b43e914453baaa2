# SPDX-License-Identifier: GPL-3.0-or-later
"""When a class has a lesson, in the school's own zone. No override exists.

Where the clock goes twice through an hour, or skips one, a lesson starts at the later
reading and ends at the earlier.

Source: docs/spec/decision.md, "Time"; docs/rights.md R-23.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from consent import purpose as p
from consent.documents import fields as f
from consent.documents.charter import Charter
from consent.documents.classes import ClassSheet

CLOSES_AFTER_BELL: Final = timedelta(seconds=60)

_DAY: Final = timedelta(days=1)
_MINUTES_A_DAY: Final = 24 * 60
_KEPT: Final = 256  # the same few lessons are asked about every second


@dataclass(frozen=True, slots=True)
class RunningSlot:
    """One lesson on one day. `starts` and `ends` are UTC; the end is no lesson."""

    slot: str
    subject: str
    teachers: tuple[str, ...]
    day: date
    starts: datetime
    ends: datetime

    def runs(self, now: datetime) -> bool:
        """Say whether the lesson is now."""
        return self.starts <= now < self.ends


def slot_at(
    charter: Charter, sheet: ClassSheet, zone: ZoneInfo, now: datetime
) -> RunningSlot | None:
    """Find the lesson that runs now; one of this day alone goes before a weekly one."""
    today = now.astimezone(zone).date()
    for day in (today, today - _DAY):  # a lesson may have begun before midnight
        for slot in slots_on(charter, sheet, zone, day):
            if slot.runs(now):
                return slot
    return None


def next_slot(
    charter: Charter, sheet: ClassSheet, zone: ZoneInfo, now: datetime, days: int = 14
) -> RunningSlot | None:
    """Find the first lesson that starts after now, within so many days."""
    today = now.astimezone(zone).date()
    for ahead in range(days + 1):
        slots = slots_on(charter, sheet, zone, today + timedelta(days=ahead))
        later = [slot for slot in slots if slot.starts > now]
        if later:
            return min(later, key=lambda slot: slot.starts)
    return None


def slots_on(
    charter: Charter, sheet: ClassSheet, zone: ZoneInfo, day: date
) -> Iterator[RunningSlot]:
    """Give the lessons that begin on a day, those of this day alone first."""
    if charter.is_holiday(day):
        return
    for extra in sheet.extra:
        if extra.day == day:
            end = f.minutes(extra.ends) + _MINUTES_A_DAY * extra.passes_midnight
            starts, ends = _between(day, f.minutes(extra.starts), end, zone)
            yield RunningSlot(
                extra.slot, extra.subject, extra.teachers, day, starts, ends
            )
    for slot in sheet.slots:
        if slot.weekday.number == day.weekday():
            starts, ends = _between(
                day, f.minutes(slot.starts), f.minutes(slot.ends), zone
            )
            yield RunningSlot(slot.slot, slot.subject, slot.teachers, day, starts, ends)


def day_ends(zone: ZoneInfo, day: date) -> datetime:
    """Give the first instant after a day."""
    return min(_readings(day, _MINUTES_A_DAY, zone))


def floor_ends(zone: ZoneInfo, now: datetime) -> datetime | None:
    """Give the end of the compiled hours that now lies in; None outside them."""
    day = now.astimezone(zone).date()
    if day.weekday() not in p.FLOOR_WEEKDAYS:
        return None
    return _end_if_within(
        day, p.FLOOR_FROM_HOUR * 60, p.FLOOR_UNTIL_HOUR * 60, zone, now
    )


def hours_end(charter: Charter, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Give the end of the school's own hours that now lies in; None outside them."""
    day = now.astimezone(zone).date()
    hours = charter.hours
    if day.weekday() not in {x.number for x in hours.days}:
        return None
    return _end_if_within(
        day, f.minutes(hours.starts), f.minutes(hours.ends), zone, now
    )


def misfit(charter: Charter, sheet: ClassSheet) -> str:
    """Name the first lesson outside the charter's hours or on a holiday, or give ""."""
    days = {day.number for day in charter.hours.days}
    for slot in sheet.slots:
        if slot.weekday.number not in days or not _fits(
            charter, slot.starts, slot.ends
        ):
            return f"{slot.weekday} {slot.starts}-{slot.ends}"
    for extra in sheet.extra:
        if (
            extra.passes_midnight
            or extra.day.weekday() not in days
            or charter.is_holiday(extra.day)
            or not _fits(charter, extra.starts, extra.ends)
        ):
            return f"{extra.day.isoformat()} {extra.starts}-{extra.ends}"
    return ""


def is_door_open(
    charter: Charter | None,
    sheets: Iterable[ClassSheet],
    zone: ZoneInfo,
    now: datetime,
) -> bool:
    """Say whether a laptop lets itself be found: in the last known slots, fresh or not.

    It stays open 60 s past the bell, so that what is owed can still be said. Where no
    slot is known, the compiled hours are the slot.
    """
    known = tuple(sheets)
    if charter is None or not known:
        return floor_ends(zone, now) is not None
    moments = (now, now - CLOSES_AFTER_BELL)
    return any(
        slot_at(charter, sheet, zone, moment) is not None
        for sheet in known
        for moment in moments
    )


def _fits(charter: Charter, starts: str, ends: str) -> bool:
    hours = charter.hours
    return f.minutes(hours.starts) <= f.minutes(starts) and f.minutes(
        ends
    ) <= f.minutes(hours.ends)


def _end_if_within(
    day: date, from_minute: int, to_minute: int, zone: ZoneInfo, now: datetime
) -> datetime | None:
    starts, ends = _between(day, from_minute, to_minute, zone)
    return ends if starts <= now < ends else None


@lru_cache(maxsize=_KEPT)
def _between(
    day: date, from_minute: int, to_minute: int, zone: ZoneInfo
) -> tuple[datetime, datetime]:
    return max(_readings(day, from_minute, zone)), min(_readings(day, to_minute, zone))


def _readings(day: date, minute: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Give both instants a wall clock may mean: one, but for two nights a year."""
    local = datetime.combine(day, time(), zone) + timedelta(minutes=minute)
    return local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
