# SPDX-License-Identifier: GPL-3.0-or-later
"""A sealed line out of a row, in whichever file it lies."""

import sqlite3

from consent.ledger.chain import Sealed
from consent.ledger.kinds import Chain


def sealed_of(row: sqlite3.Row, chain: Chain = Chain.SHARED) -> Sealed:
    """Give the record itself; a file that holds shared lines alone names no chain."""
    return Sealed(
        chain,
        row["seq"],
        row["body"],
        row["salt"],
        row["commitment"],
        row["prev"],
        row["head"],
        row["sig"],
    )
