# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.school: the school's own day, and papers that end."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from tests.fakes.school import NOW, make_school


def test_a_day_begins_at_the_schools_midnight() -> None:
    papers = make_school().shelf_for().papers_of(make_school().class_id)
    assert papers is None  # another school's class
    school = make_school()
    held = school.shelf_for().papers_of(school.class_id)
    assert held
    assert held.day(NOW) == date(2027, 3, 8)
    assert held.day(datetime(2027, 3, 8, 22, 59, tzinfo=UTC)) == date(2027, 3, 8)
    assert held.day(datetime(2027, 3, 8, 23, 0, tzinfo=UTC)) == date(2027, 3, 9)
    assert held.zone.key == "Europe/Brussels"


@pytest.mark.parametrize("name", ["trust", "sheet", "slip"])
def test_papers_are_alive_until_the_first_of_them_ends(name: str) -> None:
    school = make_school()
    held = school.shelf_for().papers_of(school.class_id)
    assert held
    ending = msgspec.structs.replace(getattr(held, name), not_after=NOW)
    held = replace(held, **{name: ending})
    assert held.are_alive(NOW - timedelta(seconds=1))
    assert not held.are_alive(NOW)
