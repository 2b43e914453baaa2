# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher's program is still to forget: one order at a time, until it says so.

The orders are signed and on disk since the pupil's click; nothing here can make one.
Source: docs/spec/access.md "Forgetting"; docs/rights.md R-34.
"""

from collections.abc import Sequence
from datetime import datetime

from agent.core import record
from agent.core.commands import KeepErased, SendWire
from agent.core.laptop import Laptop, LinkFacts
from consent.ledger.erasure import EraseOrder, is_held
from protocol.messages.records import Erase, Erased


def ask(laptop: Laptop, link: LinkFacts) -> None:
    """Send the oldest order this teacher's program still owes; one is out at most."""
    if not link.ready or link.erasing is not None or _is_kept(laptop):
        return
    none: Sequence[EraseOrder] = ()
    teacher = link.peer.id.hex()
    owed = record.read(laptop, lambda: laptop.records.owed_erasures(teacher), none)
    order = next((x for x in owed if x.sig not in link.erase_asked), None)
    if order is not None:
        link.erasing = order
        link.erase_asked.add(order.sig)  # once on each link, whatever it answers
        laptop.do(SendWire(link.id, Erase(order.leaves, order.sig)))


def _is_kept(laptop: Laptop) -> bool:
    """Say whether the pupil said keep since: what waits then waits on."""
    doubt: datetime | None = laptop.now.wall
    held_at = record.read(laptop, laptop.records.held_at, doubt)
    return is_held(held_at, laptop.now.wall)


def ask_all(laptop: Laptop) -> None:
    """Send what every program that is here still owes."""
    for link in laptop.links.values():
        ask(laptop, link)


def heard(laptop: Laptop, link: LinkFacts, erased: Erased) -> None:
    """Let go of an order carried out whole; the rest waits for another link."""
    order, link.erasing = link.erasing, None
    if order is None:
        return
    if set(order.leaves) <= set(erased.leaves):
        laptop.do(KeepErased(order.sig))
    ask(laptop, link)
