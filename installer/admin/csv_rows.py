# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a CSV file, each knowing where it stands, and what is wrong with one.

What cannot be read is told once. What only follows from it is not: a sheet says which
of its rows are in doubt, so that nobody is blamed for naming one of them.
Columns that nobody asked for are never looked at.
"""

import csv
import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from installer.admin.signs import is_odd
from installer.admin.trouble import Said, said

FIELD_CHARS: Final = 255  # 1EdTech's longest identifier
MARKS: Final = 3  # accents on one sign; more is no spelling of any name
MOST_ROWS: Final = 300_000
MOST_FAULTS: Final = 1_000  # of one file; who has so many has one cause
WHOLE_FILE: Final = "-"  # in the place of a column
DELIMITERS: Final = ",;"  # the second is what a Dutch or French Excel writes
WIDE: Final = (b"\xff\xfe", b"\xfe\xff")  # how UTF-16 begins


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: file, line (1: the heading, 0: the file itself), column, why."""

    file: str
    line: int
    column: str
    why: Said

    @property
    def said(self) -> Said:
        """Say it as one line for a person."""
        if not self.line:
            return said("fault.file", file=self.file, why=self.why)
        place = {"file": self.file, "line": self.line, "why": self.why}
        if self.column == WHOLE_FILE:
            return said("fault.line", **place)
        return said("fault.column", column=self.column, **place)


@dataclass(frozen=True, slots=True)
class Row:
    """One row by column name; names: what a column is called in this file, if else."""

    file: str
    line: int
    cells: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)

    def fault(self, column: str, key: str, **values: object) -> Fault:
        """Say what is wrong in a column of this row."""
        told = self.names.get(column, column)
        return Fault(self.file, self.line, told, said(key, **values))

    def twice(self, column: str, first: "Row") -> Fault:
        """Say that a row before this one has the same in a column."""
        return self.fault(column, "csv.twice", line=first.line, file=first.file)

    def get(self, column: str) -> str:
        """Give a cell, "" when the file has no such column."""
        return self.cells.get(column, "")


@dataclass(slots=True)
class Sheet:
    """What was read of a file.

    Attributes:
        rows: those that can be used.
        doubtful: those that cannot, as far as they could be read.
        faults: what is wrong.
        is_whole: False where the file itself could not be read; then anything may
            have stood in it.
        columns: the columns that are read and are there.
    """

    rows: list[Row] = field(default_factory=list)
    doubtful: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    is_whole: bool = True
    columns: frozenset[str] = frozenset()

    def spoil(self, fault: Fault) -> "Sheet":
        """Say that the file itself cannot be read."""
        self.faults.append(fault)
        self.is_whole = False
        return self


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file writes things.

    Attributes:
        also: columns that are read where they are there; None: all.
        names: what columns are called in the file, where that is something else.
        encoding: a name Python knows; "utf-8-sig" reads UTF-8 with and without a mark.
        delimiter: what splits columns; "" to see for oneself.
    """

    also: tuple[str, ...] | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8-sig"
    delimiter: str = ""


PLAIN: Final = Layout()


@dataclass(frozen=True, slots=True)
class _Heading:
    """The first line of a file: how many columns, and which of them are read."""

    size: int
    columns: Mapping[str, int]  # name -> place
    names: Mapping[str, str]

    def row(self, file: str, line: int, cells: list[str]) -> Row:
        """Take out of a line what is read."""
        kept = {
            name: _clean(cells[at])
            for name, at in self.columns.items()
            if at < len(cells)
        }
        return Row(file, line, kept, self.names)


def read_sheet(
    file: str, data: bytes, needed: tuple[str, ...], layout: Layout = PLAIN
) -> Sheet:
    """Read a CSV file.

    Args:
        file: its name, for the faults.
        data: as it came.
        needed: columns that must be there and filled in.
        layout: how the file writes things.
    """
    sheet = Sheet()
    text = _decoded(sheet, file, data, layout.encoding)
    if text is None:
        return sheet
    split = layout.delimiter or delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=split)
    try:
        heading = _heading(sheet, file, next(reader, []), needed, layout)
        if heading is None:
            return sheet
        sheet.columns = frozenset(heading.columns)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                _take(sheet, heading, file, reader.line_num, cells, needed)
            if len(sheet.rows) > MOST_ROWS or len(sheet.faults) > MOST_FAULTS:
                why = said("csv.too_much", rows=MOST_ROWS, count=MOST_FAULTS)
                return sheet.spoil(Fault(file, reader.line_num, WHOLE_FILE, why))
    except csv.Error:
        sheet.spoil(Fault(file, reader.line_num, WHOLE_FILE, said("csv.broken")))
    return sheet


def delimiter_of(text: str) -> str:
    """Tell by its first line what splits the columns of a file."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _decoded(sheet: Sheet, file: str, data: bytes, encoding: str) -> str | None:
    if data.startswith(WIDE) and not encoding.startswith("utf-16"):
        sheet.spoil(Fault(file, 1, WHOLE_FILE, said("csv.utf16")))
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        why = said("csv.not_utf8") if encoding == PLAIN.encoding else None
        why = why or said("csv.not_encoded", encoding=encoding)
        sheet.spoil(Fault(file, line, WHOLE_FILE, why))
        return None


def _heading(
    sheet: Sheet, file: str, cells: list[str], needed: tuple[str, ...], layout: Layout
) -> _Heading | None:
    """Find the columns by their names, small letters or large."""
    first = [_clean(cell) for cell in cells]
    called = [cell.lower() for cell in first]
    wanted = first if layout.also is None else [*needed, *layout.also]
    places = {}
    for name in {one.lower(): one for one in [*wanted, *needed]}.values():
        told = layout.names.get(name, name)
        if called.count(told.lower()) > 1:
            sheet.spoil(Fault(file, 1, told, said("csv.column_twice")))
        elif told.lower() in called:
            places[name] = called.index(told.lower())
    missing = [layout.names.get(name, name) for name in needed if name not in places]
    if missing and sheet.is_whole:
        why = said("csv.no_column", count=len(missing))
        sheet.spoil(Fault(file, 1, ", ".join(missing), why))
    return _Heading(len(cells), places, layout.names) if sheet.is_whole else None


def _take(
    sheet: Sheet,
    heading: _Heading,
    file: str,
    line: int,
    cells: list[str],
    needed: tuple[str, ...],
) -> None:
    row = heading.row(file, line, cells)
    if len(cells) != heading.size:
        size = said("csv.size", has=len(cells), heading=heading.size)
        bad = [Fault(file, line, WHOLE_FILE, size)]
    else:
        bad = [row.fault(name, "csv.empty") for name in needed if not row.get(name)]
        bad += [
            Fault(file, line, row.names.get(name, name), why)
            for name, cell in row.cells.items()
            if (why := _why_not(cell))
        ]
    sheet.faults.extend(bad)
    (sheet.doubtful if bad else sheet.rows).append(row)


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.strip())


def _why_not(cell: str) -> Said | None:
    if len(cell) > FIELD_CHARS:
        return said("csv.long", most=FIELD_CHARS)
    if cell.isascii() and cell.isprintable():
        return None
    kinds = [unicodedata.category(sign) for sign in cell]
    heaped = any(
        all(kind == "Mn" for kind in kinds[at : at + MARKS + 1])
        for at in range(len(kinds) - MARKS)
    )
    return said("csv.odd") if heaped or any(map(is_odd, cell)) else None
