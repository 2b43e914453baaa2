# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's ledger that was handed in, read and never written.

What is counted from it is as true as the file: signatures are inzage-verify's work.
Nothing in the file may run: its tables are those of a console to the letter, so there
is no view and no trigger, and a tree of pages that never ends is given up.
Source: docs/spec/papers.md "Report"; sqlite.org/security.html.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.errors import EntryError, LedgerError
from consent.store.console_schema import FORMS

_LINES: Final = (
    "SELECT DISTINCT head, body FROM leaves WHERE body IS NOT NULL AND head <> ''"
)
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
_LEAST_STEPS: Final = 1_000_000
_LOOK_EACH: Final = 10_000  # steps of SQLite's own machine


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
            _bound(connection, path.stat().st_size)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if not 1 <= version <= len(FORMS) or _tables(connection) != _ours(version):
                raise LedgerError(f"{path} is no log of a console.")
            rows = connection.execute(_LINES).fetchall()
            return {head: parse_body(body) for head, body in rows}
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise LedgerError(
                f"{path} is no log of a console: reading it never ends. "
                "Copy it again from the console."
            ) from error
        raise LedgerError(f"{path} is no log of a console: {error}.") from error
    except (sqlite3.Error, EntryError) as error:
        raise LedgerError(f"{path} is no log of a console: {error}.") from error


def _bound(connection: sqlite3.Connection, size: int) -> None:
    """Believe nothing of the file's own, and give up after a step for each byte.

    A line takes more bytes than its reading takes steps, so an honest file is read.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    left = max(size, _LEAST_STEPS) // _LOOK_EACH

    def is_enough() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    connection.set_progress_handler(is_enough, _LOOK_EACH)


def _tables(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute(_SCHEMA).fetchall()


def _ours(version: int) -> list[tuple[object, ...]]:
    """Give the tables a console makes, as SQLite writes them down."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for form in FORMS[:version]:
            connection.executescript(form)
        return _tables(connection)
