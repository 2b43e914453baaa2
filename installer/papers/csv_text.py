# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows for a spreadsheet that takes none of them for a formula.

A program that opens such a file runs a cell that begins with one of a few signs. Such a
cell gets an apostrophe before it: it is then text, in every spreadsheet.

Source: RFC 4180; OWASP "CSV Injection"; docs/spec/papers.md "CSV".
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

STARTS: Final = (
    *("=", "+", "-", "@", "\t", "\r", "\n"),
    *("\uff1d", "\uff0b", "\uff0d", "\uff20"),  # the same four, in full width
)


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Write rows, every cell between quotes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: str) -> str:
    """Put an apostrophe before a cell that could be run, also behind white space."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(STARTS) else cell
