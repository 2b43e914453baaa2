# SPDX-License-Identifier: GPL-3.0-or-later
"""Was each erasure ordered, by whom it says, and at a moment when it could be.

Source: docs/spec/ledger.md "Erasure"; docs/rights.md R-34.
"""

from collections.abc import Iterator, Sequence

from consent.documents.signed import Signer
from consent.ledger import officer
from consent.ledger.chain import Sealed
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened
from consent.ledger.checks.papers import School
from consent.ledger.entry import EntryBody
from consent.ledger.erasure import ORDER_LIVES, OrderedBy, is_held
from consent.ledger.kinds import Chain, Kind
from consent.ledger.order_state import OrderFacts, OrderState, order_state


def check(opened: Opened, school: School) -> list[Finding]:
    """Check that each erased line is named, and each REDACT was allowed."""
    shared = [x.entry for x in opened.chains[Chain.SHARED] if x.entry is not None]
    redacts = [entry for entry in shared if entry.kind is Kind.REDACT]
    return [*_named(opened, redacts), *_allowed(opened, school, shared)]


def _named(opened: Opened, redacts: Sequence[EntryBody]) -> Iterator[Finding]:
    orders = [(entry.number("target"), entry.common.seq) for entry in redacts]
    erased = [
        written.sealed
        for chain in Chain
        for written in opened.chains[chain]
        if written.sealed.is_erased
    ]
    for line in erased:
        if not _is_ordered(line, orders):
            yield bad("erased_unsaid", chain=line.chain, seq=line.seq)
    if erased:
        yield good("erased", count=len(erased))


def _is_ordered(line: Sealed, orders: Sequence[tuple[int, int]]) -> bool:
    """Say whether an order covers a line: by its number, or all that was there."""
    if line.chain is Chain.OWN:  # only all of it can be erased, by target 0
        return any(target == 0 for target, _ in orders)
    return any(
        target == line.seq or (target == 0 and line.seq < seq) for target, seq in orders
    )


def _allowed(
    opened: Opened, school: School, shared: Sequence[EntryBody]
) -> Iterator[Finding]:
    """Walk the lines: what a REDACT had to heed stands before it."""
    hold: EntryBody | None = None
    asked: list[EntryBody] = []
    for entry in shared:
        match entry.kind:
            case Kind.HOLD:
                hold = entry
            case Kind.ORDER if _is_signed(entry, school):
                asked.append(entry)
            case Kind.REDACT:
                yield from _faults(entry, hold, asked, _forgotten(opened, shared))
            case _:
                pass


def _faults(
    redact: EntryBody,
    hold: EntryBody | None,
    asked: Sequence[EntryBody],
    forgotten: EntryBody | None,
) -> Iterator[Finding]:
    seq, now, epoch = redact.common.seq, redact.common.t, redact.common.epoch
    if hold is not None and is_held(hold.common.t, now):
        yield bad("erased_held", seq=seq)
    if redact.text("by") != OrderedBy.DPO:
        return
    facts = OrderFacts(  # who was not the DPO was left out before
        is_signed=True,
        epoch=epoch,
        hold_seq=hold.common.seq if hold else 0,
        held_at=hold.common.t if hold else None,
    )
    announced = any(
        redact.number("target") in _targets(order)
        and order_state(order, facts, now) is OrderState.DUE
        for order in asked
    )
    may_be_gone = forgotten is not None and now < forgotten.common.t + ORDER_LIVES
    if not announced and not may_be_gone:
        yield bad("erased_early", seq=seq)


def _targets(order: EntryBody) -> tuple[int, ...]:
    """Give what REDACT lines of an order name: its line, and the end of that look."""
    target, close = order.number("target"), order.number("close")
    return (target, close) if close else (target,)


def _is_signed(order: EntryBody, school: School) -> bool:
    """Say whether a DPO of this school signed it: the one of now, or one before."""
    keys = {trust.key_of(Signer.DPO) for trust in school.trusts}
    return any(officer.is_ordered(order, key) for key in keys)


def _forgotten(opened: Opened, shared: Sequence[EntryBody]) -> EntryBody | None:
    """Give the first line kept, where older ones are past their time of keeping.

    An ORDER among those can have been carried out for ORDER_LIVES after it.
    """
    return shared[0] if opened.manifest.starts[Chain.SHARED].seq else None
