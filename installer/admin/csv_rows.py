# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a CSV file, each knowing where it stands, and what is wrong with one."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FIELD_CHARS = 200


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong: file, line (1 is the heading), column, and why."""

    file: str
    line: int
    column: str
    why: str

    def __str__(self) -> str:
        """Write it as one line for a person."""
        return f"{self.file}, regel {self.line}, kolom {self.column}: {self.why}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row by column name."""

    file: str
    line: int
    cells: Mapping[str, str]

    def fault(self, column: str, why: str) -> Fault:
        """Say what is wrong in a column of this row."""
        return Fault(self.file, self.line, column, why)

    def get(self, column: str) -> str:
        """Give a cell, "" when the file has no such column."""
        return self.cells.get(column, "")


def read_rows(
    file: str, data: bytes, needed: tuple[str, ...], faults: list[Fault]
) -> Iterator[Row]:
    """Read a CSV file; what cannot be read is added to faults and skipped.

    Args:
        file: its name, for the faults.
        data: UTF-8, with or without a byte-order mark.
        needed: columns that must be there and filled in.
        faults: grows.
    """
    text = _decoded(file, data, faults)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heading = [cell.strip() for cell in next(reader, [])]
        missing = [name for name in needed if name not in heading]
        if missing:
            faults.append(
                Fault(file, 1, ", ".join(missing), "deze kolom ontbreekt in de kop")
            )
            return
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield from _row(file, reader.line_num, heading, cells, needed, faults)
    except csv.Error as error:
        faults.append(Fault(file, reader.line_num, "-", f"geen geldige CSV ({error})"))


def _decoded(file: str, data: bytes, faults: list[Fault]) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        faults.append(
            Fault(file, line, "-", "geen UTF-8; bewaar het bestand als UTF-8")
        )
        return None


def _row(
    file: str,
    line: int,
    heading: list[str],
    cells: list[str],
    needed: tuple[str, ...],
    faults: list[Fault],
) -> Iterator[Row]:
    if len(cells) != len(heading):
        why = f"{len(cells)} velden, de kop heeft er {len(heading)}"
        faults.append(Fault(file, line, "-", why))
        return
    row = Row(file, line, dict(zip(heading, map(_clean, cells), strict=True)))
    bad = [row.fault(name, "is leeg") for name in needed if not row.get(name)]
    bad += [
        row.fault(name, why)
        for name, cell in row.cells.items()
        if (why := _why_not(cell))
    ]
    faults.extend(bad)
    if not bad:
        yield row


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.strip())


def _why_not(cell: str) -> str:
    if len(cell) > FIELD_CHARS:
        return f"langer dan {FIELD_CHARS} tekens"
    if any(unicodedata.category(sign) in {"Cc", "Cs", "Cf"} for sign in cell):
        return "een onzichtbaar teken in de tekst"
    return ""
