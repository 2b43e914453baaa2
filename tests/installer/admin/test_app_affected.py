# SPDX-License-Identifier: GPL-3.0-or-later
"""After a theft, as somebody at the office's terminal asks it."""

import csv
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from consent.store.register.people import find_pupil
from installer.admin.asking import now
from installer.admin.office import open_office
from installer.admin.school_year import school_year
from tests.fakes.admin import Admin, commands_in
from tests.fakes.lesson import PlayedLesson


@pytest.fixture
def admin(tmp_path: Path) -> Admin:
    """Give somebody at a school with a class."""
    made = Admin(tmp_path)
    made.makes_a_school()
    made.imports_the_roster()
    return made


def test_R38_a_teachers_machine_is_told_in_a_table_and_as_a_safe_list(
    admin: Admin,
) -> None:
    out = admin.home / "list.csv"
    said = admin.succeeds("affected", admin.office, "--teacher", "t1", "--out", out)
    assert "Het toestel van An Peeters:" in said
    assert "iedereen die het kan zijn" in said
    assert "3 leerlingen." in said
    assert "nooit staat: een beeld van een scherm" in said
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["leerling", "klas", "schooljaar", "wat", "vanaf", "tot"]
    assert [row[:4] for row in rows[1:]] == [
        [who, "4B", school_year(now().date()), "naam, misschien regels"]
        for who in ("Amina Bakker", "Bram Dries", "Casper Elst")
    ]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    for row in rows:
        assert row[0] in said


def test_R38_pupils_of_other_classes_are_counted_and_named_in_the_list_alone(
    admin: Admin,
) -> None:
    for name, rows in (
        ("users", "p4,student,Dina,Fox\n"),
        ("classes", "c2,5C\n"),
        ("enrollments", "c2,p4,student\n"),
        ("demographics", "p4,2012-01-01\n"),
    ):
        admin.writes(f"{name}.csv", (admin.home / f"{name}.csv").read_text() + rows)
    names = ("users", "classes", "enrollments", "slots", "demographics")
    files = [admin.home / f"{name}.csv" for name in names]
    admin.succeeds("class", "import", admin.office, *files, "--yes")
    out = admin.home / "list.csv"
    said = admin.succeeds("affected", admin.office, "--teacher", "t1", "--out", out)
    assert "3 leerlingen." in said
    assert "Van nog 1 andere leerling" in said
    assert "alleen van de eigen klassen: de klaslijst" in said
    assert "Dina" not in said
    *_, last = csv.reader(out.read_text("utf-8-sig").splitlines())
    assert last[0] == "Dina Fox"
    assert last[3] == "niets, tenzij vroeger in een klas van deze leerkracht"


def test_R38_a_name_that_is_a_formula_is_text_in_the_list(admin: Admin) -> None:
    office = open_office(admin.office, None, "An")
    with office.register.begin() as desk:  # an older program took such a name in
        pupil = find_pupil(desk, office.school, "p1")
        assert pupil is not None
        pupil.name = "=1+1 Bakker"
    office.register.close()
    out = admin.home / "list.csv"
    admin.succeeds("affected", admin.office, "--teacher", "t1", "--out", out)
    assert '"\'=1+1 Bakker"' in out.read_text("utf-8-sig")
    assert "list.csv" in admin.fails(
        2, "affected", admin.office, "--teacher", "t1", "--out", out
    )


def test_R38_what_it_tells_to_do_next_can_be_typed(admin: Admin) -> None:
    admin.enrols("laptop-7", "p1")
    said = admin.succeeds("affected", admin.office, "--laptop", "laptop-7")
    assert "De laptop laptop-7:" in said
    assert "Amina Bakker" in said
    assert "eigen lijst van de leerling" in said
    assert "72 uur" in said
    assert "register van inbreuken" in said
    assert "DPO" in said
    revoke, publish = commands_in(said)
    assert publish == ["publish", str(admin.office)]
    assert "Genoteerd" in admin.succeeds(*revoke)


def test_R38_a_teacher_without_a_certificate_has_nothing_to_revoke(
    admin: Admin,
) -> None:
    said = admin.succeeds("affected", admin.office, "--teacher", "An Peeters")
    assert "kreeg hier nooit een certificaat" in said
    assert commands_in(said) == [["publish", str(admin.office)]]


@pytest.mark.parametrize(("lang", "says"), [("en", "72 hours"), ("fr", "72 heures")])
def test_R38_it_speaks_the_offices_languages(
    admin: Admin, lang: str, says: str
) -> None:
    admin.lang = lang
    assert says in admin.succeeds("affected", admin.office, "--teacher", "t1")


def test_R38_what_cannot_be_answered_is_said_with_what_to_do(
    admin: Admin, tmp_path: Path
) -> None:
    here = ("affected", admin.office)
    both = ("--teacher", "t1", "--laptop", "laptop-7")
    for words in ((), both, ("--laptop", "laptop-7", "--volume", tmp_path)):
        assert "--teacher NAAM of --laptop LABEL" in admin.fails(2, *here, *words)
    assert "sticker" in admin.fails(2, *here, "--laptop", "laptop-7")
    assert "users.csv" in admin.fails(2, *here, "--teacher", "nobody")
    teacher = (*here, "--teacher", "t1", "--volume")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "inzage-console volumes" in admin.fails(2, *teacher, empty)
    lesson = PlayedLesson(tmp_path / "lesson")
    lesson.play()
    (empty / "other-school.zip").write_bytes(lesson.volume())
    lesson.close()
    assert "inzage-verify" in admin.fails(1, *teacher, empty)


def test_R38_a_day_to_come_is_refused_and_no_day_is_an_empty_cell(admin: Admin) -> None:
    out = admin.home / "list.csv"
    words = ("affected", admin.office, "--teacher", "t1", "--out", out)
    tomorrow = now().date() + timedelta(days=2)
    refused = admin.fails(2, *words, "--since", f"{tomorrow}")
    assert f"--since: {tomorrow} moet nog komen" in refused
    assert not out.exists()
    for name, rows in (
        ("users", "p4,student,Dina,Fox\n"),
        ("classes", "c2,5C\n"),
        ("enrollments", "c2,p4,student\n"),
    ):
        admin.writes(f"{name}.csv", (admin.home / f"{name}.csv").read_text() + rows)
    files = [admin.home / f"{name}.csv" for name in ("users", "classes", "enrollments")]
    admin.succeeds("class", "import", admin.office, *files, "--yes")
    admin.succeeds(*words)
    *_, last = csv.reader(out.read_text("utf-8-sig").splitlines())
    assert last[4] == ""


def test_R38_more_than_one_of_a_name_is_said_to_be_so(admin: Admin) -> None:
    for _ in range(2):
        admin.enrols("laptop-7")
    told = admin.fails(2, "affected", admin.office, "--laptop", "laptop-7")
    assert "Er zijn 2 laptops laptop-7." in told
    told = admin.fails(2, "affected", admin.office, "--laptop", "laptop-8")
    assert "Er is geen laptop laptop-8." in told
