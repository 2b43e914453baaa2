# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that were lost here and that a teacher's program gave back.

They lie beside the record and are no part of it: no chain, no limit and no proof of the
laptop's own is made of them. The caller has checked that this laptop once signed them.

Source: docs/spec/ledger.md "Given back"; docs/rights.md R-30, R-34.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from consent.ledger import chain as chains
from consent.ledger.chain import Sealed
from consent.ledger.checkpoint import parse_unchecked
from consent.ledger.draft import SPREAD, Line
from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.erasure import EraseOrder, orders
from consent.ledger.errors import ChainError
from consent.ledger.fields import time_text
from consent.ledger.receipt import Proof
from consent.store.agent_proofs import AgentProofs, proof_bytes, proof_of
from consent.store.agent_rows import KEPT, as_line, columns_of
from consent.store.sealed_row import sealed_of
from consent.store.sqlite_file import SqliteFile

_KEEP: Final = """
INSERT OR IGNORE INTO given(seq, n, after_n, kind, t, open_seq, teacher, who, body,
  salt, commitment, prev, head, sig)
VALUES (:seq, :n, :after_n, :kind, :t, :open_seq, :teacher, :who, :body, :salt,
  :commitment, :prev, :head, :sig)
"""
# The first line after the loss, or the first of those that is not older.
_BEFORE: Final = """
SELECT min(n) AS n, (SELECT max(n) FROM entries) AS newest FROM entries
WHERE n > (SELECT coalesce(max(n), 0) FROM entries WHERE chain = 'shared' AND seq < ?1)
  AND (t >= ?2 OR n >=
    (SELECT min(n) FROM entries WHERE chain = 'shared' AND seq > ?1))
"""
_ERASABLE: Final = f"""
SELECT seq FROM given WHERE body IS NOT NULL AND kind NOT IN ({KEPT})
  AND (?1 = 0 OR seq = ?1 OR open_seq = ?1) AND (?2 = 0 OR after_n < ?2) ORDER BY seq
"""  # noqa: S608 -- kinds of ours
_FORGET: Final = """
UPDATE given SET body = NULL, salt = NULL, kind = '', t = '', who = '', leaf = NULL,
  proof = NULL WHERE seq = ?
"""
_REDACTS: Final = """
SELECT body FROM entries WHERE kind = 'REDACT'
UNION ALL SELECT body FROM given WHERE kind = 'REDACT'
"""


class AgentGiven(AgentProofs):
    """What came back of lost lines, in the same file as the ledger."""

    _came_back: bool | None = None  # whether anything ever did; None = not looked yet

    def keep_given(self, lines: Iterable[Sealed], teacher: str, who: str) -> None:
        """Keep the lines that a GAP says were lost here; the others are left.

        What was erased, here or before the loss, comes back without its words.

        Args:
            lines: shared lines with their text, checked against this laptop's key.
            teacher: certificate hash of the teacher whose program gave them.
            who: the name that the pupil knows the teacher by.

        Raises:
            LedgerError: not known to be kept; they come again.
        """
        gaps = self._gaps()
        here = self._file.read("SELECT seq FROM entries WHERE chain = 'shared'")
        held = {row["seq"] for row in here}
        lost = [
            line
            for line in lines
            if line.seq not in held and any(line.seq in gap for gap in gaps)
        ]
        rows = [_row(self._file, line) for line in lost]
        by = {"teacher": teacher, "who": who}
        self._came_back = None
        with self._file.committing() as connection:
            connection.executemany(_KEEP, [row | by for row in rows])
            said = [parse_body(x["body"]) for x in connection.execute(_REDACTS)]
            forget(connection, [entry.number("target") for entry in said])

    def add_given_proof(self, seq: int, proof: Proof) -> None:
        """Keep the checked proof of where a teacher's tree has such a line."""
        with self._file.committing() as connection:
            connection.execute(
                "UPDATE given SET leaf = ?, proof = ?"
                " WHERE seq = ? AND body IS NOT NULL",
                (proof.leaf, proof_bytes(proof), seq),
            )

    def given_unproven(self, teacher: str, after: int) -> list[Line]:
        """Give what this teacher gave back after a seq and did not prove, in order."""
        if self._came_back is None:
            found = self._file.read("SELECT 1 FROM given LIMIT 1")
            self._came_back = bool(found)
        if not self._came_back:  # asked at each heartbeat, and mostly nothing did
            return []
        rows = self._file.read(
            "SELECT * FROM given WHERE teacher = ? AND seq > ? AND proof IS NULL"
            " AND body IS NOT NULL ORDER BY seq",
            (teacher, after),
        )
        return [_line(row) for row in rows]

    def given(self) -> list[Line]:
        """Give all that came back, the newest first."""
        rows = self._file.read("SELECT * FROM given ORDER BY n DESC, seq DESC")
        return [_line(row) for row in rows]

    def told(self, before: int = 0, count: int = -1) -> list[Line]:
        """Give the pupil's list: own lines, with what came back in its place.

        Args:
            before: only what stands before this `Line.place`; 0 = from the newest on.
            count: how many lines at most; -1 = all.
        """
        own = self._file.read(
            "SELECT * FROM entries WHERE (?1 = 0 OR n * ?2 < ?1)"
            " ORDER BY n DESC LIMIT ?3",
            (before, SPREAD, count),
        )
        back = self._file.read(
            "SELECT * FROM given WHERE (?1 = 0 OR (n - 1) * ?2 + seq % ?2 < ?1)"
            " ORDER BY n DESC, seq DESC LIMIT ?3",
            (before, SPREAD, count),
        )
        lines = [*map(as_line, own), *map(_line, back)]
        lines.sort(key=lambda line: line.place, reverse=True)
        return lines[:count] if count >= 0 else lines


