# SPDX-License-Identifier: GPL-3.0-or-later
"""A place is found by trying, and no pack makes anybody try for ever."""

from consent.ledger import chain as chains
from consent.ledger.checks.chains import check
from consent.ledger.checks.opened import Written
from consent.ledger.checks.own_places import MOST_IN_VAIN, own_places
from consent.ledger.kinds import Chain, Kind
from tests.fakes.long_pack import NO_SCHOOL, SALT, line, opened


class Said(str):
    """What a line says of `own`; it counts how often something is laid beside it."""

    __slots__ = ()
    tries = 0

    def __eq__(self, other: object) -> bool:
        Said.tries += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def own_lines(count: int) -> list[Written]:
    return [line(Chain.OWN, n + 1, Kind.LOG_READ, {}) for n in range(count)]


def shared_lines(places: list[int | None]) -> list[Written]:
    """Give lines that speak of these places; None is a lie."""
    heads = [bytes(32), *(one.sealed.head for one in own_lines(max(_there(places))))]
    return [
        line(Chain.SHARED, n + 1, Kind.NOTE, {}, Said(_said(heads, place)))
        for n, place in enumerate(places)
    ]


def _there(places: list[int | None]) -> list[int]:
    return [0, *(place for place in places if place is not None)]


def _said(heads: list[bytes], place: int | None) -> str:
    return "00" * 32 if place is None else chains.own_commitment(SALT, heads[place])


def test_each_line_is_at_or_after_the_one_before() -> None:
    shared = shared_lines([0, 0, 2, None, 2, 1, 3])
    shared.insert(2, line(Chain.SHARED, 9, None, {}))  # erased
    found = own_places(opened(shared, own_lines(3)))
    assert found.places == [0, 0, None, 2, None, 2, None, 3]
    assert found.looked_up == 8


def test_a_true_pack_is_tried_once_through() -> None:
    Said.tries = 0
    shared = shared_lines([n // 2 for n in range(4_000)])
    found = own_places(opened(shared, own_lines(2_000)))
    assert found.places == [n // 2 for n in range(4_000)]
    assert Said.tries < 4_000 + 2_000


def test_lies_are_tried_until_it_is_enough_and_the_rest_is_said_not_to_be() -> None:
    """Each lie is laid beside 20.000 lines: 25.000 lies would be half an hour."""
    Said.tries = 0
    shared = shared_lines([None] * 25_000)
    pack = opened(shared, own_lines(20_000))
    found = own_places(pack)
    assert Said.tries == found.looked_up * 20_001
    assert MOST_IN_VAIN < Said.tries <= MOST_IN_VAIN + 20_001
    assert found.places == [None] * 25_000
    wrong = [one for one in check(pack, NO_SCHOOL, found) if one.code[:3] == "own"]
    assert [one.code for one in wrong] == ["own_head"] * found.looked_up + ["own_heads"]
    assert f"Vanaf regel {found.looked_up + 1} is" in wrong[-1].sentence_nl
