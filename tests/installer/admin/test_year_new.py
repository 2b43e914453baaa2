# SPDX-License-Identifier: GPL-3.0-or-later
"""A new school year in one command: what goes along, what ends, what is still to do."""

import sqlite3
import tomllib
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consent.documents.signed import Kind
from consent.shelf.shelf import Shelf
from consent.store.register import people
from consent.store.register.roll import seats_of
from installer.admin import asking
from installer.admin.office import Office, open_office
from tests.fakes.admin import Admin, commands_in
from tests.fakes.clock import stopped_at
from tests.fakes.office import NOW, ROSTER, Laptop

Travel = Callable[[int, int, int], None]
OLD, NEW = "2026-2027", "2027-2028"
NEXT = {
    **ROSTER,
    "classes.csv": "sourcedId,title\nc2,5B\n",
    "enrollments.csv": ROSTER["enrollments.csv"].replace("c1", "c2"),
    "slots.csv": "classSourcedId,day,starts,ends,subject,teachers\n"
    "c2,di,09:30,11:00,wiskunde,t1\n",
}


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Give the calendar of the office."""

    def go(year: int, month: int, day: int) -> None:
        at = datetime(year, month, day, 9, tzinfo=UTC)
        monkeypatch.setattr(asking, "datetime", stopped_at(at))

    monkeypatch.setattr(asking, "datetime", stopped_at(NOW))
    return go


@pytest.fixture
def admin(tmp_path: Path, travel: Travel) -> Admin:
    """Give a school that was published, with the set of the next year beside it."""
    del travel
    made = Admin(tmp_path)
    made.makes_a_school()
    made.signs_a_charter()
    made.imports_the_roster()
    made.succeeds("optout", made.office, "p1", "--purpose", "view")
    made.succeeds("exempt", made.office, "p2")
    made.succeeds("publish", made.office)
    (tmp_path / "next").mkdir()
    for name, text in NEXT.items():
        (tmp_path / "next" / name).write_text(text, "utf-8")
    return made


def begins(admin: Admin) -> str:
    """Type the one command."""
    return admin.succeeds("year", "new", admin.office, "--from", admin.home / "next")


def everything(admin: Admin) -> tuple[list[str], dict[str, bytes]]:
    """Give every row of the register and every other file of the office."""
    with closing(sqlite3.connect(admin.office / "register.db")) as db:
        rows = list(db.iterdump())
    files = {
        str(file): file.read_bytes()
        for file in sorted(admin.office.rglob("*"))
        if file.is_file() and "register.db" not in file.name
    }
    return rows, files


def office(admin: Admin) -> Office:
    """Open the office."""
    return open_office(admin.office, None, "An")


def fills_in(admin: Admin, until: str) -> None:
    """Decide anew what stands open in the form."""
    form = admin.office / "charter.toml"
    text = form.read_text("utf-8")
    open_days = {"herzien_voor": "2028-05-01", "datum": "2027-08-20"}
    open_days["geldig_tot"] = until
    for field, day in open_days.items():
        text = text.replace(f'\n{field} = "..."', f"\n{field} = {day}")
    text = text.replace('uitkomst = "..."', 'uitkomst = "overleg_held"')
    form.write_text(text.replace('"..."', '"ingevuld"'), "utf-8")


def shelf(admin: Admin, laptop: Laptop, device: str, at: datetime) -> Shelf:
    """Give the shelf of a laptop that takes what is published."""
    school = office(admin)
    made = Shelf(school.trust().root_hash, device=device, seal_key=laptop.seal)
    made.accept_all([one.paper for one in school.places.for_laptops.read()[0]], at)
    return made


@pytest.mark.parametrize("day", [(2027, 7, 1), (2027, 8, 31), (2027, 9, 1)])
def test_R17_a_no_goes_along_all_else_begins_anew_and_twice_changes_nothing(
    admin: Admin, travel: Travel, day: tuple[int, int, int]
) -> None:
    _, device = admin.enrols("laptop-1", "p1")
    travel(*day)
    said = begins(admin)
    assert f"Schooljaar {NEW}." in said
    assert "leerlingen van wie een nee of vrijstelling meegaat: 2" in said
    with office(admin).register.read() as desk:
        school = office(admin).school
        ((old,), (new,)) = (people.classes(desk, school, one) for one in (OLD, NEW))
        before, after = seats_of(desk, old.id), seats_of(desk, new.id)
    assert new.id != old.id
    ids = [{seat.pupil.id for seat in seats} for seats in (before, after)]
    assert not ids[0] & ids[1]
    assert [seat.opt_outs for seat in after] == [["view"], [], []]
    assert [seat.exempt_attention for seat in after] == [False, True, False]
    assert after[0].device
    assert after[0].device.id == device
    stood = everything(admin)
    again = begins(admin)
    assert "Er verandert niets." in again
    assert everything(admin) == stood


def test_R43_what_was_agreed_stands_in_the_form_and_what_must_be_decided_is_open(
    admin: Admin, travel: Travel
) -> None:
    filled = (admin.office / "charter.toml").read_bytes()
    travel(2027, 8, 31)
    said = begins(admin)
    assert "staat open: de raad" in said
    assert commands_in(said) == [["charter", "propose", str(admin.office)]]
    assert (admin.office / "earlier" / "charter-1.toml").read_bytes() == filled
    text = (admin.office / "charter.toml").read_text("utf-8")
    form, old = tomllib.loads(text), tomllib.loads(filled.decode())
    days = [str(form.pop(one)) for one in ("ingangsdatum", "geldig_tot")]
    assert days == ["2027-09-01", "2028-08-30"]
    council = form.pop("raad")
    assert council.pop("naam") == old.pop("raad")["naam"]
    assert {*council.values(), form.pop("herzien_voor")} == {"..."}
    for gone in ("ingangsdatum", "geldig_tot", "herzien_voor"):
        del old[gone]
    assert form == old
    told = admin.fails(1, "charter", "propose", admin.office)
    for place in ("herzien_voor", "raad.datum", "raad.uitkomst", "raad.tekst"):
        assert place in told
    fills_in(admin, "2028-08-30")
    said = admin.succeeds("charter", "propose", admin.office)
    assert "De school bekijkt dit weer voor 01-05-2028." in said


def test_R17_from_september_the_old_papers_are_gone_and_the_steps_lead_to_new_ones(
    admin: Admin, travel: Travel
) -> None:
    laptop, device = admin.enrols("laptop-1", "p1")
    admin.succeeds("publish", admin.office)
    travel(2027, 9, 2)
    said = begins(admin)
    assert "De papieren van 1 klas van vorig jaar zijn weggenomen." in said
    for folder in ("laptops", "consoles"):
        left = {
            one.name.split(".")[0]
            for one in (admin.office / "published" / folder).iterdir()
        }
        assert left == {"trust", "charter", "revocations"}
    fills_in(admin, "2028-08-31")
    for _ in range(4):
        (words,) = commands_in(said)
        said = admin.succeeds(*[one if one != "DPO" else admin.dpo for one in words])
        if "status" in said:
            said = admin.does("status", admin.office).output
    now = datetime(2027, 9, 2, 9, tzinfo=UTC)
    held = shelf(admin, laptop, device, now)
    ((class_id, slip),) = held.slips.items()
    assert held.classes[class_id].name == "5B"
    assert slip.opt_outs == ("view",)
    assert held.freshness(class_id, now)


def test_before_july_it_is_refused_and_nothing_changes(
    admin: Admin, travel: Travel
) -> None:
    stood = everything(admin)
    for day in ((2027, 1, 1), (2027, 6, 30)):
        travel(*day)
        words = ("year", "new", admin.office, "--from", admin.home / "next")
        assert "vanaf 2027-07-01" in admin.fails(5, *words)
    assert everything(admin) == stood


def test_without_classes_it_says_what_to_give(admin: Admin, travel: Travel) -> None:
    travel(2027, 8, 20)
    said = admin.succeeds("year", "new", admin.office)
    assert commands_in(said)[0][:2] == ["year", "new"]
    assert "--from" in said
    assert (admin.office / "earlier" / "charter-1.toml").exists()
    assert "+ klas 5B" in begins(admin)


def test_a_fault_or_a_full_disk_leaves_everything_as_it_was(
    admin: Admin, travel: Travel
) -> None:
    travel(2027, 9, 2)
    words = ("year", "new", admin.office, "--from", admin.home / "next")
    (admin.office / "earlier").write_text("in the way", "utf-8")
    stood = everything(admin)
    admin.fails(2, *words)
    assert everything(admin) == stood
    users = admin.home / "next" / "users.csv"
    users.write_text(ROSTER["users.csv"].replace("Amina", ""), "utf-8")
    assert "users.csv" in admin.fails(1, *words)
    assert everything(admin) == stood


def test_another_set_for_a_year_that_has_begun_is_refused(
    admin: Admin, travel: Travel
) -> None:
    travel(2027, 8, 20)
    begins(admin)
    stood = everything(admin)
    (admin.home / "next" / "classes.csv").write_text("sourcedId,title\nc2,5C\n")
    words = ("year", "new", admin.office, "--from", admin.home / "next")
    assert "class import" in admin.fails(5, *words)
    assert everything(admin) == stood


def test_teachers_whose_certificate_ends_soon_are_named(
    admin: Admin, travel: Travel
) -> None:
    travel(2027, 8, 20)
    assert "An Peeters heeft nog geen certificaat." in begins(admin)


def test_R35_what_is_past_its_time_goes(admin: Admin, travel: Travel) -> None:
    travel(2027, 10, 2)
    said = begins(admin)
    assert "leerlingen van wie een nee of vrijstelling meegaat: 2" in said
    with office(admin).register.read() as desk:
        school = office(admin).school
        assert people.classes(desk, school, OLD) == []
        ((new,),) = [people.classes(desk, school, NEW)]
        assert seats_of(desk, new.id)[0].opt_outs == ["view"]
    papers = office(admin).places.for_consoles.read()[0]
    assert Kind.SET not in {one.paper.kind for one in papers}
