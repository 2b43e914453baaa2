# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's time runs on from what the core said."""

from datetime import timedelta

import pytest

from console.qt.window_clock import WindowClock
from tests.fakes.worker import NOW


def test_time_runs_on_between_two_views() -> None:
    gone = [1_000]
    clock = WindowClock(lambda: gone[0])
    clock.set(NOW)
    gone[0] = 3_500
    assert clock.now() == NOW + timedelta(seconds=2.5)
    clock.set(NOW)
    assert clock.now() == NOW


def test_before_the_first_view_there_is_no_time() -> None:
    with pytest.raises(RuntimeError, match="before its first view"):
        WindowClock().now()
