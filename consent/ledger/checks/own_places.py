# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the pupil's own chain was when each shared line was written.

A shared line says it blinded, each with its own salt, so there is nothing to look it
up by: one tries. A true line is found at once; a false one costs a try at every own
line, and a pack full of those would never be done. So the tries are counted.

Source: docs/spec/ledger.md "Chain"; docs/spec/pack.md "Verifying".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from consent.ledger import chain as chains
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.kinds import Chain

MOST_IN_VAIN: Final = 1_000_000  # some seconds


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """For each shared line how many own lines there were when it was written.

    Attributes:
        places: None where the line was erased, or fits no head of `own` at or after
            the one before; None also from `looked_up` on.
        looked_up: how many lines were looked up before there were too many tries.
    """

    places: Sequence[int | None]
    looked_up: int


def own_places(opened: Opened) -> OwnPlaces:
    """Find the places, each at or after the one before it."""
    shared = opened.chains[Chain.SHARED]
    found = list(_found(opened, shared))
    rest = [None] * (len(shared) - len(found))
    return OwnPlaces([*found, *rest], len(found))


def _found(opened: Opened, shared: Sequence[Written]) -> Iterator[int | None]:
    own = [opened.manifest.starts[Chain.OWN].head]
    own += [written.sealed.head for written in opened.chains[Chain.OWN]]
    at, in_vain = 0, 0
    for written in shared:
        place = _place(written, own, at)
        if place is not None:
            at = place
        elif written.entry is not None:
            in_vain += len(own) - at
        yield place
        if in_vain > MOST_IN_VAIN:
            return


def _place(written: Written, own: Sequence[bytes], at: int) -> int | None:
    salt = written.sealed.salt
    if written.entry is None or salt is None:
        return None
    said = written.entry.common.own
    for place in range(at, len(own)):
        if chains.own_commitment(salt, own[place]) == said:
            return place
    return None
