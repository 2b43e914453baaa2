# SPDX-License-Identifier: GPL-3.0-or-later
"""The DPO's orders: each is checked, and carried out with a line the pupil sees.

The line comes first: when "the officer read your list" is not on disk, there is no
pack.

Source: docs/spec/ledger.md "The DPO"; docs/rights.md R-34, R-37.
"""

from dataclasses import dataclass
from typing import Final

from agent.core.laptop import Laptop
from agent.core.record import context
from agent.daemon.dpo_erasure import DpoErasure
from agent.daemon.own_list import OwnList
from consent.documents.signed import Signer
from consent.ledger import officer
from consent.ledger.draft import Draft
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerError, OfficerOrder, Wish
from consent.store.agent_ledger import AgentLedger

NOTES_READ: Final = 1_000
EVERY: Final = -1  # a pupil who opens the list often pushes no reading out of sight


@dataclass(frozen=True, slots=True)
class Officer:
    """Carries out what a DPO signed."""

    ledger: AgentLedger
    own_list: OwnList

    def carry_out(self, laptop: Laptop, data: bytes) -> bytes | None:
        """Do what an order says; give the pack when it is to read the list.

        Raises:
            OfficerError: it is no order for here and now.
            LedgerError: the pupil's line is not known to be on disk: nothing is done.
            ValueError: the list is more than a pack holds.
        """
        order = self._read(laptop, data)
        match order.wish:
            case Wish.READ:
                return self._pack(laptop, data)
            case Wish.NOTE:
                self._note(laptop, order)
            case Wish.ERASE:
                DpoErasure(self.ledger).announce(laptop, order, data)
        return None

    def _read(self, laptop: Laptop, data: bytes) -> OfficerOrder:
        trust = laptop.shelf.trust
        if trust is None:
            raise OfficerError(
                "This laptop has no letter of trust, so it knows no DPO. Bring it the "
                "school's papers (inzage-agentd papers import FOLDER), then the order."
            )
        if not laptop.clock_ok:
            raise OfficerError(
                "The clock of this laptop is in doubt. Set its date and time right, "
                "and bring the order again."
            )
        if trust.is_expired(laptop.now.wall):
            until = laptop.local_time(trust.not_after)
            raise OfficerError(
                "The letter of trust of this laptop was good until "
                f"{until:%d-%m-%Y}: another may be the DPO since. Bring it "
                "the school's newer papers (inzage-agentd papers import FOLDER), then "
                "the order."
            )
        return officer.read(
            data,
            dpo_key=trust.key_of(Signer.DPO),
            school=trust.school,
            device=laptop.me.device,
            now=laptop.now.wall,
        )

    def _pack(self, laptop: Laptop, data: bytes) -> bytes:
        order = officer.hash_of(data)
        self._refuse_if_read(laptop, order)
        fields = {
            "by": "dpo",
            "from": 0,
            "to": self.ledger.last_seq(Chain.SHARED),
            "order": order,
        }
        self.ledger.append(Chain.OWN, Kind.LOG_READ, fields, context(laptop))
        return self.own_list.pack(laptop)

    def _refuse_if_read(self, laptop: Laptop, order: str) -> None:
        """Refuse an order that was read with: who brings it is not the DPO each time.

        The line remembers it. It came before the pack, so there may have been none.
        """
        for line in self.ledger.newest(Chain.OWN, Kind.LOG_READ, EVERY):
            if line.entry and line.entry.fields.get("order") == order:
                read_at = laptop.local_time(line.entry.common.t)
                raise OfficerError(
                    f"This order was used on {read_at:%d-%m-%Y} at {read_at:%H:%M}, "
                    "and it is good for one reading. If there is no pack of it, or "
                    "another is needed, ask the DPO for a new order (inzage-admin dpo "
                    "read)."
                )

    def _note(self, laptop: Laptop, order: OfficerOrder) -> None:
        """Write the note beside the line, once, however often it is brought."""
        note = {"about": order.about, "text": order.text}
        last = self.ledger.last_seq(Chain.SHARED)
        if order.about > last:
            raise officer.no_such_line(order.about, last)
        notes = self.ledger.newest(Chain.SHARED, Kind.NOTE, NOTES_READ)
        if any(line.entry and dict(line.entry.fields) == note for line in notes):
            return
        draft = Draft(Chain.SHARED, Kind.NOTE, note)
        self.ledger.append_all((draft,), context(laptop))
