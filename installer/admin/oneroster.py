# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a OneRoster 1.1 or 1.2 CSV set, and our own slots.csv beside it.

Birth dates become the day from which the pupil decides alone, and are dropped.
E-mail, phone, sex and addresses are never read.

Source: 1EdTech OneRoster CSV tables; docs/admin-guide.md "Klassen".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from consent.purpose import GUARDIAN_AGE
from consent.store.register.incoming import (
    IncomingClass,
    IncomingPupil,
    IncomingSet,
    IncomingSlot,
    IncomingTeaching,
)
from installer.admin.csv_rows import WHOLE_FILE, Fault, Row, Sheet, read_sheet
from installer.admin.school_year import school_year, year_end, year_start
from installer.admin.trouble import said

NAME_CHARS: Final = 80
TITLE_CHARS: Final = 40
YOUNG_UNTIL_AGE: Final = 10
COLUMNS: Final = {  # in the order in which they lean on each other
    "users.csv": ("sourcedId", "givenName", "familyName"),
    "roles.csv": ("userSourcedId", "role"),
    "demographics.csv": ("sourcedId",),
    "classes.csv": ("sourcedId", "title"),
    "enrollments.csv": ("classSourcedId", "userSourcedId", "role"),
    "slots.csv": ("classSourcedId", "day", "starts", "ends", "subject", "teachers"),
}
MUST: Final = ("users.csv", "classes.csv", "enrollments.csv")
NOT_NEEDED: Final = frozenset(  # other tables of a OneRoster set
    f"{name}.csv"
    for name in (
        *("manifest", "orgs", "academicsessions", "courses", "categories"),
        *("lineitems", "results", "resources", "classresources", "courseresources"),
        *("userprofiles", "userresources", "scorescales", "lineitemscorescales"),
    )
)
WEEKDAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(slots=True)
class _Found:
    """What has been read so far.

    `sheets` holds what each file gave. Whoever names a row of a file that is in doubt
    is not wrong: the fault is told where it is.
    """

    today: date
    guardian_age: int
    sheets: dict[str, Sheet] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    born: dict[str, date] = field(default_factory=dict)
    pupils: dict[str, IncomingPupil] = field(default_factory=dict)
    teachers: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    teachings: dict[str, list[IncomingTeaching]] = field(default_factory=dict)
    slots: dict[str, list[IncomingSlot]] = field(default_factory=dict)


def read_set(
    files: Mapping[str, bytes], today: date, *, guardian_age: int = GUARDIAN_AGE
) -> IncomingSet | list[Fault]:
    """Read a whole set, or say every single thing that is wrong with it.

    Args:
        files: name -> bytes; users.csv, classes.csv and enrollments.csv must be there.
        today: for the school year.
        guardian_age: from this birthday on the pupil decides.
    """
    found = _Found(today, guardian_age)
    for name, columns in COLUMNS.items():
        found.sheets[name] = _sheet(name, files.get(name), columns)
        found.faults += found.sheets[name].faults
    found.faults += [
        Fault(name, 0, WHOLE_FILE, said("csv.unknown", names=", ".join(COLUMNS)))
        for name in files.keys() - COLUMNS.keys() - NOT_NEEDED
    ]
    _read_births(found)
    _read_users(found)
    _read_classes(found)
    _read_enrollments(found)
    _read_slots(found)
    if found.faults:
        return sorted(found.faults, key=_place)
    return _gathered(found, with_slots="slots.csv" in files)


def _sheet(name: str, data: bytes | None, columns: tuple[str, ...]) -> Sheet:
    if data is not None:
        return read_sheet(name, data, columns)
    if name not in MUST:
        return Sheet()
    return Sheet().spoil(Fault(name, 0, WHOLE_FILE, said("csv.no_file")))


def _place(fault: Fault) -> tuple[int, int, str]:
    """Order faults so that a cause stands before what leans on it."""
    names = list(COLUMNS)
    at = names.index(fault.file) if fault.file in names else len(names)
    return at, fault.line, fault.column


