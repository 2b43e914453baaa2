# SPDX-License-Identifier: GPL-3.0-or-later
"""A sealed line out of a row."""

import sqlite3
from contextlib import closing

import pytest

from consent.ledger.chain import Sealed
from consent.ledger.kinds import Chain
from consent.store.sealed_row import sealed_of

COLUMNS = ("seq", "body", "salt", "commitment", "prev", "head", "sig")
VALUES = (7, b"b", b"s", b"c", b"p", b"h", b"g")


@pytest.mark.parametrize("chain", Chain)
def test_each_column_comes_to_its_place(chain: Chain) -> None:
    with closing(sqlite3.connect(":memory:")) as file:
        file.row_factory = sqlite3.Row
        names = ", ".join(f"? AS {name}" for name in reversed(COLUMNS))
        row = file.execute(f"SELECT {names}", VALUES[::-1]).fetchone()
    assert sealed_of(row, chain) == Sealed(chain, *VALUES)
    assert sealed_of(row) == Sealed(Chain.SHARED, *VALUES)
