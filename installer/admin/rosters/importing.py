# SPDX-License-Identifier: GPL-3.0-or-later
"""Show what a set would change, and then change exactly that.

Nobody's lock is held while somebody reads and thinks.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from consent.store.register.changes import Changes, Kind
from consent.store.register.closed import Deed
from consent.store.register.incoming import IncomingSet
from consent.store.register.intake import take_in
from consent.store.register.people import count_seated
from consent.store.register.register import Desk, note_act
from consent.store.register.retention import Forgotten, forget
from installer.admin.office import Office
from installer.admin.trouble import OfficeError

MANY: Final = 0.25  # of the pupils of a year; a set that is not whole loses more


@dataclass(frozen=True, slots=True)
class Plan:
    """What a set would change."""

    changes: Changes
    pupils: int  # with a class in that year, before
    forgotten: Forgotten

    @property
    def leaving(self) -> int:
        """Count the pupils who would have no class any more."""
        return len(self.changes.of(Kind.PUPIL_LEFT))

    @property
    def loses_many(self) -> bool:
        """Say whether so many would leave that the set may not be whole."""
        return self.leaving > self.pupils * MANY


def plan(office: Office, incoming: IncomingSet, now: datetime, today: date) -> Plan:
    """Say what a set would change; nothing is kept."""
    with office.register.rehearse() as desk:
        return _take(desk, office.school, incoming, now, today)


def carry_out(
    office: Office, incoming: IncomingSet, now: datetime, today: date, shown: Plan
) -> None:
    """Change what was shown, all of it or nothing.

    Raises:
        OfficeError: the register changed meanwhile, so that it would be something else.
    """
    with office.register.begin() as desk:
        done = _take(desk, office.school, incoming, now, today)
        if sorted(done.changes.found) != sorted(shown.changes.found):
            raise OfficeError("import.overtaken")
        note_act(desk, office.school, office.by, Deed.CLASS_IMPORT, now)


def _take(
    desk: Desk, school: str, incoming: IncomingSet, now: datetime, today: date
) -> Plan:
    pupils = count_seated(desk, school, incoming.school_year)
    changes = take_in(desk, school, incoming)
    return Plan(changes, pupils, forget(desk, school, now, today))
