# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a DPO's order to erase is: one table, for the page, the laptop and verify.

Source: docs/spec/ledger.md "Erasure"; docs/rights.md R-34.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from consent.ledger.entry import EntryBody
from consent.ledger.erasure import DPO_WAITS, ORDER_LIVES, is_held


class OrderState(StrEnum):
    """What an ORDER line is now."""

    NOT_SIGNED = "not_signed"
    OTHER_EPOCH = "other_epoch"
    STOPPED = "stopped"
    TOO_OLD = "too_old"
    DONE = "done"
    WAITS = "waits"
    HELD = "held"
    DUE = "due"


STANDS: Final = frozenset({OrderState.WAITS, OrderState.HELD, OrderState.DUE})
"""The pupil reads it at the top of the list: it takes words, or will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """What decides over an ORDER line, beside the line and the hour."""

    is_signed: bool  # the laptop wrote the line, and the DPO that counts signed it
    epoch: int  # the running one
    hold_seq: int  # of the newest HOLD line; 0 when there never was one
    held_at: datetime | None  # when that was
    newest_paper: datetime | None = None  # its issue: no waiting ends by a clock alone
    is_trust_over: bool = False  # the laptop's letter is: another may be the DPO now
    has_words: bool = True  # who does not ask erases, and finds that nothing goes


def _known(facts: OrderFacts, now: datetime) -> datetime:
    """Give the hour that the office bears out; who has no papers believes the lines."""
    return now if facts.newest_paper is None else min(facts.newest_paper, now)


def _waits(order: EntryBody, facts: OrderFacts, now: datetime) -> bool:
    return facts.is_trust_over or _known(facts, now) < order.common.t + DPO_WAITS


RULES: Final[
    tuple[tuple[OrderState, Callable[[EntryBody, OrderFacts, datetime], bool]], ...]
] = (
    (OrderState.NOT_SIGNED, lambda _, facts, __: not facts.is_signed),
    (OrderState.OTHER_EPOCH, lambda order, facts, _: order.common.epoch != facts.epoch),
    (OrderState.STOPPED, lambda order, facts, _: facts.hold_seq > order.common.seq),
    (OrderState.TOO_OLD, lambda order, _, now: now >= order.common.t + ORDER_LIVES),
    (OrderState.DONE, lambda _, facts, __: not facts.has_words),
    (OrderState.WAITS, _waits),
    (OrderState.HELD, lambda _, facts, now: is_held(facts.held_at, _known(facts, now))),
    (OrderState.DUE, lambda *_: True),
)
"""The first that holds."""


def order_state(order: EntryBody, facts: OrderFacts, now: datetime) -> OrderState:
    """Say how far an ORDER line is.

    Args:
        order: the line.
        facts: what else decides.
        now: aware UTC.
    """
    return next(state for state, holds in RULES if holds(order, facts, now))
