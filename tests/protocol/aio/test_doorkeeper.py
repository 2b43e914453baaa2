# SPDX-License-Identifier: GPL-3.0-or-later
"""Few at a door at once, and none that keeps failing."""

import contextlib
from contextlib import ExitStack

import pytest

from protocol import constants as c
from protocol.aio.doorkeeper import Doorkeeper
from tests.fakes.clock import FakeClock
from tests.fakes.wire import laptop, teacher

HERE, THERE = "10.0.0.1", "10.0.0.2"


def keeper(clock: FakeClock | None = None) -> Doorkeeper:
    return Doorkeeper(lambda _source: True, clock or FakeClock())


def fail(door: Doorkeeper, source: str, times: int) -> None:
    for _ in range(times):
        door.admits(source)
        with contextlib.suppress(OSError), door.knocking(source):
            raise OSError


def test_a_source_the_school_does_not_know_is_not_admitted() -> None:
    door = Doorkeeper(lambda source: source == HERE, FakeClock())
    assert door.admits(HERE)
    assert not door.admits(THERE)


def test_S19_one_source_has_so_many_half_open_and_no_more() -> None:
    door = keeper()
    with ExitStack() as open_ones:
        for _ in range(c.HALF_OPEN_A_SOURCE):
            assert door.admits(HERE)
            open_ones.enter_context(door.knocking(HERE))
        assert not door.admits(HERE)
        assert door.admits(THERE)
    assert door.admits(HERE)


def test_S19_all_sources_together_have_a_limit_too() -> None:
    door = keeper()
    with ExitStack() as open_ones:
        for n in range(c.HALF_OPEN_MOST):
            assert door.admits(f"10.0.1.{n}")
            open_ones.enter_context(door.knocking(f"10.0.1.{n}"))
        assert not door.admits(HERE)
    assert door.admits(HERE)


def test_S20_who_keeps_failing_waits_and_nobody_else_does() -> None:
    clock = FakeClock()
    door = keeper(clock)
    fail(door, HERE, 3)
    assert not door.admits(HERE)
    assert door.admits(THERE)
    clock.move(0.1)
    assert door.admits(HERE)


def test_S20_who_was_known_here_once_is_let_in() -> None:
    door = keeper()
    assert door.admits(HERE)
    with door.knocking(HERE):
        pass
    fail(door, HERE, 100)
    assert door.admits(HERE)


def test_a_burst_is_counted_before_any_handshake_begins() -> None:
    door = keeper()
    admitted = [door.admits(HERE) for _ in range(c.HALF_OPEN_A_SOURCE + 5)]
    assert sum(admitted) == c.HALF_OPEN_A_SOURCE


def test_a_failed_handshake_is_still_told() -> None:
    with pytest.raises(ZeroDivisionError), keeper().knocking(HERE):
        raise ZeroDivisionError


def test_a_penalised_certificate_waits_and_another_does_not() -> None:
    clock = FakeClock()
    door = keeper(clock)
    door.penalise(teacher().peer)
    assert door.is_waiting(teacher().peer)
    assert not door.is_waiting(laptop().peer)
    clock.move(c.PENALTY_S)
    assert not door.is_waiting(teacher().peer)
