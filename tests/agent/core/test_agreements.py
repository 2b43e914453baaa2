# SPDX-License-Identifier: GPL-3.0-or-later
"""What the school decided, as lines a pupil can read."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from agent.core.agreements import text
from consent.documents.fields import Lang
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School, make_school


@pytest.mark.parametrize("lang", Lang)
def test_R40_R54_it_names_council_risks_people_and_end(
    desk: LaptopDesk, lang: Lang
) -> None:
    desk.mind.laptop.lang = lang
    said = text(desk.mind.laptop)
    for part in ("Sint-Jan Testschool", "schoolraad", "GEB 3", "Dirk Maes", "2028"):
        assert part in said


@pytest.mark.parametrize(
    ("lang", "asks", "dpo"),
    [
        (Lang.NL, "Met wie kan je praten?", "De privacyhulp van de school (DPO)"),
        (Lang.EN, "Who can you talk to?", "The privacy helper of the school (DPO)"),
        (Lang.FR, "À qui peux-tu parler ?", "L'aide vie privée de l'école (DPO)"),
    ],
)
def test_R54_it_says_first_whom_to_ask_and_who_that_is(
    desk: LaptopDesk, lang: Lang, asks: str, dpo: str
) -> None:
    desk.mind.laptop.lang = lang
    people = text(desk.mind.laptop).split("\n\n")[0].splitlines()
    charter = desk.school.charter
    contacts = charter.contacts
    assert people[0] == asks
    school = f"{contacts.school.name}, {contacts.school.email}, {contacts.school.phone}"
    assert people[1].endswith(f": {school}")
    assert people[2] == (
        f"{dpo}: {contacts.dpo.name}, {contacts.dpo.email}, {contacts.dpo.phone}"
    )
    assert people[3].endswith(charter.authority)


@pytest.mark.parametrize("lang", Lang)
def test_D04_a_new_dpo_who_waits_is_told_with_the_day_it_counts_from(
    school: School, lang: Lang
) -> None:
    desk = LaptopDesk(school).start()
    laptop = desk.mind.laptop
    laptop.lang = lang
    before = text(laptop)
    other = replace(school.trust, serial=2, dpo=make_school().trust.dpo)
    laptop.shelf.accept(school.signed(other), school.now)
    told, _, rest = text(laptop).partition("\n\n")
    assert rest == before
    starts = (school.now + timedelta(days=14)).astimezone(school.trust.zone)
    assert "DPO" in told
    assert f"{starts:%d-%m-%Y}" in told
    laptop.shelf.settle(school.now + timedelta(days=14))
    assert text(laptop) == ""  # the new one has not signed the charter yet


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
