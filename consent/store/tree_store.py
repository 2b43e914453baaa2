# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees of commitments in tables: growing, signing their heads, proving.

Source: docs/spec/ledger.md "Tree", "Checkpoint", "Proof".
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from typing import Final

from consent.ledger import tree
from consent.ledger.checkpoint import Checkpoint, encode_signed, parse_unchecked
from consent.ledger.errors import LedgerError
from consent.ledger.receipt import Growth, Proof
from consent.store.sqlite_file import SqliteFile

_INSERT: Final = """
INSERT INTO
leaves(tree, n, commitment, body, salt, device, seq, prev, head, sig, lesson)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_DROP: Final = (
    "DELETE FROM leaves WHERE tree = (SELECT tree FROM trees WHERE origin = ?)",
    "DELETE FROM nodes WHERE tree = (SELECT tree FROM trees WHERE origin = ?)",
    "DELETE FROM trees WHERE origin = ?",
)


@dataclass(frozen=True, slots=True)
class NewLeaf:
    """A leaf that is to be added, with what is kept beside its commitment."""

    commitment: bytes
    body: bytes
    salt: bytes
    device: str
    seq: int | None  # None for a command
    prev: bytes | None
    head: bytes | None
    sig: bytes
    lesson: str


class StoredNodes:
    """The stored hashes of one tree; also of what a running transaction added."""

    def __init__(self, file: SqliteFile, number: int) -> None:
        self._file = file
        self._number = number

    def node(self, level: int, index: int) -> bytes:
        """Give one stored hash.

        Raises:
            LedgerError: it is not there, so the file is damaged.
        """
        rows = self._file.read(
            "SELECT hash FROM nodes WHERE tree = ? AND level = ? AND place = ?",
            (self._number, level, index),
        )
        if not rows:
            raise LedgerError("A part of the tree is missing on disk.")
        return bytes(rows[0]["hash"])


class TreeStore:
    """The trees of one teacher, in one file."""

    def __init__(
        self, file: SqliteFile, sign: Callable[[bytes], bytes], public_key: bytes
    ) -> None:
        self._file = file
        self._sign = sign
        self._public_key = public_key

    def add(
        self, connection: sqlite3.Connection, origin: str, leaves: Sequence[NewLeaf]
    ) -> range:
        """Add leaves and sign the new head, inside the caller's transaction."""
        if not leaves:
            return range(0)
        number, size = self._number_and_size(connection, origin)
        nodes = StoredNodes(self._file, number)
        for place, leaf in enumerate(leaves, size):
            connection.execute(_INSERT, (number, place, *astuple(leaf)))
            made = tree.leaf_hash(leaf.commitment)
            for level, index, hash_ in tree.new_nodes(place, made, nodes):
                connection.execute(
                    "INSERT INTO nodes VALUES (?, ?, ?, ?)",
                    (number, level, index, hash_),
                )
        grown = size + len(leaves)
        self._sign_head(connection, number, origin, grown)
        return range(size, grown)

    def head(self, origin: str) -> bytes | None:
        """Give the newest signed head of a tree; None when there is no tree yet."""
        rows = self._file.read("SELECT note FROM trees WHERE origin = ?", (origin,))
        return bytes(rows[0]["note"]) if rows else None

    def origins(self) -> list[str]:
        """Give the names of all trees, oldest first."""
        rows = self._file.read("SELECT origin FROM trees ORDER BY tree")
        return [row["origin"] for row in rows]

    def growth(self, origin: str, from_size: int) -> Growth:
        """Give the newest head, and the way to it from a size the reader holds.

        Raises:
            LedgerError: there is no such tree, or it never had that size.
        """
        nodes, note, size = self._held(origin)
        try:
            way = tree.consistency(from_size, size, nodes)
        except ValueError as error:
            raise LedgerError(str(error)) from error
        return Growth(note, from_size, way)

    def prove(self, origin: str, leaf: int, from_size: int) -> Proof:
        """Prove that a leaf is in the newest tree, for who holds the head of from_size.

        Raises:
            LedgerError: as growth; also when there is no such leaf.
        """
        growth = self.growth(origin, from_size)
        nodes, note, size = self._held(origin)
        try:
            inclusion = tree.inclusion(leaf, size, nodes)
        except ValueError as error:
            raise LedgerError(str(error)) from error
        return Proof(leaf, note, inclusion, from_size, growth.consistency)

    def agrees(self, shown: Checkpoint) -> bool:
        """Say whether a head that somebody shows is one this tree once had."""
        if shown.origin not in self.origins():
            return False
        nodes, _, size = self._held(shown.origin)
        return shown.size <= size and tree.root(shown.size, nodes) == shown.root

    def drop(self, connection: sqlite3.Connection, origin: str) -> None:
        """Delete a whole tree and what is beside it."""
        for sql in _DROP:
            connection.execute(sql, (origin,))

    def _number_and_size(
        self, connection: sqlite3.Connection, origin: str
    ) -> tuple[int, int]:
        found = connection.execute(
            "SELECT tree, size FROM trees WHERE origin = ?", (origin,)
        ).fetchone()
        if found:
            return found["tree"], found["size"]
        made = connection.execute(
            "INSERT INTO trees(origin, size, note) VALUES (?, 0, x'') RETURNING tree",
            (origin,),
        ).fetchone()
        return made["tree"], 0

    def _sign_head(
        self, connection: sqlite3.Connection, number: int, origin: str, size: int
    ) -> None:
        root = tree.root(size, StoredNodes(self._file, number))
        note = encode_signed(
            Checkpoint(origin, size, root), self._sign, self._public_key
        )
        connection.execute(
            "UPDATE trees SET size = ?, note = ? WHERE tree = ?", (size, note, number)
        )

    def _held(self, origin: str) -> tuple[StoredNodes, bytes, int]:
        rows = self._file.read("SELECT * FROM trees WHERE origin = ?", (origin,))
        if not rows:
            raise LedgerError("There is no such tree here.")
        note = bytes(rows[0]["note"])
        size = parse_unchecked(note).size
        return StoredNodes(self._file, rows[0]["tree"]), note, size
