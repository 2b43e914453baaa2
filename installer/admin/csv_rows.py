# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a CSV file, each knowing where it stands, and what is wrong with one.

What cannot be read is told once. What only follows from it is not: a sheet says which
of its rows are in doubt, so that nobody is blamed for naming one of them.
"""

import csv
import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from installer.admin.trouble import Said, said

FIELD_CHARS: Final = 200
WHOLE_FILE: Final = "-"  # in the place of a column
DELIMITERS: Final = ",;"  # the second is what a Dutch or French Excel writes


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
    """One row by column name."""

    file: str
    line: int
    cells: Mapping[str, str]

    def fault(self, column: str, key: str, **values: object) -> Fault:
        """Say what is wrong in a column of this row."""
        return Fault(self.file, self.line, column, said(key, **values))

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
    """

    rows: list[Row] = field(default_factory=list)
    doubtful: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    is_whole: bool = True

    def spoil(self, fault: Fault) -> "Sheet":
        """Say that the file itself cannot be read."""
        self.faults.append(fault)
        self.is_whole = False
        return self


def read_sheet(file: str, data: bytes, needed: tuple[str, ...]) -> Sheet:
    """Read a CSV file.

    Args:
        file: its name, for the faults.
        data: UTF-8, with or without a byte-order mark; columns split by , or ;.
        needed: columns that must be there and filled in.
    """
    sheet = Sheet()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return sheet.spoil(Fault(file, line, WHOLE_FILE, said("csv.not_utf8")))
    reader = csv.reader(
        io.StringIO(text, newline=""), strict=True, delimiter=delimiter_of(text)
    )
    try:
        heading = [cell.strip() for cell in next(reader, [])]
        missing = [name for name in needed if name not in heading]
        if missing:
            why = said("csv.no_column", count=len(missing))
            return sheet.spoil(Fault(file, 1, ", ".join(missing), why))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                _take(sheet, file, reader.line_num, heading, cells, needed)
    except csv.Error:
        sheet.spoil(Fault(file, reader.line_num, WHOLE_FILE, said("csv.broken")))
    return sheet


def delimiter_of(text: str) -> str:
    """Tell by its first line what splits the columns of a file."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _take(
    sheet: Sheet,
    file: str,
    line: int,
    heading: list[str],
    cells: list[str],
    needed: tuple[str, ...],
) -> None:
    row = Row(file, line, dict(zip(heading, map(_clean, cells), strict=False)))
    if len(cells) != len(heading):
        size = said("csv.size", has=len(cells), heading=len(heading))
        bad = [Fault(file, line, WHOLE_FILE, size)]
    else:
        bad = [row.fault(name, "csv.empty") for name in needed if not row.get(name)]
        bad += [
            Fault(file, line, name, why)
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
    if any(unicodedata.category(sign) in {"Cc", "Cs", "Cf"} for sign in cell):
        return said("csv.odd")
    return None
