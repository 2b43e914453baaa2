# SPDX-License-Identifier: GPL-3.0-or-later
"""Which consoles are here, and answering them so that every no looks alike.

Source: docs/spec/access.md "When a no is said".
"""

from agent.core import record
from agent.core.commands import SendAt, SendWire
from agent.core.laptop import Asked, Laptop, LinkFacts
from consent.ledger.chain import Sealed
from protocol import constants as c
from protocol.codec import WireMessage
from protocol.due import accepted, not_shared
from protocol.messages.commands import Entry


def ready(laptop: Laptop, link: int | None) -> LinkFacts | None:
    """Give a link that may be spoken to."""
    found = None if link is None else laptop.links.get(link)
    return found if found is not None and found.ready else None


def first_lease(laptop: Laptop, asked: Asked) -> float:
    """Say until when a granted wish lasts unless a pong carries it on.

    It counts from the ping the command names, or from the command where that is gone.
    """
    link = laptop.links.get(asked.link)
    departed_s = None if link is None else link.ping_departed(asked.body.ping)
    return (asked.arrived_s if departed_s is None else departed_s) + c.SILENCE_S


def say_no(laptop: Laptop, asked: Asked) -> None:
    """Say the one no there is, at the one time there is for this verb."""
    say_at_due(laptop, asked, not_shared(asked.body.seq))


def say_at_due(laptop: Laptop, asked: Asked, message: WireMessage) -> None:
    """Say this at the one time there is for this verb, if that link still lives."""
    if ready(laptop, asked.link) is not None:
        laptop.do(SendAt(asked.link, message, asked.due_s))


def say_yes(laptop: Laptop, asked: Asked, line: Sealed | None = None) -> None:
    """Say yes now, with the laptop's own line of it."""
    receipt: Entry | None = None
    if line is not None:
        receipt = record.entry(line)
        laptop.debts[line.seq].told = ready(laptop, asked.link) is not None
    if ready(laptop, asked.link) is not None:
        laptop.do(SendWire(asked.link, accepted(asked.body.seq, receipt)))


def flush_receipts(laptop: Laptop, link: LinkFacts) -> None:
    """Send lines that no answer carried: a CLOSE goes apart from its Ended."""
    untold = {
        seq
        for seq, debt in laptop.debts.items()
        if debt.teacher == link.teacher and not debt.told
    }
    if not untold:
        return
    for line in laptop.records.unproven(link.teacher):
        if line.sealed.seq in untold and not line.sealed.is_erased:
            record.send_receipt(laptop, link, line.sealed)
