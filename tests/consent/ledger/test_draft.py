# SPDX-License-Identifier: GPL-3.0-or-later
"""A line in the pupil's list knows whether it was confirmed."""

from dataclasses import replace

from consent.ledger.chain import Sealed
from consent.ledger.draft import SPREAD, Line
from consent.ledger.kinds import Chain

NO_BYTES = bytes(32)
SEALED = Sealed(Chain.SHARED, 1, None, None, NO_BYTES, NO_BYTES, NO_BYTES, bytes(64))


def test_a_line_is_proven_when_its_leaf_is_known() -> None:
    assert not Line(1, SEALED, None, None, None).is_proven
    assert Line(1, SEALED, None, 0, None).is_proven


def test_what_came_back_stands_between_two_lines() -> None:
    own = [Line(n, SEALED, None, None, None) for n in (1, 2)]
    back = [replace(own[1], sealed=replace(SEALED, seq=n), given="A") for n in (1, 9)]
    places = [line.place for line in (own[0], *back, own[1])]
    assert places == [SPREAD, SPREAD + 1, SPREAD + 9, 2 * SPREAD]
