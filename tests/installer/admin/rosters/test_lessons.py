# SPDX-License-Identifier: GPL-3.0-or-later
"""The timetable is read beside any set; what no class sheet could say is told."""

from datetime import date

import pytest

from installer.admin.rosters import lessons
from tests.fakes.rosters import SLOTS, Files, bad, files_of, good


def _with(slots: str) -> Files:
    return files_of("sds-2.1") | {"slots.csv": slots.encode()}


def test_lessons_are_weekly_or_on_a_date() -> None:
    first, second = good(_with(SLOTS)).incoming.classes
    (weekly,), (once,) = first.slots or (), second.slots or ()
    assert (weekly.weekday, weekly.on_date, weekly.starts) == (1, None, "08:25")
    assert (once.weekday, once.on_date) == (None, date(2026, 11, 26))
    assert once.teachers == ("t1", "t2")


def test_without_a_timetable_the_old_one_stays_and_an_empty_one_empties_it() -> None:
    assert [k.slots for k in good(files_of("sds-2.1")).incoming.classes] == [None] * 2
    empty = _with(SLOTS.partition("\n")[0] + "\n")
    assert [k.slots for k in good(empty).incoming.classes] == [(), ()]


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ("c9,ma,08:00,09:00,x,t1", "classSourcedId", "csv.no_class"),
        ("c1,ma,8u00,09:00,x,t1", "starts", "csv.clock"),
        ("c1,ma,08:00,24:00,x,t1", "ends", "csv.clock"),
        ("c1,ma,08:00,9:5,x,t1", "ends", "csv.clock"),
        ("c1,ma,²²:00,09:00,x,t1", "starts", "csv.clock"),
        ("c1,ma,09:00,09:00,x,t1", "ends", "csv.backwards"),
        ("c1,ma,09:00,08:00,x,t1", "ends", "csv.backwards"),
        ("c1,ma,08:00,09:00,x,p1", "teachers", "csv.not_theirs"),
        ("c1,ma,08:00,09:00,x,t2", "teachers", "csv.not_theirs"),
        ("c1,ma,08:00,09:00,x,;", "teachers", "csv.lesson_teachers"),
        ("c1,someday,08:00,09:00,x,t1", "day", "csv.slot_day"),
        ("c1,di,09:00,10:00,x,t1", "starts", "csv.overlap"),
    ],
)
def test_a_lesson_that_cannot_be_is_told(row: str, column: str, why: str) -> None:
    assert bad(_with(f"{SLOTS}{row}\n")) == [("slots.csv", 4, column, why)]


def test_a_lesson_of_one_day_may_pass_midnight() -> None:
    slots = SLOTS + "c1,2026-11-26,23:00,00:30,sterren,t1\n"
    assert len(good(_with(slots)).incoming.classes[0].slots or ()) == 2


def test_more_lessons_than_a_sheet_holds_are_told() -> None:
    days = "".join(
        f"c1,{date.fromordinal(740000 + n)},08:00,09:00,x,t1\n"
        for n in range(lessons.MOST_EXTRA + 1)
    )
    found = bad(_with(SLOTS.partition("\n")[0] + "\n" + days))
    assert {why for _, _, _, why in found} == {"csv.many_lessons"}


def test_a_teacher_twice_in_a_lesson_is_there_once() -> None:
    slots = SLOTS.replace("wiskunde,t1", "wiskunde,t1;t1")
    (weekly,) = good(_with(slots)).incoming.classes[0].slots or ()
    assert weekly.teachers == ("t1",)
