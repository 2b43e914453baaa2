# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a laptop's own ledger through once, to see whether somebody changed it.

Each line is checked against the laptop's key and against the line before it, some at a
time: a year of lines takes seconds that nobody should wait for.

Source: docs/spec/ledger.md "Changed on the laptop"; docs/rights.md R-33.
"""

import sqlite3
from typing import Final

from consent.ledger import chain as chains
from consent.ledger.entry import EntryBody
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain
from consent.store.agent_given import holds
from consent.store.agent_rows import TEACHER, as_sealed, columns_of, teacher_of
from consent.store.sqlite_file import SqliteFile

LINES_AT_ONCE: Final = 200
_NEXT: Final = "SELECT * FROM entries WHERE n > ? ORDER BY n LIMIT ?"


class SelfCheck:
    """One walk through both chains, from the oldest line kept."""

    def __init__(self, file: SqliteFile, device_key: bytes) -> None:
        self._file = file
        self._key = device_key
        self._place = 0
        self._heads: dict[Chain, bytes] = {}
        self.is_done = False

    def step(self, count: int = LINES_AT_ONCE) -> list[str]:
        """Check the next lines; give the places of those that do not hold.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        if not self._heads:
            rows = self._file.read("SELECT chain, head FROM starts")
            self._heads = {Chain(row["chain"]): bytes(row["head"]) for row in rows}
        rows = self._file.read(_NEXT, (self._place, count))
        self.is_done = len(rows) < count
        if rows:
            self._place = rows[-1]["n"]
        found = [place for row in rows for place in self._faults(row)]
        return [*found, *self._given_faults()] if self.is_done else found

    def _given_faults(self) -> list[str]:
        rows = self._file.read("SELECT * FROM given ORDER BY seq")
        return [f"given {row['seq']}" for row in rows if not holds(row, self._key)]

    def _faults(self, row: sqlite3.Row) -> list[str]:
        line = as_sealed(row)
        holds = line.prev == self._heads[line.chain]
        self._heads[line.chain] = line.head
        try:
            entry = chains.check(line, self._key)
            holds = holds and (entry is None or self._is_filed(row, entry))
        except ChainError:
            holds = False
        return [] if holds else [f"{line.chain} {line.seq}"]

    def _is_filed(self, row: sqlite3.Row, entry: EntryBody) -> bool:
        """Say whether a row is found by what its line says."""
        named = teacher_of(entry)
        if isinstance(named, int):
            found = self._file.read(TEACHER, (named,))
            known = str(found[0]["teacher"]) if found else ""
            named = known or row["teacher"]  # that line was erased, or is past keeping
        wanted = columns_of(entry) | {"teacher": named}
        return all(row[name] == value for name, value in wanted.items())
