# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting what a slot used: unfinished in full, refused at 15 s, a lock by its id."""

from datetime import timedelta

from consent.ledger.caps import Look, Used, used
from consent.purpose import Purpose
from tests.fakes.records import MONDAY


def look(
    purpose: Purpose,
    seconds: int | None = None,
    access: str = "a",
    after_s: int = 0,
    asked_s: int = 120,
) -> Look:
    opened = MONDAY + timedelta(seconds=after_s)
    closed = None if seconds is None else opened + timedelta(seconds=seconds)
    until = opened + timedelta(seconds=asked_s)
    return Look(purpose, access, opened, until, closed, seconds)


def test_an_empty_slot_used_nothing() -> None:
    assert used([], 0) == Used(0, 0, 0, None)


def test_R25_views_and_shows_count_together_and_overviews_do_not() -> None:
    looks = [
        look(Purpose.VIEW, 30),
        look(Purpose.SHOW, 12),
        look(Purpose.OVERVIEW, 900),
        look(Purpose.SHARE, 5),
    ]
    assert used(looks, 0) == Used(view_s=42)


def test_an_unfinished_look_counts_in_full() -> None:
    assert used([look(Purpose.VIEW)], 0).view_s == 120


def test_an_end_before_its_beginning_counts_nothing_and_gives_nothing_back() -> None:
    assert used([look(Purpose.VIEW, asked_s=-60)], 0).view_s == 0


def test_R25_a_refused_ask_counts_fifteen_seconds() -> None:
    assert used([look(Purpose.VIEW, 30)], 3).view_s == 30 + 45


def test_locks_count_by_their_id() -> None:
    looks = [
        look(Purpose.ATTENTION, 20, "a"),
        look(Purpose.ATTENTION, 30, "a", after_s=40),
        look(Purpose.ATTENTION, 10, "b", after_s=200),
    ]
    counted = used(looks, 0)
    assert counted.attention_times == 2
    assert counted.attention_s == 60
    assert counted.attention_ended == MONDAY + timedelta(seconds=210)


def test_a_lock_that_is_still_up_ends_at_its_end() -> None:
    counted = used([look(Purpose.ATTENTION, asked_s=60)], 0)
    assert counted.attention_ended == MONDAY + timedelta(seconds=60)
