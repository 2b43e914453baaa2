# SPDX-License-Identifier: GPL-3.0-or-later
"""A DPO's order to erase: a line the pupil reads, and the erasure when it has waited.

The line holds all that the DPO signed. So there is no other place where an order waits,
no other clock, and nothing that can get lost between two files.

Source: docs/spec/ledger.md "Erasure", "The DPO"; docs/rights.md R-34.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from agent.core.laptop import Laptop
from agent.core.record import context
from consent.documents.signed import Signer
from consent.ledger import chain as chains
from consent.ledger import officer
from consent.ledger.draft import Draft, Line
from consent.ledger.entry import EntryBody
from consent.ledger.erasure import (
    DPO_WAITS,
    HOLD_LASTS,
    OrderedBy,
    is_held,
    may_carry_out,
    still_waits,
)
from consent.ledger.errors import ChainError, RecordError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerError, OfficerOrder
from consent.store.agent_ledger import AgentLedger

LOG = logging.getLogger("inzage.dpo_erasure")
LINES_READ: Final = 1_000


@dataclass(frozen=True, slots=True)
class DpoErasure:
    """What the DPO wants erased on this laptop."""

    ledger: AgentLedger

    def announce(self, laptop: Laptop, order: OfficerOrder, data: bytes) -> None:
        """Write the line that the pupil reads, once, however often it is brought.

        Args:
            laptop: when and where.
            order: what `data` says; it was read and found good.
            data: the order as it was brought.

        Raises:
            OfficerError: says why the list keeps its words.
            LedgerError: nothing is known to be written; bring it again.
        """
        now = laptop.now.wall
        held_at = self.ledger.held_at()
        if held_at is not None and is_held(held_at, now):
            until = laptop.local_time(held_at + HOLD_LASTS)
            raise OfficerError(f"The pupil has this list kept until {until:%d-%m-%Y}.")
        going = self.ledger.erasable(order.about, now + DPO_WAITS)
        if not going:
            raise OfficerError("There is no such line, or it keeps its words.")
        close = next((seq for seq in going if order.about not in (0, seq)), 0)
        fields = officer.line_fields(order, data, close)
        taken = self.ledger.newest(Chain.SHARED, Kind.ORDER, LINES_READ)
        if not any(x.entry and x.entry.fields["sig"] == fields["sig"] for x in taken):
            draft = Draft(Chain.SHARED, Kind.ORDER, fields)
            self.ledger.append_all((draft,), context(laptop))

    def carry_out(self, laptop: Laptop) -> bool:
        """Erase what has waited long enough; say whether anything went.

        With a clock that is in doubt nothing goes, and what fails is tried again.
        """
        if not laptop.clock_ok:
            return False
        try:
            due = [line for line in self._waiting(laptop) if self._is_due(laptop, line)]
            return sum(self._erase(laptop, line) for line in due) > 0
        except RecordError as error:
            LOG.warning("an order of the DPO waits for the log: %s", error)
            return False

    def first_day(self, laptop: Laptop) -> datetime | None:
        """Give the moment from which the oldest order that waits is carried out.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        lines = [x.entry.common.t for x in self._waiting(laptop) if x.entry]
        return min(lines) + DPO_WAITS if lines else None

    def _waiting(self, laptop: Laptop) -> list[Line]:
        """Give the ORDER lines that stand and have words to take, oldest first."""
        lines = self.ledger.newest(Chain.SHARED, Kind.ORDER, LINES_READ)
        if not lines:
            return []
        hold, epoch = self._hold(), self.ledger.epoch()
        return [
            line
            for line in reversed(lines)
            if line.entry
            and still_waits(line.entry, hold, epoch, laptop.now.wall)
            and self._has_words(line, laptop.now.wall)
        ]

    def _has_words(self, line: Line, now: datetime) -> bool:
        """Say whether words are left: it may be done, by this order or by the pupil."""
        target = line.entry.number("target") if line.entry else 0
        return bool(self.ledger.erasable(target, now + DPO_WAITS, line.n))

    def _is_due(self, laptop: Laptop, line: Line) -> bool:
        """Say whether the laptop wrote this line, the DPO of now signed it, and it may.

        The key is asked again: a DPO's key that was replaced orders nothing any more.
        """
        trust = laptop.shelf.trust
        try:
            entry = chains.check(line.sealed, laptop.me.sign_pub)
        except ChainError:  # the walk at the start tells of it
            return False
        if trust is None or entry is None:
            return False
        hold, epoch = self._hold(), self.ledger.epoch()
        return officer.is_ordered(entry, trust.key_of(Signer.DPO)) and may_carry_out(
            entry, hold, epoch, laptop.now.wall
        )

    def _erase(self, laptop: Laptop, line: Line) -> bool:
        """Erase what stood before the pupil was told; later lines were not meant."""
        target = line.entry.number("target") if line.entry else 0
        where = context(laptop)
        return bool(self.ledger.erase(target, OrderedBy.DPO, where, line.n))

    def _hold(self) -> EntryBody | None:
        lines = self.ledger.newest(Chain.SHARED, Kind.HOLD)
        return lines[0].entry if lines else None
