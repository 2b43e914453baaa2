# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.clock: a clock that was put back or ahead is not believed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.clock import ClockWatch, plausible
from tests.fakes.papers import DAY
from tests.fakes.school import NOW

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "good"),
    [
        (NOW, True),
        (NOW - 120 * SECOND, True),
        (NOW - 121 * SECOND, False),
        (NOW - DAY, False),
        (NOW + 400 * DAY, True),
        (NOW + 400 * DAY + SECOND, False),
    ],
    ids=str,
)
def test_P03_now_lies_after_what_was_seen_but_not_by_years(
    now: object,
    good: bool,  # noqa: FBT001
) -> None:
    assert plausible(now, NOW, NOW - DAY) is good  # type: ignore[arg-type]
    assert plausible(now, NOW - DAY, NOW) is good  # type: ignore[arg-type]
    assert plausible(now, None, NOW) is good  # type: ignore[arg-type]
    assert plausible(now, NOW, None) is good  # type: ignore[arg-type]


def test_a_laptop_that_has_seen_nothing_knows_no_time() -> None:
    assert not plausible(NOW, None, None)


WATCH = ClockWatch(NOW, 1000.0)


def test_both_clocks_running_alike_raise_no_doubt() -> None:
    hour = WATCH.looked(NOW + timedelta(hours=8), 1000.0 + 8 * 3600, 5)
    assert hour == WATCH
    assert not hour.is_doubted


@pytest.mark.parametrize("step_s", [121, -121, 86_400, -86_400])
def test_P03_a_step_of_two_minutes_is_doubted(step_s: int) -> None:
    watch = WATCH.looked(NOW + timedelta(seconds=10 + step_s), 1010.0, 5)
    assert watch.is_doubted


@pytest.mark.parametrize("step_s", [0, 120, -120])
def test_a_smaller_step_is_a_correction(step_s: int) -> None:
    assert not WATCH.looked(NOW + timedelta(seconds=step_s), 1000.0, 5).is_doubted


@given(st.lists(st.integers(-119, 119), min_size=1, max_size=20))
def test_P03_many_small_steps_count_as_the_one_they_make(steps: list[int]) -> None:
    watch, off_s, far = WATCH, 0, False
    for at, step_s in enumerate(steps, 1):
        off_s += step_s
        far = far or abs(off_s) > 120
        wall = NOW + timedelta(seconds=at + off_s)
        watch = watch.looked(wall, 1000.0 + at, 5)
        if far:
            break
    assert watch.is_doubted is far


def test_only_a_newer_set_from_before_now_gives_belief_back() -> None:
    later = NOW + DAY
    watch = WATCH.looked(later, 1000.0, 5)
    assert watch.set_came(5, NOW, later).is_doubted
    assert watch.set_came(6, later + timedelta(seconds=121), later).is_doubted
    assert not watch.set_came(6, NOW, later).is_doubted
    assert WATCH.set_came(9, NOW, NOW) == WATCH


def test_a_doubted_clock_stays_doubted_while_it_runs_straight() -> None:
    watch = WATCH.looked(NOW + DAY, 1000.0, 5)
    assert watch.looked(NOW + DAY + SECOND, 1001.0, 5).is_doubted


def test_a_set_may_be_two_minutes_ahead() -> None:
    later = NOW + DAY
    watch = WATCH.looked(later, 1000.0, 5)
    assert not watch.set_came(6, later + 120 * SECOND, later).is_doubted
