# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's own record: a tree for each class, teacher and month, and its bodies.

Leaf, nodes and signed head are on disk before any proof leaves: a console that forgot
a leaf after a crash would look like a forger for ever.

Source: docs/spec/ledger.md "Tree", "On disk"; docs/rights.md R-32 to R-36.
"""

import hashlib
import secrets
import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, cast

from consent.documents import canonical
from consent.ledger import chain as chains
from consent.ledger.chain import Sealed
from consent.ledger.checkpoint import Checkpoint
from consent.ledger.entry import parse_body
from consent.ledger.erasure import is_held
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Kind
from consent.ledger.leaf import Copy, Leaf, LoggedCommand, LoggedLine
from consent.ledger.receipt import Growth, Proof
from consent.ledger.volume import VolumeExport
from consent.ledger.volume_lines import Order
from consent.store.console_heads import ConsoleHeads
from consent.store.console_schema import FORMS
from consent.store.sealed_row import sealed_of
from consent.store.sqlite_file import SqliteFile
from consent.store.tree_store import NewLeaf, TreeStore

PAGE_LEAVES: Final = 100
COPY_LINES: Final = 50

_FORGET_LEAF: Final = """
UPDATE leaves SET body = NULL, salt = NULL, lesson = ''
WHERE n = ? AND tree = (SELECT tree FROM trees WHERE origin = ?)
"""
_FORGET_LAPTOP: Final = """
UPDATE leaves SET body = NULL, salt = NULL, lesson = ''
WHERE device = ? AND tree = (SELECT tree FROM trees WHERE origin = ?)
"""
_HOLDS: Final = """
SELECT device, body FROM leaves
WHERE seq IS NOT NULL AND instr(body, CAST('"kind":"HOLD"' AS BLOB))
"""
_LEAVES: Final = "SELECT l.*, t.origin FROM leaves AS l JOIN trees AS t USING(tree)"


class ConsoleLedger:
    """Append-only trees in one file; each append is on disk before it returns.

    Args:
        path: the database file, made when it is not there.
        sign: signs with the teacher's Ed25519 key.
        public_key: the raw public half of that key.
        salts: makes 32 secret random bytes; a test may give its own.
    """

    def __init__(
        self,
        path: Path,
        sign: Callable[[bytes], bytes],
        public_key: bytes,
        salts: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._file = SqliteFile(path, FORMS)
        self._trees = TreeStore(self._file, sign, public_key)
        self.heads = ConsoleHeads(self._file)
        self._salts = salts

    def log_command(
        self, origin: str, body: bytes, sig: bytes, device: str, lesson: str
    ) -> LoggedCommand:
        """Log a command before it is sent; it is on disk when this returns.

        Raises:
            LedgerError: not logged, so it must not be sent.
        """
        salt = self._salts(chains.SALT_BYTES)
        commitment = chains.commit(salt, body)
        new = NewLeaf(commitment, body, salt, device, None, None, None, sig, lesson)
        with self._file.committing() as connection:
            leaf = self._trees.add(connection, origin, (new,))[0]
        return LoggedCommand(origin, leaf, salt, commitment)

    def log_entries(
        self, origin: str, lines: Sequence[Sealed], device: str, lesson: str
    ) -> list[LoggedLine]:
        """Log lines that a laptop sent; a line that is here already is not added twice.

        The caller has checked each line against the laptop's key.

        Returns:
            For each line its tree and leaf: the place it got at the first time.

        Raises:
            LedgerError: nothing of it is logged, so nothing may be answered.
        """
        with self._file.committing() as connection:
            known = [_known(connection, line, device) for line in lines]
            new = [
                _new_leaf(line, device, lesson)
                for line, place in zip(lines, known, strict=True)
                if place is None
            ]
            added = iter(self._trees.add(connection, origin, new))
        return [place or LoggedLine(origin, next(added)) for place in known]

    def proof_for(self, origin: str, leaf: int, from_size: int) -> Proof:
        """Prove that a leaf is in the newest tree, for who holds the head of from_size.

        Raises:
            LedgerError: the tree has no such leaf or never had that size.
        """
        return self._trees.prove(origin, leaf, from_size)

    def growth(self, origin: str, from_size: int) -> Growth:
        """Give the newest head, and the way to it from a size the reader holds.

        Raises:
            LedgerError: there is no such tree or it never had that size.
        """
        return self._trees.growth(origin, from_size)

    def head(self, origin: str) -> bytes | None:
        """Give the newest signed head of a tree; None when there is no tree yet."""
        return self._trees.head(origin)

    def origins(self) -> list[str]:
        """Give the names of all trees, oldest first."""
        return self._trees.origins()

    def agrees(self, shown: Checkpoint) -> bool:
        """Say whether a head that a laptop shows is one this tree once had.

        A no means a lost or a second tree: tell the teacher, and never hide it.
        """
        return self._trees.agrees(shown)

    def page(self, lesson: str, skip: int = 0, count: int = PAGE_LEAVES) -> list[Leaf]:
        """Give the leaves of a lesson, newest first, after the first `skip` of them."""
        rows = self._file.read(
            f"{_LEAVES} WHERE l.lesson = ? ORDER BY l.tree DESC, l.n DESC"
            " LIMIT ? OFFSET ?",
            (lesson, count, skip),
        )
        return [_leaf(row) for row in rows]

    def copy_for(
        self, device: str, from_seq: int, count: int = COPY_LINES
    ) -> list[Copy]:
        """Give one laptop its own lines as they are kept here, erased ones left out."""
        rows = self._file.read(
            f"{_LEAVES} WHERE l.device = ? AND l.seq >= ? AND l.body IS NOT NULL"
            " ORDER BY l.seq, l.tree, l.n LIMIT ?",
            (device, from_seq, count),
        )
        return [
            Copy(row["seq"], row["body"], row["salt"], row["n"], sealed_of(row))
            for row in rows
        ]

    def erase(self, origin: str, leaves: Sequence[int], device: str) -> list[int]:
        """Forget text and salt of a laptop's own leaves; say which are forgotten now.

        The caller has checked the order: consent.ledger.erasure.

        Raises:
            LedgerError: nothing is forgotten.
        """
        own = set(leaves) & set(self._leaves_of(origin, device))
        with self._file.committing() as connection:
            connection.executemany(_FORGET_LEAF, [(leaf, origin) for leaf in own])
        self._file.fold()
        return sorted(own)

    def devices(self, origin: str) -> set[str]:
        """Give the laptops whose text a tree still has."""
        rows = self._file.read(
            "SELECT DISTINCT device FROM leaves WHERE body IS NOT NULL"
            " AND tree = (SELECT tree FROM trees WHERE origin = ?)",
            (origin,),
        )
        return {row["device"] for row in rows}

    def held_devices(self, now: datetime) -> set[str]:
        """Give the laptops that wrote a HOLD which still lasts."""
        rows = self._file.read(_HOLDS)
        return {row["device"] for row in rows if _holds(row["body"], now)}

    def drop_tree(self, origin: str, keep: Collection[str] = ()) -> None:
        """Delete a whole tree with its bodies, once its time of keeping is over.

        Args:
            origin: the tree.
            keep: laptops whose text stays; then the tree stays and only the text of
                the others goes.

        Raises:
            LedgerError: nothing is deleted.
        """
        there = self.devices(origin)
        with self._file.committing() as connection:
            if there.isdisjoint(keep):
                self._trees.drop(connection, origin)
            else:
                others = [(device, origin) for device in there - set(keep)]
                connection.executemany(_FORGET_LAPTOP, others)
        self._file.fold()

    def volume(self, origin: str) -> VolumeExport:
        """Give everything a volume holds of one tree.

        Raises:
            LedgerError: there is no such tree.
        """
        head = self.head(origin)
        if head is None:
            raise LedgerError("There is no such tree here.")
        rows = self._file.read(f"{_LEAVES} WHERE t.origin = ? ORDER BY l.n", (origin,))
        leaves = [_leaf(row) for row in rows]
        school, klass, teacher = origin.split("/")[1:4]
        shown = self.heads.of_class(school, klass)
        return VolumeExport(
            origin=origin,
            leaves=leaves,
            head=head,
            orders=[
                Order(tuple(cast("list[int]", canonical.decode(named))), sig)
                for named, sig in self.heads.orders(origin)
            ],
            shown=[note for note, _ in shown],
            teachers=self.heads.certificates({teacher})
            | {hashlib.sha256(der).hexdigest(): der for _, der in shown},
            devices=self.heads.certificates({leaf.device for leaf in leaves}),
        )

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _leaves_of(self, origin: str, device: str) -> list[int]:
        rows = self._file.read(
            f"{_LEAVES} WHERE t.origin = ? AND l.device = ?", (origin, device)
        )
        return [row["n"] for row in rows]


def _holds(body: bytes, now: datetime) -> bool:
    line = parse_body(body)
    return line.kind is Kind.HOLD and is_held(line.common.t, now)


def _new_leaf(line: Sealed, device: str, lesson: str) -> NewLeaf:
    if line.body is None or line.salt is None:
        raise LedgerError("A line without its text cannot be logged.")
    return NewLeaf(
        line.commitment,
        line.body,
        line.salt,
        device,
        line.seq,
        line.prev,
        line.head,
        line.sig,
        lesson,
    )


def _known(
    connection: sqlite3.Connection, line: Sealed, device: str
) -> LoggedLine | None:
    found = connection.execute(
        f"{_LEAVES} WHERE l.device = ? AND l.seq = ? AND l.head = ?",
        (device, line.seq, line.head),
    ).fetchone()
    return LoggedLine(found["origin"], found["n"]) if found else None


def _leaf(row: sqlite3.Row) -> Leaf:
    return Leaf(
        row["origin"],
        row["n"],
        row["commitment"],
        row["body"],
        row["salt"],
        row["device"],
        row["lesson"],
        row["sig"],
        None if row["seq"] is None else sealed_of(row),
    )
