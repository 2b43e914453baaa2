# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher's computer keeps beside the trees: heads of colleagues, certificates.

Nothing is checked here: who keeps a head or a certificate checked it first.

Source: docs/spec/ledger.md "Two lists"; docs/spec/volume.md.
"""

from collections.abc import Container
from typing import Final

from consent.ledger.checkpoint import parse_unchecked
from consent.store.sqlite_file import SqliteFile

KEPT_OF_A_TREE: Final = 8
_DROP_OLD: Final = """
DELETE FROM shown WHERE origin = ?1
  AND rowid NOT IN (SELECT rowid FROM shown WHERE origin = ?1
    ORDER BY rowid DESC LIMIT ?2)
  AND size NOT IN (SELECT size FROM shown WHERE origin = ?1
    GROUP BY size HAVING count(*) > 1)
"""


class ConsoleHeads:
    """Heads of colleagues' trees and certificates of laptops, in the ledger's file."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    def keep(self, note: bytes, der: bytes) -> bool:
        """Keep a colleague's head; say whether it contradicts one that is kept.

        The newest few of a tree stay, and every two of one size: they are evidence.
        A signed head has one form, so two of one size differ in their root.

        Raises:
            LedgerError: it is not kept.
        """
        point = parse_unchecked(note)
        with self._file.committing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO shown(origin, size, root, note, der)"
                " VALUES (?, ?, ?, ?, ?)",
                (point.origin, point.size, point.root, note, der),
            )
            connection.execute(_DROP_OLD, (point.origin, KEPT_OF_A_TREE))
        rows = self._file.read(
            "SELECT 1 FROM shown WHERE origin = ? AND size = ? AND root <> ?",
            (point.origin, point.size, point.root),
        )
        return bool(rows)

    def of_class(self, school: str, klass: str) -> list[tuple[bytes, bytes]]:
        """Give the heads kept of a class, newest first, each with its certificate."""
        rows = self._file.read(
            "SELECT note, der FROM shown WHERE origin LIKE ? ORDER BY rowid DESC",
            (f"inzage/{school}/{klass}/%",),
        )
        return [(bytes(row["note"]), bytes(row["der"])) for row in rows]

    def drop_before(self, month: str) -> None:
        """Forget the heads of the months before one (yyyy-mm)."""
        with self._file.committing() as connection:
            connection.execute(
                "DELETE FROM shown WHERE substr(origin, -7) < ?", (month,)
            )

    def remember(self, fingerprint: str, holder: str, der: bytes) -> None:
        """Keep a certificate: a volume must show whose signatures it holds."""
        with self._file.committing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO certificates VALUES (?, ?, ?)",
                (fingerprint, holder, der),
            )

    def certificates(self, holders: Container[str]) -> dict[str, bytes]:
        """Give the certificates of some laptops or teachers, by fingerprint."""
        rows = self._file.read("SELECT * FROM certificates ORDER BY rowid")
        return {
            row["fingerprint"]: bytes(row["der"])
            for row in rows
            if row["holder"] in holders
        }

    def keep_order(self, origin: str, leaves: bytes, sig: bytes) -> None:
        """Keep an order to forget text, so that who gave it can be checked later."""
        with self._file.committing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO orders VALUES (?, ?, ?)", (sig, origin, leaves)
            )

    def orders(self, origin: str) -> list[tuple[bytes, bytes]]:
        """Give the orders that were carried out in a tree: leaves and signature."""
        rows = self._file.read(
            "SELECT leaves, sig FROM orders WHERE origin = ? ORDER BY rowid", (origin,)
        )
        return [(bytes(row["leaves"]), bytes(row["sig"])) for row in rows]
