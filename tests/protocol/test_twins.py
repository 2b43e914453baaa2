# SPDX-License-Identifier: GPL-3.0-or-later
"""Of two links of one teacher one ends, and never both."""

import pytest

from protocol import constants as c
from protocol.machine import State
from protocol.messages.link import ByeCode
from protocol.twins import Loser, settle
from tests.fakes.clock import FakeClock
from tests.fakes.wire import Wire, console_session


def wires(*, same: bool) -> tuple[Wire, Wire]:
    """Make an old READY link, and a new one that was welcomed just now."""
    old = Wire()
    old.ready()
    new = Wire(clock=old.clock)
    if not same:
        new.console.session = console_session(new.clock, instance=b"j" * 16)
    new.link_up()
    new.run()
    return old, new


def test_a_working_link_of_the_same_run_stays() -> None:
    old, new = wires(same=True)
    loser = settle(new.agent.session, old.agent.session, old.clock())
    assert loser == Loser(new.agent.session, ByeCode.CLOSING)


def test_a_silent_link_of_the_same_run_gives_way_without_blame() -> None:
    old, new = wires(same=True)
    late = old.clock() + c.TWIN_HEARD_WITHIN_S
    in_time = settle(new.agent.session, old.agent.session, late)
    assert in_time.session is new.agent.session
    loser = settle(new.agent.session, old.agent.session, late + 0.001)
    assert loser == Loser(old.agent.session, ByeCode.CLOSING)


def test_another_run_takes_over_and_the_old_one_is_told() -> None:
    old, new = wires(same=False)
    loser = settle(new.agent.session, old.agent.session, old.clock())
    assert loser == Loser(old.agent.session, ByeCode.SUPERSEDED)


@pytest.mark.parametrize("same", [True, False])
def test_a_link_that_is_not_ready_gives_way(*, same: bool) -> None:
    _old, new = wires(same=same)
    other = Wire(clock=new.clock)
    other.link_up()
    other.run()
    loser = settle(new.agent.session, other.agent.session, new.clock())
    assert loser.session is other.agent.session


@pytest.mark.parametrize("same", [True, False])
def test_after_settling_exactly_one_lives(*, same: bool) -> None:
    old, new = wires(same=same)
    loser = settle(new.agent.session, old.agent.session, old.clock())
    loser.session.twin_found(loser.code, old.clock())
    live = [
        wire.agent.session.state in {State.SYNCING, State.READY} for wire in (old, new)
    ]
    assert sorted(live) == [False, True]
    assert isinstance(old.clock, FakeClock)
