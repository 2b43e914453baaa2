# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a teacher's ledger are strict."""

import sqlite3

from consent.store.console_schema import FORMS


def test_every_table_is_strict() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript("".join(FORMS))
    tables = connection.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if not row[1].startswith("sqlite_")]
    connection.close()
    assert len(ours) == 6
    assert all(row[5] == 1 for row in ours)
