# SPDX-License-Identifier: GPL-3.0-or-later
"""The clocks and the chance of this machine."""

from console.moments import Clocks, SystemChance
from tests.fakes.clock import FakeClock


def test_both_clocks_are_read_at_once() -> None:
    clock = FakeClock()
    moment = Clocks(clock, clock.now).moment()
    assert (moment.boot_s, moment.wall) == (clock.boot_s, clock.wall)


def test_ids_are_fresh_and_jitter_is_within_one() -> None:
    chance = SystemChance()
    assert len({chance.fresh_id() for _ in range(50)}) == 50
    jitters = [chance.jitter() for _ in range(50)]
    assert all(-1.0 <= jitter <= 1.0 for jitter in jitters)
    assert len(set(jitters)) > 1
