# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.classes: slots name their teachers, and nothing is twofold."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from consent.documents.classes import ExtraSlot
from tests.fakes.school import NOW, make_school

SHEET = make_school().sheet
FIRST, SECOND = SHEET.teachers
MATHS, DUTCH = SHEET.slots
TODAY = NOW.date()
EXTRA = ExtraSlot(
    slot="e" * 32,
    day=TODAY,
    starts="13:00",
    ends="14:00",
    subject="wiskunde",
    teachers=(FIRST.teacher,),
)


@pytest.mark.parametrize(
    "change",
    [
        {"teachers": (FIRST, replace(SECOND, name=FIRST.name))},
        {"teachers": (FIRST, replace(SECOND, name=FIRST.name.upper()))},
        {"teachers": (FIRST, SECOND, replace(FIRST, name="juf An"))},
        {"slots": (MATHS, replace(DUTCH, slot=MATHS.slot))},
        {"extra": (replace(EXTRA, slot=MATHS.slot),)},
        {"slots": (MATHS, replace(DUTCH, starts="11:09"))},
        {"slots": (MATHS, replace(DUTCH, teachers=("f" * 32,)))},
        {"extra": (replace(EXTRA, teachers=("f" * 32,)),)},
        {"not_after": NOW + timedelta(days=200)},
    ],
)
def test_what_could_be_read_two_ways_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        replace(SHEET, **change)


def test_two_teachers_may_share_a_name_one_after_the_other() -> None:
    before = replace(FIRST, ends=TODAY)
    after = replace(SECOND, name=FIRST.name, starts=TODAY + timedelta(days=1))
    sheet = replace(SHEET, teachers=(before, after))
    assert sheet.teacher(FIRST.teacher, TODAY) == before
    assert sheet.teacher(SECOND.teacher, TODAY) is None


def test_R22_a_substitute_has_the_class_for_some_days() -> None:
    sheet = replace(SHEET, teachers=(FIRST, replace(SECOND, starts=TODAY, ends=TODAY)))
    assert sheet.teacher(SECOND.teacher, TODAY)
    assert sheet.teacher(SECOND.teacher, TODAY + timedelta(days=1)) is None
    assert sheet.teacher(SECOND.teacher, TODAY - timedelta(days=1)) is None


def test_a_substitute_counts_as_a_teacher_of_the_class_on_every_other_day_too() -> None:
    sheet = replace(SHEET, teachers=(FIRST, replace(SECOND, starts=TODAY, ends=TODAY)))
    assert sheet.ever_has(SECOND.teacher)
    assert not sheet.ever_has("f" * 32)


def test_lessons_may_touch_and_other_days_may_be_equal() -> None:
    assert MATHS.ends == DUTCH.starts
    tuesday = replace(MATHS, slot="d" * 32, weekday=list(type(MATHS.weekday))[1])
    assert len(replace(SHEET, slots=(MATHS, DUTCH, tuesday)).slots) == 3


def test_a_lesson_runs_forward_and_only_one_of_a_day_passes_midnight() -> None:
    with pytest.raises(ValueError, match="before"):
        replace(MATHS, ends=MATHS.starts)
    with pytest.raises(ValueError, match="same"):
        replace(EXTRA, ends=EXTRA.starts)
    assert replace(EXTRA, ends="00:10").passes_midnight
    assert not EXTRA.passes_midnight


def test_a_teacher_has_no_days_that_end_before_they_start() -> None:
    with pytest.raises(ValueError, match="after"):
        replace(FIRST, ends=FIRST.starts - timedelta(days=1))


def test_a_school_year_ends_on_31_august() -> None:
    assert SHEET.not_after.date() == date(2027, 8, 31)