def _gathered(found: _Found, *, with_slots: bool) -> IncomingSet:
    return IncomingSet(
        school_year=school_year(found.today),
        pupils=tuple(found.pupils.values()),
        teachers=tuple(found.teachers.items()),
        classes=tuple(
            IncomingClass(
                sourced_id=sourced_id,
                name=title,
                pupils=tuple(found.members.get(sourced_id, ())),
                teachings=tuple(found.teachings.get(sourced_id, ())),
                slots=tuple(found.slots.get(sourced_id, ())) if with_slots else None,
            )
            for sourced_id, title in found.titles.items()
        ),
    )


def _in_doubt(found: _Found, name: str, column: str, value: str) -> bool:
    """Say whether a file may hold a row with this value, were it not for a fault."""
    sheet = found.sheets[name]
    return not sheet.is_whole or any(
        row.get(column) in {value, ""} for row in sheet.doubtful
    )


def _read_births(found: _Found) -> None:
    for row in _active("demographics.csv", found):
        if row.get("birthDate"):
            born = _date(row, "birthDate", found)
            if born:
                found.born[row.get("sourcedId")] = born


def _read_users(found: _Found) -> None:
    role_of: dict[str, str] = {}
    for row in _active("roles.csv", found):
        role_of.setdefault(row.get("userSourcedId"), row.get("role"))
    for row in _active("users.csv", found):
        sourced_id = row.get("sourcedId")
        role = row.get("role") or role_of.get(sourced_id, "")
        if sourced_id in found.pupils or sourced_id in found.teachers:
            found.faults.append(row.fault("sourcedId", "csv.twice"))
        elif role == "student":
            _add_pupil(found, row)
        elif role == "teacher":
            found.teachers[sourced_id] = _name(row, found)


def _add_pupil(found: _Found, row: Row) -> None:
    sourced_id = row.get("sourcedId")
    born = found.born.get(sourced_id)
    found.pupils[sourced_id] = IncomingPupil(
        sourced_id=sourced_id,
        name=_name(row, found),
        sort=f"{row.get('familyName')} {row.get('givenName')}"[:NAME_CHARS],
        decider_from=_decides_from(born, found),
        band=_band(born, found),
    )


def _decides_from(born: date | None, found: _Found) -> date:
    """Unknown age: somebody who cares for the pupil must say yes too, all year."""
    if born is None:
        return year_end(found.today)
    year = born.year + found.guardian_age
    leap_day = born.month == 2 and born.day == 29  # noqa: PLR2004 -- 29 February
    return date(year, 3, 1) if leap_day else date(year, born.month, born.day)


def _band(born: date | None, found: _Found) -> str:
    start = year_start(found.today)
    young = born is not None and start.year - born.year < YOUNG_UNTIL_AGE
    return "6-9" if young else "10+"


def _name(row: Row, found: _Found) -> str:
    name = f"{row.get('givenName')} {row.get('familyName')}"
    if len(name) > NAME_CHARS:
        found.faults.append(row.fault("familyName", "csv.long", most=NAME_CHARS))
    return name


def _read_classes(found: _Found) -> None:
    for row in _active("classes.csv", found):
        sourced_id = row.get("sourcedId")
        if sourced_id in found.titles:
            found.faults.append(row.fault("sourcedId", "csv.twice"))
        if len(row.get("title")) > TITLE_CHARS:
            found.faults.append(row.fault("title", "csv.long", most=TITLE_CHARS))
        found.titles[sourced_id] = row.get("title")


def _read_enrollments(found: _Found) -> None:
    for row in _active("enrollments.csv", found):
        klass, user = row.get("classSourcedId"), row.get("userSourcedId")
        if klass not in found.titles:
            found.faults += _no_class(found, row, klass)
        elif row.get("role") == "student" and user in found.pupils:
            members = found.members.setdefault(klass, [])
            if user not in members:
                members.append(user)
        elif row.get("role") == "teacher" and user in found.teachers:
            _add_teaching(found, row, klass, user)
        elif row.get("role") in {"student", "teacher"}:
            found.faults += _no_user(found, row, user)


