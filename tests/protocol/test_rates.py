# SPDX-License-Identifier: GPL-3.0-or-later
"""Buckets drip full again, and no faster."""

import pytest
from msgspec.structs import replace

from protocol import constants as c
from protocol.messages.commands import Hand
from protocol.messages.link import Ping
from protocol.messages.papers import PaperGive
from protocol.rates import COMMANDS, Bucket, Buckets
from tests.fakes.examples import WIRE

BY_NAME = {type(message).__name__: message for message in WIRE}


def test_a_burst_is_allowed_and_then_so_many_a_second() -> None:
    bucket = Bucket(COMMANDS, COMMANDS.burst, 0.0)
    assert [bucket.takes(1, 0.0) for _ in range(21)] == [True] * 20 + [False]
    assert bucket.takes(1, 0.1)
    assert not bucket.takes(1, 0.1)
    assert bucket.takes(20, 100.0)
    assert not bucket.takes(1, 100.0)


def test_a_clock_that_stands_still_or_goes_back_fills_nothing() -> None:
    bucket = Bucket(COMMANDS, 0.0, 5.0)
    assert not bucket.takes(1, 4.0)
    assert not bucket.takes(1, 5.0)
    assert bucket.takes(1, 5.125)


@pytest.mark.parametrize(
    ("name", "burst"),
    [
        ("Command", c.COMMANDS_BURST),
        ("Hand", 2),
        ("Picture", c.PARTS_BURST),
        ("FileData", c.PARTS_BURST),
        ("Sync", c.SYNC_PARTS),
        ("Synced", c.SYNC_PARTS),
        ("Erase", c.ERASES_BURST),
        ("Ping", c.MESSAGES_BURST),
    ],
)
def test_every_kind_has_its_burst(name: str, burst: int) -> None:
    message = BY_NAME[name]
    buckets = Buckets()
    assert all(buckets.take(message, 0.0) for _ in range(burst))
    assert not buckets.take(message, 0.0)


@pytest.mark.parametrize("name", ["Sync", "Synced"])
def test_records_agree_once_a_link_however_long_it_lives(name: str) -> None:
    buckets = Buckets()
    for at in range(c.SYNC_PARTS):
        assert buckets.take(BY_NAME[name], float(at))
    assert not buckets.take(BY_NAME[name], 1_000_000.0)


def test_papers_are_counted_in_bytes() -> None:
    give = BY_NAME["PaperGive"]
    assert isinstance(give, PaperGive)
    buckets = Buckets()
    part = replace(give, data=bytes(c.PART_FRAME_BYTES))
    whole = c.PAPER_BYTES_PER_MIN // c.PART_FRAME_BYTES
    assert all(buckets.take(part, 0.0) for _ in range(whole))
    assert not buckets.take(part, 0.0)
    assert buckets.take(part, 1.0)


def test_one_kind_does_not_eat_the_room_of_another() -> None:
    buckets = Buckets()
    while buckets.take(Hand(up=True, offer=False), 0.0):
        pass
    assert buckets.take(Ping(1), 0.0)
