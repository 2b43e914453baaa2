# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in a set: pupils and everybody who may teach, each once.

E-mail, phone, sex, addresses and passwords are never looked at. A birth date is read
and what follows from it is kept.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from consent.store.register.incoming import IncomingPupil
from installer.admin.csv_rows import Row
from installer.admin.rosters.births import can_be_a_pupils
from installer.admin.rosters.reading import Reading

NAME_CHARS: Final = 80
NAMES: Final = (
    *("givenName", "preferredGivenName"),
    *("familyName", "preferredFamilyName"),
)
LEARNS: Final = "student"
TEACHES: Final = frozenset(  # OneRoster knows the first; School Data Sync all of them
    {
        *("teacher", "professor", "lecturer", "instructor", "faculty"),
        *("adjunct", "substitute"),
    }
)


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in a set by sourced id."""

    pupils: dict[str, IncomingPupil]
    others: dict[str, str]  # name of who is no pupil: some of them teach


def read_people(reading: Reading) -> People:
    """Read users, their roles and their birth dates."""
    born, learns = _births(reading), _learners(reading)
    people, first = People({}, {}), dict[str, Row]()
    for row in reading.tables.rows("users.csv"):
        who = row.get("sourcedId")
        roles = {row.get("role").lower()} - {""} or learns.get(who, set())
        before = first.setdefault(who, row)
        if before is not row:
            reading.faults.append(row.twice("sourcedId", before))
        elif LEARNS in roles and TEACHES & roles:
            reading.faults.append(row.fault("sourcedId", "csv.both_roles"))
        elif LEARNS in roles:
            people.pupils[who] = _pupil(reading, row, born.get(who))
        else:
            people.others[who] = _name(reading, row)
    return people


def _learners(reading: Reading) -> dict[str, set[str]]:
    """Give everybody's roles, as OneRoster 1.2 and School Data Sync write them."""
    roles: dict[str, set[str]] = {}
    for row in reading.tables.rows("roles.csv"):
        roles.setdefault(row.get("userSourcedId"), set()).add(row.get("role").lower())
    return roles


def _births(reading: Reading) -> dict[str, date]:
    born = {}
    for row in reading.tables.rows("demographics.csv"):
        if row.get("birthDate"):
            day = reading.date(row, "birthDate")
            if day and can_be_a_pupils(day, reading.wish.today):
                born[row.get("sourcedId")] = day
            elif day:
                reading.faults.append(row.fault("birthDate", "csv.not_born"))
    return born


def _pupil(reading: Reading, row: Row, born: date | None) -> IncomingPupil:
    given, family = _names(row)
    return IncomingPupil(
        sourced_id=row.get("sourcedId"),
        name=_name(reading, row),
        sort=f"{family} {given}"[:NAME_CHARS],
        decider_from=reading.year.decider_from(born),
        band=reading.year.band(born),
    )


def _name(reading: Reading, row: Row) -> str:
    reading.words(row, *NAMES)
    name = " ".join(_names(row))
    if len(name) > NAME_CHARS:
        reading.faults.append(row.fault("familyName", "csv.long", most=NAME_CHARS))
    return name


def _names(row: Row) -> tuple[str, str]:
    """Call everybody as they want to be called, where the set says so."""
    given = row.get("preferredGivenName") or row.get("givenName")
    return given, row.get("preferredFamilyName") or row.get("familyName")
