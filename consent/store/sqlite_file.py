# SPDX-License-Identifier: GPL-3.0-or-later
"""One SQLite file whose commits are on disk before they return.

Write-ahead log with `synchronous=FULL`: each commit is one fsync of the log. The folder
is fsynced when the file is made, or a power cut could take the whole file.

Source: docs/spec/ledger.md "On disk"; sqlite.org/pragma.html#pragma_synchronous.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from weakref import finalize

from consent.ledger.errors import LedgerError
from consent.store.durable import sync_folder

BUSY_MS: Final = 500  # one program holds the file; more than this is trouble
_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: fsync alone stops in the drive's cache
    "PRAGMA secure_delete = ON",  # what is erased is overwritten with zeros
    "PRAGMA trusted_schema = OFF",
)
BENT: Final = (sqlite3.Error, UnicodeError)  # a bent text may not even be a text
_PRIMARY: Final = 0xFF  # the rest of a code says only where
_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class SqliteFile:
    """An open database file. One thread at a time uses it.

    Args:
        path: made when it is not there.
        forms: the first makes the tables, each later one changes them as they were
            under the one before. A file of an older form is brought up to date.
    """

    def __init__(self, path: Path, forms: Sequence[str]) -> None:
        self.path = path
        self._forms = forms
        self._connection = self._open("rwc")
        self._place = _place(path)

    def read(self, sql: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """Give the rows of a question.

        Raises:
            LedgerError: the file cannot be read.
        """
        try:
            return self._connection.execute(sql, values).fetchall()
        except BENT as error:
            raise trouble("cannot be read", error) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run a block as one transaction that is on disk when the block is over.

        Raises:
            sqlite3.Error: nothing is known to be written; reopen() before the next try.
        """
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
            self._check_place()
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def committing(self) -> Iterator[sqlite3.Connection]:
        """Run a block as one transaction, as writing() does.

        Raises:
            LedgerError: not known to be written.
        """
        try:
            with self.writing() as connection:
                yield connection
        except sqlite3.Error as error:
            self.reopen()
            raise LedgerError(f"The log could not be written: {error}.") from error

    def fold(self) -> None:
        """Fold the write-ahead log into the file and empty it: erased means gone.

        Raises:
            LedgerError: it could not be done now; the next fold tries again.
        """
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def reopen(self) -> None:
        """Open the file anew after an error, so that what is read is what is there.

        Raises:
            LedgerError: the file cannot be opened.
        """
        self._connection.close()
        self._connection = self._open("rw")

    def close(self) -> None:
        """Close the file; SQLite folds its log back in."""
        self._connection.close()

    def _check_place(self) -> None:
        """Refuse a file that was taken away: SQLite would go on writing to nothing."""
        log = self.path.with_name(self.path.name + "-wal")
        if _place(self.path) != self._place or _place(log) is None:
            raise sqlite3.OperationalError("the file was taken away")

    def _open(self, mode: str) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode={mode}",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            raise trouble("cannot be opened", error) from error
        finalize(self, connection.close)  # for whoever forgets to close
        try:
            self._prepare(connection)
        except (*BENT, OSError) as error:
            connection.close()
            raise trouble("cannot be opened", error) from error
        except LedgerError:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        newest = len(self._forms)
        if version == newest:
            return
        if not 0 <= version < newest:
            raise LedgerError(f"The log has form {version}, which is not known here.")
        steps = "".join(self._forms[version:])
        connection.executescript(
            f"BEGIN IMMEDIATE; {steps} PRAGMA user_version = {newest}; COMMIT;"
        )
        self.path.chmod(0o600)
        sync_folder(self.path.parent)


def trouble(what: str, error: Exception) -> LedgerError:
    """Say in one sentence what SQLite could not do, and whether the file is bent."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    is_damage = code in _DAMAGE or isinstance(error, UnicodeError)
    return LedgerError(f"The log {what}: {error}.", is_damage=is_damage)


def _place(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
