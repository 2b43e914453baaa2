# SPDX-License-Identifier: GPL-3.0-or-later
"""What the school decided, as lines a pupil can read."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from agent.core.agreements import text
from consent.documents.charter import Holiday, Network, ReasonCode
from consent.documents.fields import Lang
from protocol.messages.local import NOTICE_BYTES
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


def test_R47_a_new_charter_says_what_it_changes_before_the_rest(
    school: School,
) -> None:
    desk = LaptopDesk(school).start()
    newer = school.newer(charter={"overview_width_px": 240})
    for paper in newer.papers_for():
        desk.mind.laptop.shelf.accept(paper, school.now)
    first, head, what, *_ = text(desk.mind.laptop).splitlines()
    assert first.startswith("Veranderd op ")
    assert head == "Er mag nu meer:"
    assert "Nu zijn het er 240." in what


def test_the_longest_charter_still_fits_the_page(school: School) -> None:
    desk = LaptopDesk(school).start()
    nets = [Network(cidr=f"10.{n}.0.0/16", dial_out=False) for n in range(64)]
    breaks = [Holiday(starts=day, ends=day) for day in days(school, 100)]
    council = replace(school.charter.council, text="x" * 4_000)
    wide: dict[str, Any] = {
        "networks": tuple(nets),
        "holidays": tuple(breaks),
        "council": council,
    }
    words = dict.fromkeys(("nl", "en", "fr"), "w" * 80)
    codes = tuple(ReasonCode(code=f"c{n}", **words) for n in range(20))
    wide |= {"reason_codes": codes, "attention_reasons": codes}
    newer = school.newer(charter=wide)
    for paper in newer.papers_for():
        desk.mind.laptop.shelf.accept(paper, school.now)
    assert len(text(desk.mind.laptop)) <= NOTICE_BYTES


def days(school: School, count: int) -> list[date]:
    return [school.now.date() + timedelta(days=n) for n in range(count)]
