# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables a roster is read from, by the names and columns of OneRoster 1.2.

OneRoster 1.1 and 1.2 and School Data Sync 2.1 differ in which columns they have and in
a few names; a mapped export is brought to the same tables.
Source: 1EdTech OneRoster CSV Tables 1.1.1 and CSV Binding 1.2.1; Microsoft's "SDS V2.1
CSV file format"; docs/spec/rosters.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from installer.admin.csv_rows import WHOLE_FILE, Fault, Layout, Row, Sheet, read_sheet
from installer.admin.trouble import said


@dataclass(frozen=True, slots=True)
class Table:
    """One of them: what must be in it, what may be, and other names for a column."""

    needed: tuple[str, ...]
    also: tuple[str, ...] = ("status",)
    alias: tuple[str, str] = ("", "")  # School Data Sync's name, and ours


TABLES: Final[Mapping[str, Table]] = {  # in the order in which they lean on each other
    "manifest.csv": Table(("propertyName", "value"), ()),
    "orgs.csv": Table(("sourcedId",), ("status", "name")),
    "academicsessions.csv": Table(("sourcedId", "startDate", "endDate")),
    "users.csv": Table(
        ("sourcedId", "givenName", "familyName"),
        ("status", "role", "preferredGivenName", "preferredFamilyName"),
    ),
    "roles.csv": Table(("userSourcedId", "role")),
    "demographics.csv": Table(
        ("sourcedId",), ("status", "birthDate"), ("userSourcedId", "sourcedId")
    ),
    "classes.csv": Table(
        ("sourcedId", "title"),
        ("status", "schoolSourcedId", "termSourcedIds", "sessionSourcedIds"),
        ("orgSourcedId", "schoolSourcedId"),
    ),
    "enrollments.csv": Table(
        ("classSourcedId", "userSourcedId", "role"), ("status", "beginDate", "endDate")
    ),
    "slots.csv": Table(
        ("classSourcedId", "day", "starts", "ends", "subject", "teachers"), ()
    ),
}
MUST: Final = ("users.csv", "classes.csv", "enrollments.csv")
OTHERS: Final = frozenset(  # tables of these sets that hold nothing for us
    f"{name}.csv"
    for name in (
        *("courses", "categories", "lineitems", "results", "resources"),
        *("classresources", "courseresources", "userprofiles", "userresources"),
        *("scorescales", "lineitemscorescales", "resultscorescales"),
        *("lineitemlearningobjectiveids", "resultlearningobjectiveids"),
        *("userflags", "relationships"),
    )
)
LIVING: Final = frozenset({"", "active"})  # the rest is as good as gone


@dataclass(frozen=True, slots=True)
class Tables:
    """What each file gave. Whoever names a row that is in doubt is not wrong."""

    sheets: Mapping[str, Sheet]
    there: frozenset[str] = frozenset()  # names of the files that came
    _doubts: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def rows(self, name: str) -> list[Row]:
        """Give the rows of a table that still count."""
        rows = self.sheets[name].rows
        return [row for row in rows if row.get("status").lower() in LIVING]

    def in_doubt(self, name: str, column: str, value: str) -> bool:
        """Say whether a file might hold a row with this value, but for a fault."""
        sheet = self.sheets[name]
        doubts = self._doubts.get((name, column))
        if doubts is None:
            doubts = {row.get(column) for row in sheet.doubtful}
            self._doubts[name, column] = doubts
        return not sheet.is_whole or not doubts.isdisjoint({value, ""})

    def faults(self) -> Iterator[Fault]:
        """Give what could not be read."""
        for sheet in self.sheets.values():
            yield from sheet.faults


def read_tables(files: Mapping[str, bytes]) -> Tables:
    """Read a OneRoster or School Data Sync set.

    Args:
        files: lower-case name -> bytes.
    """
    unknown = files.keys() - TABLES.keys() - OTHERS
    is_none = bool(unknown) and files.keys().isdisjoint(TABLES)  # not a set at all
    must = () if is_none else MUST
    sheets = {name: _sheet(name, files.get(name), must) for name in TABLES}
    why = said("csv.unknown", names=", ".join(TABLES))
    for name in sorted(unknown):
        sheets["manifest.csv"].faults.append(Fault(name, 0, WHOLE_FILE, why))
    return Tables(sheets, frozenset(files))


def place_of(fault: Fault) -> tuple[int, int, str]:
    """Order faults so that a cause stands before what leans on it."""
    names = list(TABLES)
    at = names.index(fault.file) if fault.file in names else -1
    return at, fault.line, fault.column


def _sheet(name: str, data: bytes | None, must: tuple[str, ...]) -> Sheet:
    table = TABLES[name]
    if data is None:
        missing = Fault(name, 0, WHOLE_FILE, said("csv.no_file"))
        return Sheet().spoil(missing) if name in must else Sheet()
    theirs, ours = table.alias
    is_theirs = theirs.encode() in data.partition(b"\n")[0] and theirs
    names = {ours: theirs} if is_theirs else {}
    return read_sheet(name, data, table.needed, Layout(also=table.also, names=names))
