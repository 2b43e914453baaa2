# SPDX-License-Identifier: GPL-3.0-or-later
"""Staying on top of a real X screen."""

import select

import pytest

from agent.session.platform.base import GrabError, Rect
from agent.session.platform.x11_keeper import RAISES_PER_S, X11Keeper
from tests.fakes.clock import FakeClock
from tests.fakes.intruder import Intruder
from tests.fakes.xserver import XServer

PILL = Rect(100, 8, 300, 48)


def number(keeper: X11Keeper) -> int:
    """Give what turns readable; X has one."""
    found = keeper.fileno()
    assert found is not None
    return found


def watching(
    xserver: XServer, window: int, clock: FakeClock | None = None
) -> X11Keeper:
    """Have a keeper watch a window, and know that the X server has heard so."""
    keeper = X11Keeper(xserver.name, clock or FakeClock())
    keeper.watch(window)
    keeper.resting()  # its answer comes after all that was said before
    return keeper


def answered(keeper: X11Keeper) -> None:
    """Wait for an event about our windows and let the keeper answer it."""
    assert select.select([number(keeper)], [], [], 10)[0]
    keeper.woke()


def until(keeper: X11Keeper, *, covered: bool) -> None:
    """Let it answer until it knows this; what it had raised by then is done."""
    while keeper.covered() != covered:
        answered(keeper)


def top(intruder: Intruder) -> list[int]:
    return list(intruder.core.QueryTree(intruder.screen.root).reply().children)


def test_R01_a_covered_window_comes_back_on_top(
    xserver: XServer, intruder: Intruder
) -> None:
    pill = intruder.window(PILL)
    keeper = watching(xserver, pill)
    cover = intruder.window(PILL)
    until(keeper, covered=True)
    until(keeper, covered=False)
    assert top(intruder)[-2:] == [cover, pill]
    keeper.close()


def test_R02_an_unmapped_window_is_mapped_again(
    xserver: XServer, intruder: Intruder
) -> None:
    pill = intruder.window(PILL)
    keeper = watching(xserver, pill)
    intruder.unmap(pill)
    until(keeper, covered=True)
    until(keeper, covered=False)
    assert intruder.is_mapped(pill)
    keeper.close()


def test_it_raises_at_most_ten_times_a_second(
    xserver: XServer, intruder: Intruder
) -> None:
    clock = FakeClock()
    pill = intruder.window(PILL)
    keeper = watching(xserver, pill, clock)
    cover = intruder.window(PILL)
    for _ in range(RAISES_PER_S):
        until(keeper, covered=True)
        until(keeper, covered=False)
        assert top(intruder)[-1] == pill
        intruder.raise_(cover)
    until(keeper, covered=True)
    assert top(intruder)[-1] == cover
    clock.move(1.1)
    intruder.unmap(pill)
    until(keeper, covered=False)
    assert top(intruder)[-1] == pill
    keeper.close()


def test_a_forgotten_window_is_left_alone(xserver: XServer, intruder: Intruder) -> None:
    pill = intruder.window(PILL)
    keeper = watching(xserver, pill)
    keeper.forget(pill)
    intruder.unmap(pill)
    answered(keeper)
    assert not intruder.is_mapped(pill)
    keeper.close()


def test_the_curtain_stands_just_under_the_pill(
    xserver: XServer, intruder: Intruder
) -> None:
    pill, curtain = intruder.window(PILL), intruder.window(PILL)
    other = intruder.window(PILL)
    keeper = watching(xserver, pill)
    keeper.raise_all([curtain])
    keeper.resting()  # its answer comes after all that was asked before
    assert top(intruder)[-3:] == [other, curtain, pill]
    keeper.close()


def test_a_gone_window_is_no_trouble(xserver: XServer, intruder: Intruder) -> None:
    pill = intruder.window(PILL)
    keeper = watching(xserver, pill)
    intruder.destroy(pill)
    answered(keeper)
    keeper.raise_all()
    answered(keeper)
    keeper.close()


def test_a_gone_x_screen_is_said_plainly(xserver: XServer) -> None:
    keeper = X11Keeper(xserver.name, FakeClock())
    xserver.close()
    with pytest.raises(GrabError):
        answered(keeper)
    with pytest.raises(GrabError):
        X11Keeper(":987")
