# SPDX-License-Identifier: GPL-3.0-or-later
"""Which classes of a set are ours, and of this school year."""

from datetime import date
from typing import Final

from installer.admin.csv_rows import WHOLE_FILE, Fault, Row
from installer.admin.rosters.births import Dates, read_date
from installer.admin.rosters.reading import Reading, Wish
from installer.admin.rosters.tables import Tables
from installer.admin.school_year import first_day, school_year
from installer.admin.trouble import said

TITLE_CHARS: Final = 40
COMES_IN_MONTH: Final = 7  # the year to come can be read in from July
FILE: Final = "classes.csv"


def read_groups(reading: Reading) -> dict[str, Row]:
    """Give our classes of the year by sourced id; leave the rest out and say so."""
    found: dict[str, Row] = {}
    for row in reading.tables.rows(FILE):
        first = found.get(row.get("sourcedId"))
        if first:
            reading.faults.append(row.twice("sourcedId", first))
        reading.words(row, "title")
        if len(row.get("title")) > TITLE_CHARS:
            reading.faults.append(row.fault("title", "csv.long", most=TITLE_CHARS))
        found[row.get("sourcedId")] = row
    return _of_the_year(reading, _of_our_school(reading, found))


def year_of_set(tables: Tables, wish: Wish) -> str:
    """Say which school year a set is of: as told, as its sessions say, or today's."""
    this_year = school_year(wish.today)
    years = {
        year
        for row in tables.rows(FILE)
        if (year := _year_of(row, _sessions(tables, wish.dates)))
    }
    if wish.year or not years or this_year in years:
        return wish.year or this_year
    return max(years)


def year_fault(year: str, today: date) -> Fault | None:
    """Refuse a year that is over, and one that is far away."""
    first = first_day(year)
    if school_year(today) > year:
        return Fault(FILE, 0, WHOLE_FILE, said("set.old_year", year=year))
    if today < date(first.year, COMES_IN_MONTH, 1):
        return Fault(FILE, 0, WHOLE_FILE, said("set.far_year", year=year))
    return None


def _of_our_school(reading: Reading, found: dict[str, Row]) -> dict[str, Row]:
    """Keep the classes of one school: a group's set may hold many."""
    names = {
        row.get("sourcedId"): row.get("name") for row in reading.tables.rows("orgs.csv")
    }
    schools = {row.get("schoolSourcedId") for row in found.values()} - {""}
    wanted = reading.wish.org
    if not wanted and len(schools) > 1:
        listed = ", ".join(sorted(f"{one} ({names.get(one, '?')})" for one in schools))
        why = said("set.schools", names=listed)
        reading.faults.append(Fault(FILE, 0, WHOLE_FILE, why))
    if not wanted:
        return found
    ours = {one for one in schools if wanted in {one, names.get(one)}}
    if not ours:
        why = said("set.no_school", name=wanted)
        reading.faults.append(Fault(FILE, 0, WHOLE_FILE, why))
    kept = {k: row for k, row in found.items() if row.get("schoolSourcedId") in ours}
    left = len(found) - len(kept)
    if left:
        reading.notes.append(said("set.other_schools", count=left))
    return kept


def _of_the_year(reading: Reading, found: dict[str, Row]) -> dict[str, Row]:
    sessions = _sessions(reading.tables, reading.wish.dates)
    fits = {"", reading.year.name}
    kept = {k: row for k, row in found.items() if _year_of(row, sessions) in fits}
    left = len(found) - len(kept)
    if left:
        reading.notes.append(
            said("set.other_years", count=left, year=reading.year.name)
        )
    return kept


def _sessions(tables: Tables, order: Dates) -> dict[str, str]:
    """Give the school year that each term or year lies in, by its middle.

    A school year may be written as one that begins in August.
    """
    years = {}
    for row in tables.rows("academicsessions.csv"):
        first = read_date(row.get("startDate"), order)
        last = read_date(row.get("endDate"), order)
        if first and last and first <= last:
            years[row.get("sourcedId")] = school_year(first + (last - first) / 2)
    return years


def _year_of(row: Row, sessions: dict[str, str]) -> str:
    """Say which school year a class is of; "" when the set does not say."""
    terms = row.get("termSourcedIds") or row.get("sessionSourcedIds")
    years = {sessions.get(term.strip(), "") for term in terms.split(",")}
    return max(years)
