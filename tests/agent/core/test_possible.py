# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above a pupil's choice: the school's offer and others' noes."""

import pytest

from agent.core import possible
from consent.purpose import Purpose
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


def test_all_is_possible_where_nobody_said_no(desk: LaptopDesk) -> None:
    desk.start()
    assert all(possible.is_possible(desk.mind.laptop, x) for x in Purpose)
    assert possible.school_year(desk.mind.laptop) == "2026-2027"
    assert possible.choice_ends(desk.mind.laptop) == desk.school.sheet.not_after


@pytest.mark.parametrize("slip", [{"opt_outs": ("view",)}, {"guardian_no": ("view",)}])
def test_a_no_above_the_pupil_makes_it_impossible(
    school: School, slip: dict[str, tuple[str, ...]]
) -> None:
    desk = LaptopDesk(school.changed(slip=slip)).start()
    assert not possible.is_possible(desk.mind.laptop, Purpose.VIEW)


def test_what_the_school_does_not_offer_is_impossible(school: School) -> None:
    some = tuple(x for x in school.charter.purposes if x.purpose is not Purpose.VIEW)
    desk = LaptopDesk(school.changed(charter={"purposes": some})).start()
    assert not possible.is_possible(desk.mind.laptop, Purpose.VIEW)


def test_without_papers_nothing_is(school: School) -> None:
    desk = LaptopDesk(school)
    desk.mind.laptop.shelf = school.empty_shelf()
    desk.start()
    laptop = desk.mind.laptop
    assert not possible.is_possible(laptop, Purpose.VIEW)
    assert (possible.school_year(laptop), possible.choice_ends(laptop)) == ("", None)
