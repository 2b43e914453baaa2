# SPDX-License-Identifier: GPL-3.0-or-later
"""What would make a class sheet worthless is told in words, before it is signed."""

from typing import Any

import msgspec
import pytest

from consent.documents.classes import ClassSheet
from installer.admin.class_checks import outside, sheet_faults
from tests.fakes.school import make_school

AN = {"teacher": "a" * 32, "name": "An Peeters", "from": "2026-09-01"}
AN |= {"until": "2027-08-31"}
SLOT: dict[str, Any] = {"weekday": "mo", "from": "08:25", "to": "09:15"}
SLOT |= {"teachers": ["a" * 32]}


def keys(teachers: list[dict[str, str]], slots: list[dict[str, Any]]) -> list[str]:
    sheet = {"teachers": teachers, "slots": slots, "extra": []}
    return [one.key for one in sheet_faults(sheet)]


def test_a_sheet_that_is_right_has_no_faults() -> None:
    later = SLOT | {"from": "09:15", "to": "10:05"}
    tuesday = SLOT | {"weekday": "tu"}
    assert keys([AN, AN | {"name": "Bo Maes"}], [SLOT, later, tuesday]) == []


@pytest.mark.parametrize("name", ["An Peeters", "AN PEETERS"])
def test_two_teachers_with_one_name_are_told(name: str) -> None:
    assert keys([AN, AN | {"name": name}], []) == ["sheet.same_name"]
    gone = AN | {"name": name, "from": "2026-09-01", "until": "2026-09-30"}
    after = AN | {"from": "2026-10-01"}
    assert keys([after, gone], []) == []


def test_lessons_that_overlap_or_have_nobody_are_told() -> None:
    late = SLOT | {"from": "09:00", "to": "10:05"}
    assert keys([AN], [SLOT, late]) == ["sheet.overlap"]
    assert keys([AN], [SLOT | {"teachers": []}]) == ["sheet.nobody"]


def test_a_lesson_outside_the_agreed_hours_is_told_with_its_day() -> None:
    school = make_school()
    sheet = school.sheet
    assert outside(school.charter, sheet) is None
    early = msgspec.structs.replace(sheet.slots[0], starts="06:00", ends="06:50")
    wrong = msgspec.structs.replace(sheet, slots=(early,), extra=())
    found = outside(school.charter, wrong)
    assert isinstance(wrong, ClassSheet)
    assert found is not None
    assert found.values == {"day": early.weekday, "hours": "06:00-06:50"}
