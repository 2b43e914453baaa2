# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures leave one at a time, not too often and not too old."""

from agent.core.throttle import PictureLane, is_fresh


def test_one_picture_is_on_its_way_at_most() -> None:
    lane = PictureLane(gap_s=1.0)
    assert lane.is_free(0, 5.0)
    lane.leave(1, 0, 5.0)
    assert not lane.is_free(0, 9.0)
    assert not lane.taken(2)
    assert lane.taken(1)
    assert lane.is_free(0, 9.0)


def test_P10_the_gap_holds_also_for_a_quick_reader() -> None:
    lane = PictureLane(gap_s=1.0)
    lane.leave(1, 0, 5.0)
    lane.taken(1)
    assert not lane.is_free(0, 5.9)
    assert lane.is_free(0, 6.0)
    assert lane.is_free(1, 5.1)  # another screen has its own


def test_a_picture_is_fresh_for_one_second_and_never_from_the_future() -> None:
    assert is_fresh(4_001, 5.0)
    assert is_fresh(5_000, 5.0)
    assert not is_fresh(4_000, 5.0)
    assert not is_fresh(5_001, 5.0)
