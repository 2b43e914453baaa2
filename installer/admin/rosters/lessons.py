# SPDX-License-Identifier: GPL-3.0-or-later
"""The timetable: slots.csv, a file of ours beside a set of any sort."""

from collections import defaultdict
from datetime import date
from typing import Final

from consent.store.register.incoming import IncomingSlot
from installer.admin.csv_rows import Row
from installer.admin.rosters.births import read_date
from installer.admin.rosters.groups import TITLE_CHARS
from installer.admin.rosters.reading import Reading
from installer.admin.rosters.seats import Seats

FILE: Final = "slots.csv"
WEEKDAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
MOST_TEACHERS: Final = 20  # of one lesson
MOST_WEEKLY: Final = 200  # of a class sheet
MOST_EXTRA: Final = 400  # (idem)
LAST_HOUR: Final = 23
LAST_MINUTE: Final = 59


def read_lessons(
    reading: Reading, groups: dict[str, Row], seats: Seats
) -> dict[str, list[IncomingSlot]]:
    """Read the lessons of each class."""
    lessons: dict[str, list[IncomingSlot]] = defaultdict(list)
    for row in reading.tables.rows(FILE):
        klass = row.get("classSourcedId")
        if klass in groups:
            faults = len(reading.faults)
            slot = _slot(reading, row, set(seats.teachers[klass]))
            if len(reading.faults) == faults:
                _check(reading, row, slot, lessons[klass])
                lessons[klass].append(slot)
        elif not reading.tables.in_doubt("classes.csv", "sourcedId", klass):
            reading.faults.append(
                row.fault("classSourcedId", "csv.no_class", name=klass)
            )
    return lessons


def _slot(reading: Reading, row: Row, allowed: set[str]) -> IncomingSlot:
    day = row.get("day").lower()
    weekday = WEEKDAYS.index(day) if day in WEEKDAYS else None
    on_date = _date(reading, row) if weekday is None else None
    starts, ends = _clock(reading, row, "starts"), _clock(reading, row, "ends")
    if starts and ends and (starts == ends or (starts > ends and not on_date)):
        reading.faults.append(row.fault("ends", "csv.backwards"))
    teachers = tuple(
        dict.fromkeys(t.strip() for t in row.get("teachers").split(";") if t.strip())
    )
    if not 0 < len(teachers) <= MOST_TEACHERS:
        fault = row.fault("teachers", "csv.lesson_teachers", most=MOST_TEACHERS)
        reading.faults.append(fault)
    for teacher in teachers:
        if teacher not in allowed and not _may_teach(reading, teacher):
            reading.faults.append(row.fault("teachers", "csv.not_theirs", name=teacher))
    reading.words(row, "subject")
    subject = row.get("subject")[:TITLE_CHARS]
    return IncomingSlot(weekday, on_date, starts, ends, subject, teachers)


def _date(reading: Reading, row: Row) -> date | None:
    found = read_date(row.get("day"), reading.wish.dates)
    if found is None:
        reading.faults.append(row.fault("day", "csv.slot_day"))
    return found


def _check(
    reading: Reading, row: Row, slot: IncomingSlot, others: list[IncomingSlot]
) -> None:
    """Refuse what no class sheet can say: two lessons at once, or far too many."""
    if slot.weekday is not None:
        same = [other for other in others if other.weekday == slot.weekday]
        if any(slot.starts < o.ends and o.starts < slot.ends for o in same):
            reading.faults.append(row.fault("starts", "csv.overlap"))
    alike = sum((o.weekday is None) == (slot.weekday is None) for o in others)
    if alike >= (MOST_EXTRA if slot.weekday is None else MOST_WEEKLY):
        reading.faults.append(row.fault("classSourcedId", "csv.many_lessons"))


def _may_teach(reading: Reading, teacher: str) -> bool:
    """Say whether a fault elsewhere may be why this teacher is not in the class."""
    return reading.tables.in_doubt(
        "users.csv", "sourcedId", teacher
    ) or reading.tables.in_doubt("enrollments.csv", "userSourcedId", teacher)


def _clock(reading: Reading, row: Row, column: str) -> str:
    hours, _, minutes = row.get(column).partition(":")
    if hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2:  # noqa: PLR2004 -- HH:MM
        hour, minute = int(hours[:3]), int(minutes)
        if hour <= LAST_HOUR and minute <= LAST_MINUTE:
            return f"{hour:02}:{minute:02}"
    reading.faults.append(row.fault(column, "csv.clock"))
    return ""
