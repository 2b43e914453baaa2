# SPDX-License-Identifier: GPL-3.0-or-later
"""Only texts that the charter has by hash are shown, and they are made once."""

from agent.core import wordings
from consent.documents.fields import Band
from consent.purpose import Purpose
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


def test_page_and_questions_are_there_in_this_band(desk: LaptopDesk) -> None:
    desk.start()
    ids = [x.id for x in wordings.notices(desk.mind.laptop)]
    assert ids == ["page", "overview", "view", "show"]


def test_R51_a_text_the_charter_does_not_have_is_not_shown(school: School) -> None:
    refs = tuple(x for x in school.charter.notices if x.id != "view")
    desk = LaptopDesk(school.changed(charter={"notices": refs})).start()
    assert wordings.question(desk.mind.laptop, Purpose.VIEW) is None
    assert wordings.question(desk.mind.laptop, Purpose.SHOW) is not None


def test_a_pupil_without_a_slip_gets_the_simplest_words(school: School) -> None:
    desk = LaptopDesk(school)
    desk.mind.laptop.shelf = school.empty_shelf()
    desk.start()
    assert wordings.band(desk.mind.laptop) is Band.SIX_TO_NINE
    assert wordings.notices(desk.mind.laptop) == ()
    assert wordings.charter_hash(desk.mind.laptop) == ""


def test_they_are_made_once_until_the_charter_changes(desk: LaptopDesk) -> None:
    desk.lesson()
    laptop = desk.mind.laptop
    first = wordings.notices(laptop)
    assert wordings.notices(laptop) is first
    before = wordings.charter_hash(laptop)
    desk.renew_papers(desk.school.newer(charter={"vision_ref": "Visie 3"}))
    assert wordings.charter_hash(laptop) != before


def test_R50_the_page_or_the_question_counts_as_shown(desk: LaptopDesk) -> None:
    desk.start()
    laptop = desk.mind.laptop
    both = wordings.hashes(laptop, Purpose.VIEW)
    assert len(both) == 2
    assert not wordings.is_shown(laptop, Purpose.VIEW)
    laptop.notices.add(next(iter(both)))
    assert wordings.is_shown(laptop, Purpose.VIEW)
