# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message has a way: who sends it, in which states, how large."""

from typing import get_args

from protocol import constants as c
from protocol.codec import WireMessage, encode
from protocol.directions import WAYS, other
from protocol.machine import HAPPENS_TO, Side, State
from tests.fakes.examples import WIRE


def test_every_message_has_a_way_and_nothing_else_has() -> None:
    assert set(WAYS) == set(get_args(WireMessage))


def test_what_a_side_sends_is_an_event_of_the_other() -> None:
    for way in WAYS.values():
        assert {other(side) for side in way.senders} <= HAPPENS_TO[way.event]


def test_nothing_is_sent_before_the_greeting_is_over_or_after_the_end() -> None:
    for way in WAYS.values():
        assert way.sent_in <= {State.SYNCING, State.READY}


def test_only_eight_kinds_may_be_as_large_as_a_part() -> None:
    large = {
        kind.__name__
        for kind, way in WAYS.items()
        if way.cap_bytes > c.CONTROL_FRAME_BYTES
    }
    lists = {"Sync", "Synced", "LogCopy", "Heads", "HeadsTaken"}
    assert large == {*lists, "PaperGive", "Picture", "FileData"}


def test_the_examples_keep_their_caps() -> None:
    for message in WIRE:
        assert len(encode(message)) <= WAYS[type(message)].cap_bytes


def test_the_other_side_of_the_other_side_is_one_self() -> None:
    assert [other(other(side)) for side in Side] == list(Side)
