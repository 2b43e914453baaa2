# SPDX-License-Identifier: GPL-3.0-or-later
"""Both clocks are read together and handed over as one value."""

from datetime import timedelta

from agent.core.instant import Instant
from tests.fakes.clock import MONDAY_MORNING


def test_an_instant_is_a_value() -> None:
    assert Instant(1.0, MONDAY_MORNING) == Instant(1.0, MONDAY_MORNING)


def test_the_clocks_stay_as_far_apart_until_one_is_set() -> None:
    before = Instant(1.0, MONDAY_MORNING)
    later = Instant(11.0, MONDAY_MORNING + timedelta(seconds=10))
    was_set = Instant(11.0, MONDAY_MORNING + timedelta(hours=1))
    assert later.apart_s == before.apart_s
    assert was_set.apart_s - before.apart_s == 3590.0
