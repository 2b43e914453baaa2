# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may order that text is forgotten: the laptop for its pupil, or the DPO.

A teacher's key is no argument of any function here, so it can order nothing.

Source: docs/spec/ledger.md "Erasure"; GDPR art. 17; docs/rights.md R-34.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from consent.documents import canonical
from consent.ledger.chain import is_signed
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Kind

CONTEXT: Final = b"inzage/erase/v1\0"
ORDER_LEAVES: Final = 50  # docs/spec/wire.md, "Erase"
DPO_WAITS: Final = timedelta(days=14)
ORDER_LIVES: Final = DPO_WAITS + timedelta(days=30)
HOLD_LASTS: Final = timedelta(days=365)
KEEPS_WORDS: Final = frozenset(
    {
        Kind.CONSENT,
        Kind.NOTICE,
        Kind.ASKED,
        Kind.GAP,
        Kind.HOLD,
        Kind.ORDER,
        Kind.REDACT,
    }
)
"""What no order takes, whoever gives it: choices, and what was done to the list."""


class OrderedBy(StrEnum):
    """Whose key signed an order."""

    PUPIL = "pupil"  # by the laptop's: the pupil's click, or a DPO's order that waited
    DPO = "dpo"


@dataclass(frozen=True, slots=True)
class EraseOrder:
    """What a teacher's program is told to forget: leaves of one of its trees."""

    origin: str
    leaves: tuple[int, ...]
    sig: bytes  # the laptop's or the DPO's, over order_bytes


def orders(
    leaves: Mapping[str, Iterable[int]], sign: Callable[[bytes], bytes]
) -> list[EraseOrder]:
    """Make the signed orders for leaves of trees, each as long as one message holds."""
    made = []
    for origin, numbers in leaves.items():
        rest = sorted(set(numbers))
        for at in range(0, len(rest), ORDER_LEAVES):
            part = tuple(rest[at : at + ORDER_LEAVES])
            made.append(EraseOrder(origin, part, sign(order_bytes(origin, part))))
    return made


def order_bytes(origin: str, leaves: Sequence[int]) -> bytes:
    """Give what is signed to have the text of leaves of one tree forgotten."""
    body = {"v": 1, "origin": origin, "leaves": sorted(set(leaves))}
    return CONTEXT + canonical.encode(body)


def ordered_by(
    origin: str, leaves: Sequence[int], sig: bytes, device_key: bytes, dpo_key: bytes
) -> OrderedBy | None:
    """Say who signed an order for this tree; None when neither of the two did."""
    order = order_bytes(origin, leaves)
    if is_signed(order, sig, device_key):
        return OrderedBy.PUPIL
    return OrderedBy.DPO if is_signed(order, sig, dpo_key) else None


def find_tree(
    origins: Iterable[str],
    leaves: Sequence[int],
    sig: bytes,
    device_key: bytes,
    dpo_key: bytes,
) -> tuple[str, OrderedBy] | None:
    """Find the tree an order is for: the message does not name it, its sig does."""
    for origin in origins:
        by = ordered_by(origin, leaves, sig, device_key, dpo_key)
        if by is not None:
            return origin, by
    return None


def keeps_words(line: EntryBody) -> bool:
    """Say whether no order takes the words of a line; that a DPO read stays too."""
    was_read = line.kind is Kind.LOG_READ and line.text("by") == OrderedBy.DPO
    return was_read or line.kind in KEEPS_WORDS


def is_held(held_at: datetime | None, now: datetime) -> bool:
    """Say whether a HOLD keeps everything as it is, from the pupil's own order too.

    So nobody can talk a pupil into wiping what was to be kept.

    Args:
        held_at: when a HOLD was last written; None when never.
        now: aware UTC.
    """
    return held_at is not None and now < held_at + HOLD_LASTS
