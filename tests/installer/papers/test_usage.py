# SPDX-License-Identifier: GPL-3.0-or-later
"""Use is counted by class and week, and never by who shared."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from consent.ledger.entry import Common, EntryBody
from consent.ledger.kinds import Chain, Kind
from installer.papers.usage import Measure, Usage, monday, together, usage_of

BRUSSELS = ZoneInfo("Europe/Brussels")
AT = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)
WEEK = date(2026, 11, 23)
NAMES = {"aa" * 16: "4B", "bb" * 16: "5C"}
COMMON = Common(
    epoch=1, seq=1, t=AT, boot_ms=0, school="", klass="aa" * 16, lesson="11" * 16,
    pupil="", device="22" * 16,
)  # fmt: skip


def opened(
    purpose: str, klass: str = "aa", lesson: str = "11", days: int = 0
) -> EntryBody:
    """Give an OPEN line."""
    common = replace(
        COMMON, klass=klass * 16, lesson=lesson * 16, t=AT + timedelta(days=days)
    )
    return EntryBody(Chain.SHARED, Kind.OPEN, common, {"purpose": purpose})


def test_R26_D14_small_pictures_are_counted_by_lesson_not_by_pupil() -> None:
    whole_class = [opened("overview") for _ in range(22)]
    few = [opened("overview") for _ in range(3)]
    assert usage_of(whole_class, NAMES, BRUSSELS) == usage_of(few, NAMES, BRUSSELS)
    two = [*few, opened("overview", lesson="33")]
    counts = usage_of(two, NAMES, BRUSSELS).counts
    assert counts == {(Measure.LESSONS, WEEK, "4B"): 2}


def test_R26_each_large_look_counts_and_so_does_each_show() -> None:
    lines = [opened("view"), opened("view"), opened("show"), opened("attention")]
    assert usage_of(lines, NAMES, BRUSSELS).counts == {
        (Measure.LOOKS, WEEK, "4B"): 3,
        (Measure.CALLS, WEEK, "4B"): 1,
    }


def test_R26_weeks_and_classes_are_apart_and_a_strange_class_is_told() -> None:
    lines = [opened("view"), opened("view", "bb"), opened("view", days=7)]
    found = usage_of([*lines, opened("view", "cc")], NAMES, BRUSSELS)
    next_week = WEEK + timedelta(days=7)
    assert found.strange == 1
    assert found.counts == {
        (Measure.LOOKS, WEEK, "4B"): 1,
        (Measure.LOOKS, WEEK, "5C"): 1,
        (Measure.LOOKS, next_week, "4B"): 1,
    }


def test_other_lines_are_passed_over() -> None:
    closed = EntryBody(Chain.SHARED, Kind.CLOSE, COMMON, {"seconds": 3})
    assert usage_of([closed], NAMES, BRUSSELS) == Usage({})


def test_a_week_begins_on_monday_in_the_schools_zone() -> None:
    sunday_night = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # Monday in Brussels
    assert monday(sunday_night, BRUSSELS) == WEEK
    assert monday(sunday_night, ZoneInfo("UTC")) == WEEK - timedelta(days=7)


def test_what_was_counted_in_two_places_is_added() -> None:
    one = Usage({(Measure.LOOKS, WEEK, "4B"): 2}, 1)
    assert together(one, one) == Usage({(Measure.LOOKS, WEEK, "4B"): 4}, 2)
    assert together() == Usage({})
