# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines go 30 days after their school year, unless the pupil holds them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agent.daemon.keeping import drop_old
from consent.ledger.draft import Context, Draft
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from tests.agent.daemon.conftest import Disk
from tests.fakes.clock import MONDAY_MORNING

ZONE = ZoneInfo("Europe/Brussels")
DUE = MONDAY_MORNING + timedelta(days=230)
CONTEXT = Context(t=MONDAY_MORNING, boot_ms=5, school="5c" * 16)
NOTE = Draft(Chain.SHARED, Kind.NOTE, {"about": 0, "text": "hallo"})
HOLD = Draft(Chain.SHARED, Kind.HOLD, {"by": "pupil", "target": 0})


def test_this_years_lines_stay_and_last_years_go(disk: Disk) -> None:
    disk.ledger.append_all([NOTE], CONTEXT)
    too_soon, due = MONDAY_MORNING + timedelta(days=150), DUE
    assert drop_old(disk.ledger, ZONE, too_soon, too_soon) == 0
    assert drop_old(disk.ledger, ZONE, due, due) == 1
    assert disk.ledger.page() == []


def test_what_is_held_stays(disk: Disk) -> None:
    disk.ledger.append_all([NOTE, HOLD], CONTEXT)
    assert drop_old(disk.ledger, ZONE, DUE, DUE) == 0


@pytest.mark.parametrize("newest", [None, MONDAY_MORNING])
def test_R35_no_clock_of_the_laptop_deletes_before_the_office_spoke(
    disk: Disk, newest: datetime | None
) -> None:
    disk.ledger.append_all([NOTE], CONTEXT)
    assert drop_old(disk.ledger, ZONE, newest, DUE) == 0


def test_a_log_that_cannot_be_read_deletes_nothing(
    disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise LedgerError("no")

    disk.ledger.held_at = broken  # type: ignore[method-assign]
    assert drop_old(disk.ledger, ZONE, DUE, DUE) == 0
    assert "tried again" in caplog.text
    caplog.clear()
