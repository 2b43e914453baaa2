# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a laptop's own ledger through once, to see whether somebody changed it.

Each line is checked against the laptop's key and against the line before it, some at a
time: a year of lines takes seconds that nobody should wait for.

Source: docs/spec/ledger.md "Changed on the laptop"; docs/rights.md R-33.
"""

from typing import Final

from consent.ledger import chain as chains
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain
from consent.store.agent_rows import as_sealed
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
        lines = [as_sealed(row) for row in rows]
        if rows:
            self._place = rows[-1]["n"]
        return [place for line in lines for place in self._faults(line)]

    def _faults(self, line: chains.Sealed) -> list[str]:
        follows = line.prev == self._heads[line.chain]
        self._heads[line.chain] = line.head
        try:
            chains.check(line, self._key)
        except ChainError:
            follows = False
        return [] if follows else [f"{line.chain} {line.seq}"]
