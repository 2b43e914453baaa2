# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts come from rows; what is only in memory is added, what is elsewhere is not."""

from pathlib import Path

from consent.ledger.caps import Used
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_counting import used_on
from consent.store.agent_schema import FORMS
from consent.store.sqlite_file import SqliteFile
from tests.fakes.records import (
    SLOT_DATE,
    Keys,
    close_fields,
    context,
    laptop,
    open_fields,
    refused_fields,
)

KEY = Keys()


def test_rows_and_what_waits_are_counted_together(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, Keys())
    ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    ledger.append(Chain.SHARED, Kind.CLOSE, close_fields(1, 20), context(20))
    ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context(slot_date="x"))
    ledger.append(Chain.OWN, Kind.REFUSED, refused_fields(count=2), context())
    ledger.append(
        Chain.OWN, Kind.REFUSED, refused_fields(purpose="overview"), context()
    )
    ledger.close()
    file = SqliteFile(tmp_path / "ledger.db", FORMS)
    assert used_on(file, SLOT_DATE, 3) == Used(view_s=20 + 5 * 15)
    assert used_on(file, "nowhere", 0) == Used()
    file.close()
