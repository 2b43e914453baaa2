# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened to the list while the service did not run: lost, or changed beside it.

What was lost is told at the start, before anything is written: no number is used twice.
Then the whole list is read through once, some lines at a time.

Source: docs/spec/ledger.md "Loss", "Changed on the laptop"; docs/rights.md R-33.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Final

from agent.core import events as e
from consent.ledger.draft import Context
from consent.ledger.errors import RecordError
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger

LOG = logging.getLogger("inzage.checking")
TOLD_READ: Final = 1_000
BETWEEN: Final = ", "
TEXT_CHARS: Final = 140  # of a TROUBLE


class Checking:
    """Looks at one ledger since its last run."""

    def __init__(
        self, ledger: AgentLedger, device_key: bytes, tell: Callable[[e.Event], None]
    ) -> None:
        """Nothing is read yet.

        Args:
            ledger: the pupil's record.
            device_key: the raw public key that signed each line.
            tell: hears what is not right.
        """
        self._ledger = ledger
        self._walk = ledger.self_check(device_key)
        self._tell = tell
        self._lost: tuple[str, ...] = ()
        self._written: set[str] = set()  # in this run

    def begin(self, context: Context) -> None:
        """Go on after a loss: the first line of a new epoch names what is gone.

        A ledger that cannot be read or written is told elsewhere.
        """
        ledger = self._ledger
        try:
            lost = {chain: ledger.known_seq(chain) for chain in Chain}
            gone = [chain for chain in Chain if lost[chain] > ledger.last_seq(chain)]
            if Chain.SHARED in gone:
                ledger.begin_epoch(ledger.epoch(), lost[Chain.SHARED], context)
        except RecordError:
            return
        self._lost = tuple(f"{chain} {lost[chain]}" for chain in gone)

    def go_on(self) -> None:
        """Tell what was lost, and read some more lines."""
        try:
            lost, self._lost = self._lost, ()
            changed = [] if self._walk.is_done else self._walk.step()
            told = self._told() if lost or changed else set()
        except RecordError:
            LOG.warning("the list could not be read through; it is tried again")
            return
        if lost:
            self._say("lines_lost", lost, told)
        if changed:
            self._say("lines_changed", changed, told)

    def _say(
        self, what: str, places: Sequence[str], told: set[tuple[str, str]]
    ) -> None:
        """Tell of many lines in one sentence, and write one line of it in a run."""
        LOG.error("%s: %s", what, BETWEEN.join(places))
        new = [place for place in places if (what, place) not in told]
        text = _fitting(new or places)
        is_new = bool(new) and what not in self._written
        if is_new:
            self._written.add(what)
        self._tell(e.ListFault(what, text, is_new))

    def _told(self) -> set[tuple[str, str]]:
        lines = self._ledger.newest(Chain.OWN, Kind.TROUBLE, TOLD_READ)
        entries = [line.entry for line in lines if line.entry is not None]
        return {
            (entry.text("what"), place)
            for entry in entries
            for place in entry.text("text").split(BETWEEN)
        }


def _fitting(places: Sequence[str]) -> str:
    """Name as many places as a line has room for."""
    fits = len(places)
    while fits > 1 and len(BETWEEN.join(places[:fits])) > TEXT_CHARS:
        fits -= 1
    return BETWEEN.join(places[:fits])
