# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting a slot date's looks from the rows of a laptop's ledger.

Source: docs/spec/ledger.md "Counting".
"""

import sqlite3
from typing import Final

from consent.ledger.caps import Look, Used, used
from consent.ledger.entry import parse_body
from consent.purpose import Purpose
from consent.store.sqlite_file import SqliteFile

_LOOKS: Final = """
SELECT o.body, o.access, c.body AS close_body FROM entries AS o
LEFT JOIN entries AS c ON c.kind = 'CLOSE' AND c.open_seq = o.seq
WHERE o.slot_date = ? AND o.kind = 'OPEN'
"""
_REFUSED: Final = """
SELECT body FROM entries WHERE slot_date = ? AND kind = 'REFUSED'
  AND purpose IN ('view', 'show')
"""


def used_on(file: SqliteFile, slot_date: str, refused_waiting: int) -> Used:
    """Count a slot date.

    Args:
        file: the ledger.
        slot_date: which slot on which date.
        refused_waiting: refused asks to view or show that are not on disk yet.

    Raises:
        LedgerError: it cannot be read; then nobody may look.
    """
    looks = [_look(row) for row in file.read(_LOOKS, (slot_date,))]
    refused = [parse_body(row["body"]) for row in file.read(_REFUSED, (slot_date,))]
    written = sum(entry.number("count") for entry in refused)
    return used(looks, written + refused_waiting)


def _look(row: sqlite3.Row) -> Look:
    opened = parse_body(row["body"])
    closed = parse_body(row["close_body"]) if row["close_body"] else None
    return Look(
        Purpose(opened.text("purpose")),
        row["access"],
        opened.common.t,
        opened.time("until") or opened.common.t,
        closed.common.t if closed else None,
        closed.number("seconds") if closed else None,
    )
