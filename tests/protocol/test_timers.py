# SPDX-License-Identifier: GPL-3.0-or-later
"""Each state has its own timers, and only those."""

from protocol.machine import Side, State
from protocol.timers import Timers


def test_a_new_link_waits_five_seconds_for_a_greeting() -> None:
    timers = Timers()
    assert timers.earliest(None) is None
    timers.link_up(100.0)
    assert (timers.handshake_at, timers.silent_at) == (105.0, 115.0)
    timers.entered(State.GREETED, 102.0)
    assert timers.handshake_at == 105.0


def test_a_sync_waits_ten_seconds_and_again_after_each_step() -> None:
    timers = Timers()
    timers.link_up(100.0)
    timers.entered(State.SYNCING, 101.0)
    assert timers.handshake_at == 111.0
    timers.sync_moved(105.0)
    assert timers.handshake_at == 115.0


def test_in_ready_no_handshake_runs() -> None:
    timers = Timers()
    timers.link_up(100.0)
    timers.entered(State.READY, 101.0)
    timers.sync_moved(105.0)
    assert timers.handshake_at is None


def test_only_an_agent_pings_and_starts_once() -> None:
    timers = Timers()
    timers.start_pings(Side.CONSOLE, 1.0)
    assert timers.ping_at is None
    timers.start_pings(Side.AGENT, 1.0)
    timers.start_pings(Side.AGENT, 2.0)
    assert timers.ping_at == 1.0


def test_a_last_word_has_two_seconds() -> None:
    timers = Timers()
    timers.link_up(100.0)
    timers.start_pings(Side.AGENT, 100.0)
    timers.entered(State.CLOSING, 101.0)
    assert timers == Timers(gone_at=103.0)
    timers.entered(State.CLOSED, 102.0)
    assert timers == Timers()


def test_the_earliest_counts_held_answers_too() -> None:
    timers = Timers(silent_at=20.0, ping_at=12.0)
    assert timers.earliest(None) == 12.0
    assert timers.earliest(11.0) == 11.0
