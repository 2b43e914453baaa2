# SPDX-License-Identifier: GPL-3.0-or-later
"""What teachers' programs are still to forget, until each says that it did.

The orders are made and signed in the same transaction that takes the words out of the
laptop's own list: where a line's copy stands is known from the proof that the teacher's
program gave of it. Source: docs/spec/ledger.md "Erasure".
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final, cast

from consent.documents import canonical
from consent.ledger.checkpoint import parse_unchecked
from consent.ledger.erasure import EraseOrder, orders
from consent.store.agent_proofs import proof_of
from consent.store.sqlite_file import SqliteFile

_PROOFS: Final = "SELECT proof, command_proof FROM entries WHERE n = ?"


def orders_for(
    file: SqliteFile, places: Iterable[int], sign: Callable[[bytes], bytes]
) -> list[EraseOrder]:
    """Make the orders for lines that are about to go, by their places in the list.

    A line that no teacher's program ever proved to have has no place there to name.
    """
    leaves: dict[str, list[int]] = {}
    for place in places:
        for row in file.read(_PROOFS, (place,)):
            for held in filter(None, (row["proof"], row["command_proof"])):
                proof = proof_of(held)
                origin = parse_unchecked(proof.checkpoint).origin
                leaves.setdefault(origin, []).append(proof.leaf)
    return orders(leaves, sign)


def keep(connection: sqlite3.Connection, owed: Sequence[EraseOrder]) -> None:
    """Keep orders until they are carried out."""
    connection.executemany(
        "INSERT OR IGNORE INTO erasures VALUES (?, ?, ?)",
        [(one.sig, one.origin, canonical.encode(list(one.leaves))) for one in owed],
    )


def owed_erasures(file: SqliteFile, teacher: str = "") -> list[EraseOrder]:
    """Give the orders that wait, oldest first; of one teacher's trees, or of all."""
    rows = file.read("SELECT * FROM erasures ORDER BY rowid")
    return [
        EraseOrder(row["origin"], _leaves(row["leaves"]), row["sig"])
        for row in rows
        if not teacher or _teacher_of(row["origin"]) == teacher
    ]


def _teacher_of(origin: str) -> str:
    """Read a teacher's id from the name of a tree."""
    return origin.split("/")[3]


def _leaves(data: bytes) -> tuple[int, ...]:
    return tuple(cast("list[int]", canonical.decode(data)))
