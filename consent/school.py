# SPDX-License-Identifier: GPL-3.0-or-later
"""What one laptop holds about one class, as plain frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from consent.documents.charter import Charter
from consent.documents.classes import ClassSheet
from consent.documents.revocations import Revocations
from consent.documents.slip import Slip
from consent.documents.trust import Trust


@dataclass(frozen=True, slots=True)
class Papers:
    """The documents that rule one pupil in one class, read together."""

    trust: Trust
    charter: Charter
    sheet: ClassSheet
    slip: Slip
    revocations: Revocations

    @property
    def zone(self) -> ZoneInfo:
        """Give the school's time zone."""
        return self.trust.zone

    def day(self, now: datetime) -> date:
        """Give the school's own day at an instant."""
        return now.astimezone(self.zone).date()

    def are_alive(self, now: datetime) -> bool:
        """Say whether those with nothing but an end have not come to it."""
        return not any(
            one.is_expired(now) for one in (self.trust, self.sheet, self.slip)
        )


@dataclass(frozen=True, slots=True)
class Door:
    """What it takes to be connected with and be given newer papers.

    No expiry is asked here: stale papers close powers, never the door.
    """

    teachers_ca: bytes
    devices_ca: bytes
    is_demo: bool
    cidrs: tuple[str, ...]
    dials_out: bool
