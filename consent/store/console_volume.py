# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's ledger that was handed in, read and never written.

What is counted from it is as true as the file: signatures are inzage-verify's work.
Nothing in the file may run: its tables are those of a console to the letter, so there
is no view and no trigger, and a tree of pages that never ends is given up. Nor may it
grow while it is read: no line is longer than a line can be, and all of them together
are no longer than the file.
Source: docs/spec/papers.md "Report"; sqlite.org/security.html.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.errors import EntryError, LedgerError
from consent.ledger.kinds import BODY_BYTES
from consent.store.console_schema import FORMS

_LINES: Final = """
SELECT length(commitment) + ifnull(length(body), 0) + ifnull(length(salt), 0)
  + length(device) + ifnull(length(prev), 0) + ifnull(length(head), 0), head, body
FROM leaves
"""  # the lengths first: SQLite knows them without reading what is so long
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
_MOST_BYTES: Final = 1 << 30  # a log of a school year is some hundreds of MiB
_LONGEST: Final = 2 * BODY_BYTES  # of a value, and of a row where SQLite counts those
_LEAST_STEPS: Final = 1_000_000
_LOOK_EACH: Final = 10_000  # steps of SQLite's own machine
_WHY: Final = {
    sqlite3.SQLITE_INTERRUPT: "reading it never ends.",
    sqlite3.SQLITE_TOOBIG: "something in it is longer than a line.",
}


def read_lines(path: Path) -> dict[bytes, EntryBody]:
    """Give the lines laptops wrote, by their heads, so that no line counts twice.

    Raises:
        LedgerError: this is no teacher's ledger, or one of another form.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise LedgerError(f"{path} is in use. Close the console and copy it again.")
    size = path.stat().st_size if path.exists() else 0
    if size > _MOST_BYTES:
        raise _refused(path, f"it has more than {_MOST_BYTES >> 30} GiB.")
    url = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(url, uri=True)) as connection:
            _bound(connection, size)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if not 1 <= version <= len(FORMS) or _tables(connection) != _ours(version):
                raise _refused(path, "it has other tables.")
            return dict(_lines(connection, size))
    except sqlite3.Error as error:
        raise _refused(path, _WHY.get(error.sqlite_errorcode, f"{error}.")) from error
    except EntryError as error:
        raise _refused(path, str(error)) from error


def _refused(path: Path, why: str) -> LedgerError:
    return LedgerError(
        f"{path} is no log of a console: {why} Copy it again from the console."
    )


def _lines(
    connection: sqlite3.Connection, size: int
) -> Iterator[tuple[bytes, EntryBody]]:
    """Give the lines one by one, as long as they can all lie in the file."""
    for length, head, body in connection.execute(_LINES):
        size -= length
        if size < 0:
            raise EntryError("More is in it than fits.")
        if body is not None and head:
            yield head, parse_body(body)


def _bound(connection: sqlite3.Connection, size: int) -> None:
    """Believe nothing of the file's own, and give up after a step for each byte.

    A line takes more bytes than its reading takes steps, so an honest file is read.
    """
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
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
