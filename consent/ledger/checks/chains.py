# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the two chains hold, line after line, and do they age together.

Source: docs/spec/ledger.md "Chain", "Loss".
"""

from collections.abc import Iterator, Sequence

from consent.ledger import chain as chains
from consent.ledger.chain import Sealed
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.checks.own_places import OwnPlaces
from consent.ledger.checks.papers import School
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain, Kind


def check(opened: Opened, school: School, own: OwnPlaces) -> list[Finding]:
    """Check each line, its place, its laptop, and what it says of `own`."""
    found: list[Finding] = []
    for chain in Chain:
        wrong = [*_lines(opened, school, chain), *_order(opened, chain)]
        count = len(opened.chains[chain])
        found += wrong or [good("chain", chain=chain, count=count)]
    start = opened.manifest.starts[Chain.SHARED]
    if start.seq == 0 and start.head != chains.SHARED_GENESIS:
        found.append(bad("order", chain=Chain.SHARED, seq=1))
    found += _own_heads(opened, own)
    return [*found, *_gaps(opened.chains[Chain.SHARED], start.seq)]


def _lines(opened: Opened, school: School, chain: Chain) -> Iterator[Finding]:
    device = school.device
    for written in opened.chains[chain]:
        seq, entry = written.sealed.seq, written.entry
        if device is not None:
            why = _fault(written.sealed, device.sign_pub)
            if why:
                yield bad("line", chain=chain, seq=seq, detail=why)
        if entry is None:
            continue
        if entry.common.device != opened.manifest.device:
            yield bad("other_device", chain=chain, seq=seq)
        if device is not None and not device.is_valid(entry.common.t):
            yield bad("device_dates", chain=chain, seq=seq)


def _fault(line: Sealed, key: bytes) -> str:
    try:
        chains.check(line, key)
    except ChainError as error:
        return str(error)
    return ""


def _order(opened: Opened, chain: Chain) -> Iterator[Finding]:
    shared = chain is Chain.SHARED
    start = opened.manifest.starts[chain]
    prev, seq, epoch = start.head, start.seq, start.epoch
    for written in opened.chains[chain]:
        line, entry = written.sealed, written.entry
        if line.prev != prev:
            yield bad("order", chain=chain, seq=line.seq)
        begins = entry is not None and entry.common.epoch > epoch
        if line.seq != seq + 1 and not (shared and begins and line.seq > seq):
            yield bad("number", chain=chain, seq=line.seq)
        if entry is not None:
            if entry.common.epoch < epoch or (
                shared and begins and not _names(written, seq + 1)
            ):
                yield bad("epoch", chain=chain, seq=line.seq)
            epoch = entry.common.epoch
        seq, prev = line.seq, line.head


def _names(written: Written, first: int) -> bool:
    """Say whether a line is the GAP that a new epoch begins with."""
    entry = written.entry
    return (
        entry is not None
        and entry.kind is Kind.GAP
        and entry.number("from") == first
        and entry.number("to") == written.sealed.seq - 1
    )


def _own_heads(opened: Opened, own: OwnPlaces) -> Iterator[Finding]:
    lines = opened.chains[Chain.SHARED]
    for written, place in zip(lines[: own.looked_up], own.places, strict=False):
        if place is None and written.entry is not None:
            yield bad("own_head", seq=written.sealed.seq)
    if own.looked_up < len(lines):
        yield bad("own_heads", seq=lines[own.looked_up].sealed.seq)


def _gaps(shared: Sequence[Written], dropped: int) -> Iterator[Finding]:
    here = {written.sealed.seq for written in shared}
    count = 0
    for written in shared:
        entry, seq = written.entry, written.sealed.seq
        if entry is None or entry.kind is not Kind.GAP:
            continue
        count += 1
        named = range(entry.number("from"), entry.number("to") + 1)
        ends = [end in here for end in (named.start, named[-1]) if end > dropped]
        if named.stop > seq or len(set(ends)) > 1:
            yield bad("gap", seq=seq)
    if count:
        yield good("gaps", count=count)