def erasable(file: SqliteFile, target: int, before: int = 0) -> list[int]:
    """Give the seqs of what came back and may go; target 0 = all there is.

    What came after the line at place `before` stays; 0 = none does. No limit is counted
    from these lines, so none has to stay a day.
    """
    rows = file.read(_ERASABLE, (target, before))
    return [row["seq"] for row in rows]


def orders_for(
    file: SqliteFile, seqs: Iterable[int], sign: Callable[[bytes], bytes]
) -> list[EraseOrder]:
    """Make the orders for teachers' programs: of proven lines, and their commands."""
    leaves: dict[str, list[int]] = {}
    for seq in seqs:
        for row in file.read("SELECT * FROM given WHERE seq = ?", (seq,)):
            if row["proof"] is None:
                continue
            proof = proof_of(row["proof"])
            origin = parse_unchecked(proof.checkpoint).origin
            named = leaves.setdefault(origin, [])
            named += [proof.leaf, *_command_leaf(parse_body(row["body"]), origin)]
    return orders(leaves, sign)


def forget(connection: sqlite3.Connection, seqs: Sequence[int]) -> None:
    """Take the words out of what came back; that it came stays, so it comes once."""
    connection.executemany(_FORGET, [(seq,) for seq in seqs])


def holds(row: sqlite3.Row, device_key: bytes) -> bool:
    """Say whether a row of what came back is as this laptop once signed it."""
    try:
        entry = chains.check(sealed_of(row), device_key)
    except (ChainError, ValueError, TypeError):
        return False
    return entry is None or all(
        row[name] == value
        for name, value in columns_of(entry).items()
        if name in {"kind", "t", "open_seq"}
    )


def _command_leaf(entry: EntryBody, origin: str) -> list[int]:
    """Find the command behind a line, where it is sure to be in the same tree.

    A line that came to its teacher in a later month stands apart from its command.
    """
    is_same = origin.rsplit("/", 1)[-1] == f"{entry.common.t:%Y-%m}"
    return [entry.number("leaf")] if is_same and entry.fields.get("command") else []


def _row(file: SqliteFile, line: Sealed) -> dict[str, object]:
    entry = parse_body(line.body or b"")
    t = time_text(entry.common.t)
    (place,) = file.read(_BEFORE, (line.seq, t))
    return {
        "seq": line.seq,
        "n": place["n"],
        "after_n": place["newest"],
        "kind": entry.kind.value,
        "t": t,
        "open_seq": entry.fields.get("open_seq"),
        "body": line.body,
        "salt": line.salt,
        "commitment": line.commitment,
        "prev": line.prev,
        "head": line.head,
        "sig": line.sig,
    }


def _line(row: sqlite3.Row) -> Line:
    sealed = sealed_of(row)
    entry = None if sealed.body is None else parse_body(sealed.body)
    return Line(row["n"], sealed, entry, row["leaf"], None, given=row["who"])
