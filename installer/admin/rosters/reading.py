# SPDX-License-Identifier: GPL-3.0-or-later
"""How a roster is to be read, what came of it, and what was wrong."""

from dataclasses import dataclass, field
from datetime import date

from consent.purpose import GUARDIAN_AGE
from consent.store.register.incoming import IncomingSet
from installer.admin.csv_rows import Fault, Row
from installer.admin.rosters.births import Dates, Year, is_no_day, read_date
from installer.admin.rosters.tables import Tables
from installer.admin.trouble import Said
from installer.papers.csv_text import safe


@dataclass(frozen=True, slots=True)
class Wish:
    """What the office said about a set, and the law beside it.

    Attributes:
        today: the day in the school's zone.
        guardian_age: from this birthday on a pupil decides alone.
        year: the school year of the set, as "2026-2027"; "": see for oneself.
        org: which school of the set is ours; "": there is one.
        dates: what 04/03/2012 means.
    """

    today: date
    guardian_age: int = GUARDIAN_AGE
    year: str = ""
    org: str = ""
    dates: Dates = Dates.YMD


@dataclass(frozen=True, slots=True)
class Read:
    """A whole set, and what of it was left out."""

    incoming: IncomingSet
    notes: tuple[Said, ...] = ()


@dataclass(slots=True)
class Reading:
    """A set while it is read."""

    wish: Wish
    tables: Tables
    year: Year
    faults: list[Fault] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)

    def words(self, row: Row, *columns: str) -> None:
        """Take no cell for words that a spreadsheet would run; a sign alone is none."""
        for column in columns:
            cell = row.get(column)
            if len(cell) > 1 and safe(cell) != cell:
                self.faults.append(row.fault(column, "csv.formula"))

    def date(self, row: Row, column: str) -> date | None:
        """Read a date of a row; what is none is a fault."""
        found = read_date(row.get(column), self.wish.dates)
        if found is None:
            text = row.get(column)
            key = "csv.no_day" if is_no_day(text) else f"csv.day_{self.wish.dates}"
            self.faults.append(row.fault(column, key, text=text))
        return found
