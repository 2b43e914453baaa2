# SPDX-License-Identifier: GPL-3.0-or-later
"""When the next picture is due, on a clock that stands still."""

from agent.session.pace import Pace


def small(gap_s: float = 1.0) -> Pace:
    return Pace(gap_s, settles=True)


def test_the_first_picture_is_due_at_once() -> None:
    pace = small()
    pace.begin(100.0, None)
    due = pace.due()
    assert due is not None
    assert due <= 100.0


def test_unless_one_left_in_the_last_ten_seconds() -> None:
    pace = small()
    pace.begin(100.0, 95.0)
    assert pace.due() == 101.0


def test_an_older_one_does_not_hold_it_back() -> None:
    pace = small()
    pace.begin(100.0, 80.0)
    due = pace.due()
    assert due is not None
    assert due <= 100.0


def test_a_still_screen_is_never_due() -> None:
    pace = small()
    pace.begin(100.0, None)
    pace.shot(100.0)
    assert pace.due() is None


def test_D06_a_change_waits_until_the_screen_has_settled() -> None:
    pace = small()
    pace.begin(100.0, None)
    pace.shot(100.0)
    pace.changed(105.0)
    assert pace.due() == 106.0
    pace.changed(105.5)
    assert pace.due() == 106.5


def test_a_screen_that_never_settles_is_due_each_ten_seconds() -> None:
    pace = small()
    pace.begin(100.0, None)
    pace.shot(100.0)
    for tenth in range(1, 120):
        pace.changed(100.0 + tenth / 10)
    assert pace.due() == 110.1


def test_a_long_quiet_time_gives_no_right_to_a_moving_picture() -> None:
    pace = small()
    pace.begin(100.0, None)
    pace.shot(100.0)
    pace.changed(500.0)
    assert pace.due() == 501.0


def test_R27_P10_the_gap_is_kept() -> None:
    pace = small(gap_s=5.0)
    pace.begin(100.0, None)
    pace.shot(100.0)
    pace.changed(100.1)
    assert pace.due() == 105.0


def test_nothing_is_due_while_one_is_in_flight() -> None:
    pace = small()
    pace.begin(100.0, None)
    pace.in_flight = True
    assert pace.due() is None


def test_a_large_picture_does_not_wait() -> None:
    pace = Pace(0.25, settles=False)
    pace.begin(100.0, None)
    pace.shot(100.0)
    pace.changed(100.1)
    assert pace.due() == 100.25
    pace.changed(107.0)
    pace.shot(108.0)
    pace.changed(109.0)
    assert pace.due() == 109.0
