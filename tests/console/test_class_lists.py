# SPDX-License-Identifier: GPL-3.0-or-later
"""A class list stays here for this teacher's classes, until the year is over."""

from datetime import timedelta

import pytest

from consent.documents.signed import Kind
from console.class_lists import is_own, may_stay
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
ME, COLLEAGUE = (teacher.id for teacher in SCHOOL.teachers)
STRANGER = "f" * 32
ENDS = SCHOOL.roster.not_after
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
AUTUMN = SCHOOL.newer(revocations={"issued": ENDS, "not_after": ENDS + 300 * DAY})


def test_R38_a_class_list_is_of_the_teachers_whom_the_sheet_names() -> None:
    shelf = SCHOOL.console_shelf()
    assert is_own(shelf, ME, SCHOOL.class_id)
    assert is_own(shelf, COLLEAGUE, SCHOOL.class_id)
    assert not is_own(shelf, STRANGER, SCHOOL.class_id)
    assert not is_own(shelf, ME, "e" * 32)
    assert not may_stay(shelf, STRANGER, SCHOOL.class_id, NOW)
    assert may_stay(shelf, ME, SCHOOL.class_id, NOW)


@pytest.mark.parametrize("days", [-20, 20])
def test_R38_a_substitute_of_one_day_has_the_list_before_and_after(days: int) -> None:
    mine, other = SCHOOL.sheet.teachers
    day = NOW.date() + days * DAY
    few = type(mine)(teacher=mine.teacher, name=mine.name, starts=day, ends=day)
    school = SCHOOL.changed(sheet={"teachers": (few, other)})
    assert may_stay(school.console_shelf(), ME, school.class_id, NOW)


def test_R35_a_list_goes_when_its_year_is_over() -> None:
    shelf = AUTUMN.console_shelf()
    assert may_stay(shelf, ME, SCHOOL.class_id, ENDS - SECOND)
    assert not may_stay(shelf, ME, SCHOOL.class_id, ENDS)


def test_R35_a_list_whose_file_cannot_be_read_goes_with_its_sheet() -> None:
    shelf = AUTUMN.console_shelf()
    shelf.let_go(Kind.ROSTER, SCHOOL.class_id)
    assert may_stay(shelf, ME, SCHOOL.class_id, ENDS - SECOND)
    assert not may_stay(shelf, ME, SCHOOL.class_id, ENDS)


def test_R35_a_clock_that_was_set_forward_ends_no_list() -> None:
    shelf = SCHOOL.console_shelf()
    for days in (1, 400):
        assert may_stay(shelf, ME, SCHOOL.class_id, ENDS + days * DAY)
        assert not may_stay(shelf, STRANGER, SCHOOL.class_id, ENDS + days * DAY)
