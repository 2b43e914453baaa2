# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's ledger that was handed in, read and never written.

What is counted from it is as true as the file: signatures are inzage-verify's work.
Source: docs/spec/papers.md "Report".
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.errors import EntryError, LedgerError
from consent.store.console_schema import FORMS

_LINES = "SELECT DISTINCT head, body FROM leaves WHERE body IS NOT NULL AND head <> ''"


def read_lines(path: Path) -> dict[bytes, EntryBody]:
    """Give the lines laptops wrote, by their heads, so that no line counts twice.

    Raises:
        LedgerError: this is no teacher's ledger, or one of another form.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise LedgerError(f"{path} is in use. Close the console and copy it again.")
    url = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(url, uri=True)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if not 1 <= version <= len(FORMS):  # its lines are the same in each
                raise LedgerError(f"{path} is no log of a console.")
            rows = connection.execute(_LINES).fetchall()
            return {head: parse_body(body) for head, body in rows}
    except (sqlite3.Error, EntryError) as error:
        raise LedgerError(f"{path} is no log of a console: {error}.") from error
