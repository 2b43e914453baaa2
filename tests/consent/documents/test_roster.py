# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.roster: names by laptop, for consoles."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.fakes.school import NOW, make_school

SCHOOL = make_school(pupils=2)
ROSTER = SCHOOL.roster
AMINA, BRAM = ROSTER.pupils


def test_a_pupil_or_laptop_stands_in_it_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        replace(ROSTER, pupils=(AMINA, AMINA))
    with pytest.raises(ValueError, match="twice"):
        replace(ROSTER, pupils=(AMINA, replace(BRAM, device=AMINA.device)))


def test_two_pupils_without_a_laptop_are_fine() -> None:
    lone = replace(ROSTER, pupils=tuple(replace(x, device=None) for x in ROSTER.pupils))
    assert [x.device for x in lone.pupils] == [None, None]


def test_a_pupil_has_a_laptop_or_a_pool() -> None:
    with pytest.raises(ValueError, match="exclude"):
        replace(AMINA, pool="kar 3")
    assert replace(AMINA, device=None, pool="kar 3").pool == "kar 3"


def test_it_dies_with_the_school_year() -> None:
    with pytest.raises(ValueError, match="2027-08-31"):
        replace(ROSTER, not_after=NOW + timedelta(days=200))
