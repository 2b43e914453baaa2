# SPDX-License-Identifier: GPL-3.0-or-later
"""When a screen is asked whether it sleeps."""

from agent.session.platform.base import GrabError
from agent.session.rest import ASK_EACH_S, Rest
from tests.fakes.clock import FakeClock


class Screen:
    """Sleeps or not; counts how often it was asked."""

    def __init__(self) -> None:
        self.sleeps = self.gone = False
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        if self.gone:
            raise GrabError("The screen is gone.")
        return self.sleeps


def test_it_is_asked_once_in_a_while() -> None:
    screen, clock = Screen(), FakeClock()
    rest = Rest(screen, clock)
    assert not rest.lately(watched=True)
    screen.sleeps = True
    assert not rest.lately(watched=True)
    assert screen.asked == 1
    clock.move(ASK_EACH_S)
    assert rest.lately(watched=True)
    assert screen.asked == 2


def test_before_a_picture_it_is_asked_anew() -> None:
    screen = Screen()
    rest = Rest(screen, FakeClock())
    assert not rest.now()
    screen.sleeps = True
    assert rest.now()
    assert rest.lately(watched=False)


def test_while_nobody_looks_only_an_end_of_rest_is_asked_for() -> None:
    screen, clock = Screen(), FakeClock()
    rest = Rest(screen, clock)
    assert not rest.lately(watched=False)
    assert screen.asked == 0
    screen.sleeps = True
    rest.now()
    screen.sleeps = False
    clock.move(ASK_EACH_S)
    assert not rest.lately(watched=False)
    assert screen.asked == 2


def test_doubt_is_rest() -> None:
    screen = Screen()
    screen.gone = True
    assert Rest(screen, FakeClock()).now()
