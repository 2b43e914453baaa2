# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits in a class, and who teaches it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from consent.store.register.incoming import IncomingTeaching
from installer.admin.csv_rows import Fault, Row
from installer.admin.rosters.people import LEARNS, TEACHES, People
from installer.admin.rosters.reading import Reading

FILE: Final = "enrollments.csv"
MOST_PUPILS: Final = 400  # of a roster
MOST_TEACHERS: Final = 100  # of a class sheet
DATES: Final = ("beginDate", "endDate", "lastDate")
ONE_DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class Seats:
    """By class: its pupils and its teachers, in the order of the file."""

    pupils: dict[str, dict[str, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    teachers: dict[str, dict[str, IncomingTeaching]] = field(
        default_factory=lambda: defaultdict(dict)
    )


def read_seats(reading: Reading, groups: dict[str, Row], people: People) -> Seats:
    """Read who is in which class; other roles than these two are let go."""
    seats, every = (
        Seats(),
        {r.get("sourcedId") for r in reading.tables.rows("classes.csv")},
    )
    for row in reading.tables.rows(FILE):
        klass, user, role = (
            row.get("classSourcedId"),
            row.get("userSourcedId"),
            row.get("role").lower(),
        )
        if klass not in every:
            reading.faults += _no_class(reading, row, klass)
        elif klass not in groups or role not in {LEARNS, *TEACHES}:
            continue
        elif role == LEARNS and user in people.pupils:
            if not _has_left(reading, row):
                seats.pupils[klass][user] = None
        elif role in TEACHES and user in people.others:
            _teach(reading, row, user, seats.teachers[klass])
        else:
            reading.faults += _no_user(reading, row, user)
    _check_sizes(reading, groups, seats)
    return seats


def _has_left(reading: Reading, row: Row) -> bool:
    """Say whether a pupil's place is over: systems keep such a row all year."""
    end = _day(reading, row, "endDate")
    return end is not None and end <= reading.wish.today


def _teach(
    reading: Reading, row: Row, user: str, held: dict[str, IncomingTeaching]
) -> None:
    """Keep of one teacher in one class what is not over, and then what comes first."""
    span = _span(reading, row)
    if span is None:
        return
    coming = IncomingTeaching(user, *span)

    def place(one: IncomingTeaching) -> tuple[bool, date]:
        return one.until < reading.wish.today, one.since

    held[user] = min(held.get(user, coming), coming, key=place)


def _span(reading: Reading, row: Row) -> tuple[date, date] | None:
    """Give the first and the last day; None: there is none.

    An endDate is the day after the last one (1EdTech); a mapping names the last itself.
    """
    begin, end, last = (_day(reading, row, name) for name in DATES)
    over = end or last
    if begin and over and over < begin:
        told = "endDate" if end else "lastDate"
        reading.faults.append(row.fault(told, "csv.ends_first"))
    since, until = begin or reading.year.first, last or reading.year.last
    if end:
        until = end - ONE_DAY if end > since else date.min
    return (since, until) if since <= until else None


def _day(reading: Reading, row: Row, column: str) -> date | None:
    return reading.date(row, column) if row.get(column) else None


def _no_class(reading: Reading, row: Row, klass: str) -> Iterator[Fault]:
    if not reading.tables.in_doubt("classes.csv", "sourcedId", klass):
        yield row.fault("classSourcedId", "csv.no_class", name=klass)


def _no_user(reading: Reading, row: Row, user: str) -> Iterator[Fault]:
    doubts = (("users.csv", "sourcedId"), ("roles.csv", "userSourcedId"))
    if not any(reading.tables.in_doubt(file, column, user) for file, column in doubts):
        learns = row.get("role").lower() == LEARNS
        key = "csv.no_student" if learns else "csv.no_teacher"
        yield row.fault("userSourcedId", key, name=user)


def _check_sizes(reading: Reading, groups: dict[str, Row], seats: Seats) -> None:
    for klass, row in groups.items():
        for count, most, key in (
            (len(seats.pupils[klass]), MOST_PUPILS, "csv.many_pupils"),
            (len(seats.teachers[klass]), MOST_TEACHERS, "csv.many_teachers"),
        ):
            if count > most:
                reading.faults.append(row.fault("title", key, count=count, most=most))
