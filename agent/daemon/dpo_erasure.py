# SPDX-License-Identifier: GPL-3.0-or-later
"""A DPO's order to erase: a line the pupil reads, and the erasure when it has waited.

The line holds all that the DPO signed. So there is no other place where an order waits,
no other clock, and nothing that can get lost between two files.

Source: docs/spec/ledger.md "Erasure", "The DPO"; docs/rights.md R-34.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    ORDER_LIVES,
    OrderedBy,
    is_held,
)
from consent.ledger.errors import ChainError, RecordError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerError, OfficerOrder
from consent.ledger.order_state import (
    STANDS,
    OrderFacts,
    OrderState,
    order_state,
)
from consent.store.agent_ledger import AgentLedger

LOG = logging.getLogger("inzage.dpo_erasure")
LINES_READ: Final = 1_000
Asked = tuple[Line, EntryBody, OrderFacts]
ENDED: Final = {
    OrderState.NOT_SIGNED: "its line in the list was changed outside Inzage",
    OrderState.OTHER_EPOCH: (
        "lines of the list were lost since, and one may have said to keep it"
    ),
    OrderState.STOPPED: "the pupil had the list kept since",
    OrderState.TOO_OLD: f"{ORDER_LIVES.days} days went by since",
    OrderState.DONE: "the words it was about are gone",
}
"""Why an order that was brought before takes nothing: the states that do not stand."""


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
        self._refuse_if_held(laptop)
        if self._is_taken(laptop, officer.sig_of(data)):
            return
        last = self.ledger.last_seq(Chain.SHARED)
        if order.about > last:
            raise officer.no_such_line(order.about, last)
        going = self.ledger.erasable(order.about, laptop.now.wall + DPO_WAITS)
        if not going:
            raise OfficerError(self._why_nothing(order.about))
        close = next((seq for seq in going if order.about not in (0, seq)), 0)
        fields = officer.line_fields(order, data, close)
        draft = Draft(Chain.SHARED, Kind.ORDER, fields)
        self.ledger.append_all((draft,), context(laptop))

    def carry_out(self, laptop: Laptop) -> bool:
        """Erase what has waited long enough; say whether anything went.

        With a clock that is in doubt nothing goes, and what fails is tried again.
        """
        if not laptop.clock_ok:
            return False
        try:
            due = [
                (order.number("target"), line.n)
                for line, order, facts in self._asked(laptop)
                if order_state(order, facts, laptop.now.wall) is OrderState.DUE
            ]
            return sum(self._erase(laptop, *one) for one in due) > 0
        except RecordError as error:
            LOG.warning("an order of the DPO waits for the log: %s", error)
            return False

    def first_day(self, laptop: Laptop) -> datetime | None:
        """Give the moment from which the oldest order that stands is carried out.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        for asked in self._asked(laptop):
            if self._state(laptop, asked) in STANDS:
                return asked[1].common.t + DPO_WAITS
        return None

    def _is_taken(self, laptop: Laptop, sig: str) -> bool:
        """Say whether this order is a line that stands.

        Raises:
            OfficerError: it is one that takes nothing any more.
        """
        for asked in self._asked(laptop):
            _, order, _ = asked
            if order.text("sig") != sig:
                continue
            state = self._state(laptop, asked)
            if state not in STANDS:
                day = laptop.local_time(order.common.t)
                raise OfficerError(
                    f"This order was brought on {day:%d-%m-%Y}, and it erases nothing "
                    f"any more: {ENDED[state]}. Have the DPO sign a new one "
                    "(inzage-admin dpo erase)."
                )
            return True
        return False

    def _state(self, laptop: Laptop, asked: Asked) -> OrderState:
        """Say how far an order is, and whether there are words left for it."""
        line, order, facts = asked
        now = laptop.now.wall
        state = order_state(order, facts, now)
        if state not in STANDS:
            return state  # to look for its words is to walk the whole list
        target, then = order.number("target"), now + DPO_WAITS
        has_words = self.ledger.has_words(target, then, line.n)
        return order_state(order, replace(facts, has_words=has_words), now)

    def _refuse_if_held(self, laptop: Laptop) -> None:
        held_at = self.ledger.held_at()
        if held_at is not None and is_held(held_at, laptop.now.wall):
            until = laptop.local_time(held_at + HOLD_LASTS)
            raise OfficerError(
                f"The pupil has this list kept until {until:%d-%m-%Y}: nothing of it "
                "is erased before. Sign a new order after that day, or speak with the "
                "pupil."
            )

    def _why_nothing(self, about: int) -> str:
        """Say why an order would take nothing, and what then."""
        if about == 0:
            return (
                "The list of this laptop has no words to erase: nothing is left to do."
            )
        lines = self.ledger.lines(Chain.SHARED, about, 1)
        entry = lines[0].entry if lines and lines[0].sealed.seq == about else None
        if entry is None:
            return f"Line {about} has no words any more: nothing is left to do."
        return (
            f"Line {about} stays: a {entry.kind} keeps its words. Write a note beside "
            "it instead (inzage-admin dpo note)."
        )

    def _asked(self, laptop: Laptop) -> Iterator[Asked]:
        """Give each ORDER line and what decides over it, oldest first."""
        lines = self.ledger.newest(Chain.SHARED, Kind.ORDER, LINES_READ)
        if not lines:
            return
        facts = self._facts(laptop)
        for line in reversed(lines):
            if line.entry is not None:
                is_signed = _is_signed(laptop, line)
                yield line, line.entry, replace(facts, is_signed=is_signed)

    def _facts(self, laptop: Laptop) -> OrderFacts:
        """Give what is the same for each order."""
        holds = self.ledger.newest(Chain.SHARED, Kind.HOLD)
        trust = laptop.shelf.trust
        return OrderFacts(
            is_signed=False,
            epoch=self.ledger.epoch(),
            hold_seq=holds[0].sealed.seq if holds else 0,
            held_at=self.ledger.held_at(),
            newest_paper=laptop.shelf.newest_issued,
            is_trust_over=trust is not None and trust.is_expired(laptop.now.wall),
        )

    def _erase(self, laptop: Laptop, target: int, before: int) -> bool:
        """Erase what stood before the pupil was told; later lines were not meant."""
        where = context(laptop)
        return bool(self.ledger.erase(target, OrderedBy.DPO, where, before))


def _is_signed(laptop: Laptop, line: Line) -> bool:
    """Say whether the laptop wrote this line and the DPO of now signed what it says.

    The key is asked each time: a DPO's key that was replaced orders nothing any more.
    """
    trust = laptop.shelf.trust
    try:
        entry = chains.check(line.sealed, laptop.me.sign_pub)
    except ChainError:  # the walk at the start tells of it
        return False
    if trust is None or entry is None:
        return False
    return officer.is_ordered(entry, trust.key_of(Signer.DPO))
