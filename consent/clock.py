# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the laptop's own clock can be believed. The console's never counts.

Source: docs/spec/decision.md, "Clock"; docs/rights.md P03.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

MAY_LAG: Final = timedelta(seconds=120)
MAY_LEAD: Final = timedelta(days=400)
MAY_STEP_S: Final = 120.0


def plausible(
    now: datetime, last_entry: datetime | None, newest_issued: datetime | None
) -> bool:
    """Say whether now can lie after all that this laptop has already seen.

    Args:
        now: the wall clock, aware UTC.
        last_entry: the time of the ledger's last entry; None in an empty ledger.
        newest_issued: the latest issue of any paper held; None without papers.
    """
    seen = [moment for moment in (last_entry, newest_issued) if moment]
    if not seen:
        return False
    newest = max(seen)
    return newest - MAY_LAG <= now <= newest + MAY_LEAD


@dataclass(frozen=True, slots=True)
class ClockWatch:
    """The wall clock held against boot time, which only ever runs.

    Both are compared with one anchor, so that many small steps count as the one they
    make. After two minutes' worth nobody is watched, until a set that is newer than the
    one held at the step was issued no later than the clock now says.
    """

    wall: datetime
    boot_s: float
    doubted_at_serial: int | None = None

    @property
    def is_doubted(self) -> bool:
        """Say whether the clock has jumped and no newer set agreed since."""
        return self.doubted_at_serial is not None

    def looked(self, wall: datetime, boot_s: float, set_serial: int) -> "ClockWatch":
        """Compare both clocks again.

        Args:
            wall: the wall clock, aware UTC.
            boot_s: boot time at the same instant.
            set_serial: of the newest set held; 0 without one.
        """
        went_s = (wall - self.wall).total_seconds()
        if abs(went_s - (boot_s - self.boot_s)) <= MAY_STEP_S:
            return self
        return ClockWatch(wall, boot_s, set_serial)

    def set_came(self, serial: int, issued: datetime, wall: datetime) -> "ClockWatch":
        """Believe the clock again if this set is newer and lies in its past.

        Args:
            serial: of the set.
            issued: when it says it was issued.
            wall: the wall clock now, aware UTC.
        """
        doubted = self.doubted_at_serial
        if doubted is not None and serial > doubted and issued <= wall + MAY_LAG:
            return replace(self, doubted_at_serial=None)
        return self
