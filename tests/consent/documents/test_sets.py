# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.sets: seven days, and a hash for every laptop."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from consent.documents import canonical, sets
from consent.errors import PaperError
from tests.fakes.school import make_school

SCHOOL = make_school(pupils=3)
SET = sets.parse(SCHOOL.paper_set.body)


def test_D05_a_set_lives_seven_days() -> None:
    longest = replace(SET, not_after=SET.issued + timedelta(days=7))
    assert longest.not_after - longest.issued == sets.LONGEST
    with pytest.raises(ValueError, match="at most 7 days"):
        replace(SET, not_after=SET.issued + timedelta(days=7, seconds=1))


def test_it_names_each_laptops_slip() -> None:
    assert set(SET.slips) == {pupil.device for pupil in SCHOOL.pupils}


def test_a_laptop_is_named_by_its_id_alone() -> None:
    value = canonical.decode(SCHOOL.paper_set.body)
    assert isinstance(value, dict)
    odd = {**value, "slips": {"laptop_3": "0" * 64}}
    with pytest.raises(PaperError):
        sets.parse(canonical.encode(odd))
