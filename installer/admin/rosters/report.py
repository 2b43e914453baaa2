# SPDX-License-Identifier: GPL-3.0-or-later
"""What was wrong, or what would change, as a list for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from consent.documents.fields import Lang
from consent.store.files import write_new
from consent.store.register.changes import Changes
from installer.admin.change_words import line
from installer.admin.csv_rows import Fault
from installer.admin.saying import text
from installer.admin.trouble import Exit, OfficeError, said
from installer.papers.csv_text import csv_text

Rows = Iterable[Sequence[str]]


def fault_rows(lang: Lang, faults: Iterable[Fault]) -> Iterator[Sequence[str]]:
    """Write the faults, one a row, under a heading."""
    yield _heading(lang, "file", "line", "column", "why")
    for fault in faults:
        yield [fault.file, str(fault.line), fault.column, text(lang, fault.why)]


def change_rows(lang: Lang, changes: Changes) -> Iterator[Sequence[str]]:
    """Write the changes, one a row, under a heading."""
    yield _heading(lang, "who", "before", "after", "what")
    for change in sorted(changes.found):
        what = text(lang, line(change)).strip()
        yield [change.who, change.before, change.after, what]


def write_report(path: Path, rows: Rows) -> None:
    """Write a list that only its owner can read, and that no spreadsheet runs.

    Raises:
        OfficeError: there is a file of that name already.
    """
    try:
        write_new(path, csv_text(rows).encode("utf-8-sig"))
    except FileExistsError as error:
        raise OfficeError("report.there", Exit.WRONG_USE, file=path) from error


def _heading(lang: Lang, *names: str) -> list[str]:
    return [text(lang, said(f"report.{name}")) for name in names]
