# SPDX-License-Identifier: GPL-3.0-or-later
"""The waits of the console."""

from datetime import UTC, datetime

from console.core.beat import ask_again_at, earliest, is_due
from console.core.moment import Moment
from tests.fakes.chance import FakeChance

NOW = Moment(100.0, datetime(2027, 3, 8, 9, 20, tzinfo=UTC))


def test_a_class_is_not_asked_again_all_at_once() -> None:
    chance = FakeChance()
    times = set()
    for chance.next_jitter in (-1.0, 0.0, 1.0):
        times.add(ask_again_at(NOW, chance))
    assert times == {122.5, 130.0, 137.5}


def test_due_is_at_its_time_and_never_without_one() -> None:
    assert is_due(100.0, NOW)
    assert not is_due(100.1, NOW)
    assert not is_due(None, NOW)


def test_the_earliest_of_some_times() -> None:
    assert earliest([None, 3.0, 2.0]) == 2.0
    assert earliest([None]) is None
