# SPDX-License-Identifier: GPL-3.0-or-later
"""Both clocks are read together and handed over as one value."""

from agent.core.instant import Instant
from tests.fakes.clock import MONDAY_MORNING


def test_an_instant_is_a_value() -> None:
    assert Instant(1.0, MONDAY_MORNING) == Instant(1.0, MONDAY_MORNING)
