# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a OneRoster 1.1 or 1.2 CSV set, and our own slots.csv beside it.

Birth dates become the day from which the pupil decides alone, and are dropped.
E-mail, phone, sex and addresses are never read.

Source: 1EdTech OneRoster CSV tables; docs/admin-guide.md "Klassen".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from consent.purpose import GUARDIAN_AGE
from consent.store.register.incoming import (
    IncomingClass,
    IncomingPupil,
    IncomingSet,
    IncomingSlot,
    IncomingTeaching,
)
from installer.admin.csv_rows import Fault, Row, read_rows
from installer.admin.school_year import school_year, year_end, year_start

NAME_CHARS = 80
TITLE_CHARS = 40
YOUNG_UNTIL_AGE = 10
NEEDED = {
    "users.csv": ("sourcedId", "givenName", "familyName"),
    "classes.csv": ("sourcedId", "title"),
    "enrollments.csv": ("classSourcedId", "userSourcedId", "role"),
}
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    today: date
    guardian_age: int
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
    for name, needed in NEEDED.items():
        if name not in files:
            found.faults.append(Fault(name, 0, ", ".join(needed), "bestand ontbreekt"))
    if found.faults:
        return found.faults
    _read_births(found, files.get("demographics.csv"))
    _read_users(found, files["users.csv"], files.get("roles.csv"))
    _read_classes(found, files["classes.csv"])
    _read_enrollments(found, files["enrollments.csv"])
    if "slots.csv" in files:
        _read_slots(found, files["slots.csv"])
    return sorted(found.faults) or _gathered(found, with_slots="slots.csv" in files)


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


def _read_births(found: _Found, data: bytes | None) -> None:
    for row in _active("demographics.csv", data, ("sourcedId",), found):
        if row.get("birthDate"):
            born = _date(row, "birthDate", found)
            if born:
                found.born[row.get("sourcedId")] = born


def _read_users(found: _Found, users: bytes, roles: bytes | None) -> None:
    role_of: dict[str, str] = {}
    for row in _active("roles.csv", roles, ("userSourcedId", "role"), found):
        role_of.setdefault(row.get("userSourcedId"), row.get("role"))
    for row in _active("users.csv", users, NEEDED["users.csv"], found):
        sourced_id = row.get("sourcedId")
        role = row.get("role") or role_of.get(sourced_id, "")
        if sourced_id in found.pupils or sourced_id in found.teachers:
            found.faults.append(row.fault("sourcedId", "staat er twee keer in"))
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
        found.faults.append(row.fault("familyName", f"langer dan {NAME_CHARS} tekens"))
    return name


def _read_classes(found: _Found, data: bytes) -> None:
    for row in _active("classes.csv", data, NEEDED["classes.csv"], found):
        sourced_id = row.get("sourcedId")
        if sourced_id in found.titles:
            found.faults.append(row.fault("sourcedId", "staat er twee keer in"))
        if len(row.get("title")) > TITLE_CHARS:
            found.faults.append(row.fault("title", f"langer dan {TITLE_CHARS} tekens"))
        found.titles[sourced_id] = row.get("title")


def _read_enrollments(found: _Found, data: bytes) -> None:
    for row in _active("enrollments.csv", data, NEEDED["enrollments.csv"], found):
        klass, user = row.get("classSourcedId"), row.get("userSourcedId")
        if klass not in found.titles:
            found.faults.append(row.fault("classSourcedId", f"geen klas {klass}"))
        elif row.get("role") == "student" and user in found.pupils:
            members = found.members.setdefault(klass, [])
            if user not in members:
                members.append(user)
        elif row.get("role") == "teacher" and user in found.teachers:
            _add_teaching(found, row, klass, user)
        elif row.get("role") in {"student", "teacher"}:
            found.faults.append(
                row.fault("userSourcedId", f"geen {row.get('role')} {user}")
            )


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


def _read_slots(found: _Found, data: bytes) -> None:
    needed = ("classSourcedId", "day", "starts", "ends", "subject", "teachers")
    for row in read_rows("slots.csv", data, needed, found.faults):
        klass = row.get("classSourcedId")
        if klass not in found.titles:
            found.faults.append(row.fault("classSourcedId", f"geen klas {klass}"))
            continue
        slot = _slot(row, found, {t.teacher for t in found.teachings.get(klass, ())})
        if slot:
            found.slots.setdefault(klass, []).append(slot)


def _slot(row: Row, found: _Found, allowed: set[str]) -> IncomingSlot | None:
    faults = len(found.faults)
    day = row.get("day").lower()
    weekday = WEEKDAYS.index(day) if day in WEEKDAYS else None
    on_date = None if weekday is not None else _date(row, "day", found)
    starts, ends = (_clock(row, column, found) for column in ("starts", "ends"))
    if starts == ends or (starts > ends and on_date is None):
        found.faults.append(row.fault("ends", "de les eindigt voor ze begint"))
    teachers = tuple(t.strip() for t in row.get("teachers").split(";") if t.strip())
    for teacher in teachers:
        if teacher not in allowed:
            why = f"{teacher} geeft geen les aan deze klas (enrollments.csv)"
            found.faults.append(row.fault("teachers", why))
    if len(found.faults) > faults:
        return None
    return IncomingSlot(
        weekday, on_date, starts, ends, row.get("subject")[:TITLE_CHARS], teachers
    )


def _clock(row: Row, column: str, found: _Found) -> str:
    hours, _, minutes = row.get(column).partition(":")
    fits = hours.isascii() and hours.isdigit() and minutes.isascii()
    if fits and minutes.isdigit() and len(minutes) == 2:  # noqa: PLR2004 -- HH:MM
        hour, minute = int(hours), int(minutes)
        if hour < 24 and minute < 60:  # noqa: PLR2004 -- a day
            return f"{hour:02}:{minute:02}"
    found.faults.append(row.fault(column, "geen uur zoals 08:25"))
    return ""


def _date(row: Row, column: str, found: _Found) -> date | None:
    try:
        return date.fromisoformat(row.get(column))
    except ValueError:
        found.faults.append(row.fault(column, "geen datum zoals 2026-09-01"))
        return None


def _active(
    name: str, data: bytes | None, needed: tuple[str, ...], found: _Found
) -> list[Row]:
    """Rows that still count; a row marked tobedeleted is as good as gone."""
    if data is None:
        return []
    rows = list(read_rows(name, data, needed, found.faults))
    return [row for row in rows if row.get("status") in {"", "active"}]
