# SPDX-License-Identifier: GPL-3.0-or-later
"""Every access ends, no longer than it said, and within the limits."""

from pathlib import Path

import pytest

from consent.ledger.checks.looks import check
from consent.ledger.kinds import Chain, Kind
from consent.purpose import Purpose
from tests.fakes.lesson import PlayedLesson
from tests.fakes.long_pack import NO_SCHOOL, Counted, line, opened
from tests.fakes.verdict import said, wrong


@pytest.fixture
def lesson(tmp_path: Path) -> PlayedLesson:
    made = PlayedLesson(tmp_path)
    for purpose in (Purpose.OVERVIEW, Purpose.VIEW):
        made.choose(purpose)
    return made


def test_looks_within_the_limits_are_fine(lesson: PlayedLesson) -> None:
    for _ in range(5):
        lesson.look("view", 100, granted_s=120)
    lesson.look("overview", 800, granted_s=900)
    assert wrong(lesson) == set()
    assert {"looks", "caps"} <= said(lesson)


def test_a_look_that_never_ends_is_said(lesson: PlayedLesson) -> None:
    lesson.look("view", None)
    assert wrong(lesson) == set()  # it still runs
    lesson.wait(61)
    assert wrong(lesson) == {"never_closed"}


def test_an_end_without_a_beginning_is_said(lesson: PlayedLesson) -> None:
    lesson.close_look(9, 1)
    assert wrong(lesson) == {"close_of_nothing"}


def test_two_ends_of_one_look_are_said(lesson: PlayedLesson) -> None:
    line = lesson.look("view", 10)
    lesson.close_look(line.seq, 10)
    assert wrong(lesson) == {"close_of_nothing"}


def test_an_end_of_something_else_is_said(lesson: PlayedLesson) -> None:
    lesson.message("Dag.")
    lesson.close_look(1, 1)
    assert wrong(lesson) == {"close_of_nothing"}


def test_a_look_longer_than_it_said_is_said(lesson: PlayedLesson) -> None:
    lesson.look("view", 66, granted_s=60)
    assert wrong(lesson) == {"too_long"}


def test_R25_R39_more_looking_than_a_slot_allows_is_said(lesson: PlayedLesson) -> None:
    for _ in range(6):
        lesson.look("view", 120, granted_s=120)
    assert wrong(lesson) == {"cap"}


def test_R25_R39_more_locks_than_a_slot_allows_are_said(lesson: PlayedLesson) -> None:
    for _ in range(4):
        lesson.look("attention", 10)
        lesson.wait(60)
    assert wrong(lesson) == {"cap"}


def test_a_lock_that_goes_on_is_not_a_second_one(lesson: PlayedLesson) -> None:
    for _ in range(4):
        lesson.look("attention", 5, access="ab" * 16)
    assert wrong(lesson) == set()


def test_a_pack_without_looks_says_nothing_of_them(lesson: PlayedLesson) -> None:
    lesson.shared(Kind.NOTE, {"about": 0, "text": "Dag."})
    assert not {"looks", "caps"} & said(lesson)


def test_each_end_finds_its_beginning_without_reading_the_chain_again() -> None:
    count = 3_000
    begin: dict[str, object] = {"purpose": "view", "until": ""}
    shared = Counted(
        line(Chain.SHARED, n + 1, Kind.OPEN, begin)
        if n < count
        else line(Chain.SHARED, n + 1, Kind.CLOSE, _end(n - count + 1))
        for n in range(2 * count)
    )
    assert [one.code for one in check(opened(shared), NO_SCHOOL)] == ["looks"]
    assert shared.reads <= 5 * len(shared)


def _end(of: int) -> dict[str, object]:
    return {"open_seq": of, "seconds": 0}
