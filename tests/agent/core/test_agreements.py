# SPDX-License-Identifier: GPL-3.0-or-later
"""What the school decided, as lines a pupil can read."""

import pytest

from agent.core.agreements import text
from consent.documents.fields import Lang
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


@pytest.mark.parametrize("lang", Lang)
def test_R40_R54_it_names_council_risks_people_and_end(
    desk: LaptopDesk, lang: Lang
) -> None:
    desk.mind.laptop.lang = lang
    said = text(desk.mind.laptop)
    for part in ("Sint-Jan Testschool", "schoolraad", "GEB 3", "Dirk Maes", "2028"):
        assert part in said


def test_without_papers_there_is_nothing_to_read(school: School) -> None:
    desk = LaptopDesk(school)
    desk.mind.laptop.shelf = school.empty_shelf()
    assert text(desk.mind.laptop) == ""


def test_another_charter_is_told_in_its_own_words(school: School) -> None:
    desk = LaptopDesk(school).start()
    before = text(desk.mind.laptop)
    fewer = school.charter.purposes[:1]
    desk.mind.laptop.shelf = school.changed(charter={"purposes": fewer}).shelf_for()
    after = text(desk.mind.laptop)
    assert "een klein beeld" in after
    assert "je scherm groot" in before
    assert "je scherm groot" not in after
