# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a laptop's ledger are strict, and hold no column for a picture."""

import sqlite3

from consent.store.agent_schema import FORMS


def test_every_table_is_strict() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript("".join(FORMS))
    tables = connection.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if not row[1].startswith("sqlite_")]
    connection.close()
    assert len(ours) == 10
    assert all(row[5] == 1 for row in ours)