def _no_class(found: _Found, row: Row, klass: str) -> Iterator[Fault]:
    if not _in_doubt(found, "classes.csv", "sourcedId", klass):
        yield row.fault("classSourcedId", "csv.no_class", name=klass)


def _no_user(found: _Found, row: Row, user: str) -> Iterator[Fault]:
    doubts = (("users.csv", "sourcedId"), ("roles.csv", "userSourcedId"))
    if not any(_in_doubt(found, file, column, user) for file, column in doubts):
        key = "csv.no_student" if row.get("role") == "student" else "csv.no_teacher"
        yield row.fault("userSourcedId", key, name=user)


def _add_teaching(found: _Found, row: Row, klass: str, user: str) -> None:
    since = _date(row, "beginDate", found) if row.get("beginDate") else None
    until = _date(row, "endDate", found) if row.get("endDate") else None
    teaching = IncomingTeaching(
        teacher=user,
        since=since or year_start(found.today),
        until=until or year_end(found.today),
    )
    if all(user != other.teacher for other in found.teachings.get(klass, ())):
        found.teachings.setdefault(klass, []).append(teaching)


def _read_slots(found: _Found) -> None:
    for row in found.sheets["slots.csv"].rows:
        klass = row.get("classSourcedId")
        if klass not in found.titles:
            found.faults += _no_class(found, row, klass)
            continue
        slot = _slot(row, found, {t.teacher for t in found.teachings.get(klass, ())})
        if slot:
            found.slots.setdefault(klass, []).append(slot)


def _slot(row: Row, found: _Found, allowed: set[str]) -> IncomingSlot | None:
    faults = len(found.faults)
    day = row.get("day").lower()
    weekday = WEEKDAYS.index(day) if day in WEEKDAYS else None
    on_date = None if weekday is not None else _date(row, "day", found, "csv.slot_day")
    starts, ends = (_clock(row, column, found) for column in ("starts", "ends"))
    is_backwards = starts == ends or (starts > ends and on_date is None)
    if starts and ends and is_backwards:
        found.faults.append(row.fault("ends", "csv.backwards"))
    teachers = tuple(t.strip() for t in row.get("teachers").split(";") if t.strip())
    for teacher in teachers:
        if teacher not in allowed and not _may_teach(found, teacher):
            found.faults.append(row.fault("teachers", "csv.not_theirs", name=teacher))
    if len(found.faults) > faults:
        return None
    return IncomingSlot(
        weekday, on_date, starts, ends, row.get("subject")[:TITLE_CHARS], teachers
    )


def _may_teach(found: _Found, teacher: str) -> bool:
    """Say whether a fault elsewhere may be why this teacher is not in the class."""
    return _in_doubt(found, "users.csv", "sourcedId", teacher) or _in_doubt(
        found, "enrollments.csv", "userSourcedId", teacher
    )


def _clock(row: Row, column: str, found: _Found) -> str:
    hours, _, minutes = row.get(column).partition(":")
    fits = hours.isascii() and hours.isdigit() and minutes.isascii()
    if fits and minutes.isdigit() and len(minutes) == 2:  # noqa: PLR2004 -- HH:MM
        hour, minute = int(hours), int(minutes)
        if hour < 24 and minute < 60:  # noqa: PLR2004 -- a day
            return f"{hour:02}:{minute:02}"
    found.faults.append(row.fault(column, "csv.clock"))
    return ""


def _date(row: Row, column: str, found: _Found, fault: str = "csv.day") -> date | None:
    try:
        return date.fromisoformat(row.get(column))
    except ValueError:
        found.faults.append(row.fault(column, fault))
        return None


def _active(name: str, found: _Found) -> list[Row]:
    """Rows that still count; a row marked tobedeleted is as good as gone."""
    rows = found.sheets[name].rows
    return [row for row in rows if row.get("status") in {"", "active"}]
