# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers for people, command by command, as somebody at a terminal makes them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consent.store.papers_folder import PapersFolder
from consent.store.register import choices
from consent.store.register.intake import take_in
from consent.store.register.people import classes, pupils_of
from installer.admin.app import main
from installer.admin.charter_signing import propose, sign_as_dpo
from installer.admin.office import Office, find
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.tables import read_tables
from tests.fakes.office import ROSTER, filled_draft, new_office

CHARTER = "charter"


class Desk:
    """An office whose agreements are of today, and somebody who types."""

    def __init__(self, home: Path) -> None:
        """Make a school with one class; its agreements wait for the DPO."""
        self.home, self.now = home, datetime.now(UTC)
        self.office: Office = new_office(home)
        propose(self.office, filled_draft(self.now.date()), self.now)
        files = {name: text.encode() for name, text in ROSTER.items()}
        read = gather(read_tables(files), Wish(self.now.date()))
        assert isinstance(read, Read)
        with self.office.register.begin() as desk:
            take_in(desk, self.office.school, read.incoming)

    def signs(self) -> None:
        """Have the DPO sign, and put the agreements among the published papers."""
        folder = self.office.places.proposed
        sign_as_dpo(PapersFolder(folder.path), self.home / "dpo", None)
        paper = find(folder, CHARTER)
        assert paper is not None
        self.office.places.for_consoles.put(paper)

    def does(self, word: str, *more: str | Path) -> Result:
        """Type a command."""
        words = [word, str(self.home / "office"), *map(str, more)]
        return CliRunner().invoke(main, ["--language", "nl", *words])

    def made(self) -> list[str]:
        """List what lies in the folder of papers."""
        folder = self.home / "office" / "papers-out"
        return sorted(file.name for file in folder.iterdir()) if folder.exists() else []

    def text(self, name: str) -> str:
        """Read a paper."""
        return (self.home / "office" / "papers-out" / name).read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an office."""
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("notice", {"notice-10", "notice-6"}),
        ("dpia", {"dpia"}),
        ("rules-annex", {"rules-annex"}),
        ("parent-letter", {"parent-letter-4b"}),
    ],
)
def test_a_paper_comes_in_two_languages_as_a_page_and_a_pdf(
    desk: Desk, word: str, names: set[str]
) -> None:
    desk.signs()
    result = desk.does(word)
    assert result.exit_code == 0, result.output
    assert desk.made() == sorted(
        f"{name}.{lang}.{kind}"
        for name in names
        for lang in ("nl", "en")
        for kind in ("html", "pdf")
    )
    assert result.output.count("papers-out") == len(desk.made())
    assert all("DEMO" in desk.text(one) for one in desk.made() if one.endswith("html"))


def test_R46_a_draft_is_made_of_what_waits_for_the_dpo(desk: Desk) -> None:
    result = desk.does("dpia", "--only", "nl")
    assert (result.exit_code, desk.made()) == (4, [])
    result = desk.does("dpia", "--only", "nl", "--proposed")
    assert result.exit_code == 0, result.output
    assert desk.made() == ["dpia.nl.html", "dpia.nl.pdf"]
    assert "ONTWERP" in desk.text("dpia.nl.html")


def test_R46_the_record_comes_for_a_program_too(desk: Desk, tmp_path: Path) -> None:
    desk.signs()
    out = tmp_path / "elsewhere"
    assert desk.does("ropa", "--only", "en", "--out", out).exit_code == 0
    names = sorted(file.name for file in out.iterdir())
    assert names == ["ropa.en.html", "ropa.en.pdf", "ropa.json"]
    held = json.loads((out / "ropa.json").read_text("utf-8"))
    assert held["@type"] == "dpv:RegisterOfProcessingActivities"


def test_R56_a_class_can_have_one_letter_without_names(desk: Desk) -> None:
    desk.signs()
    assert desk.does("parent-letter", "--per", "class", "--only", "nl").exit_code == 0
    text = desk.text("parent-letter-4b.nl.html")
    assert "Aan de ouders van klas 4B" in text
    assert "Amina" not in text
    result = desk.does("parent-letter", "--class", "9Z")
    assert (result.exit_code, "9Z" in result.output) == (2, True)


def test_R26_the_report_has_totals_and_no_small_number(
    desk: Desk, tmp_path: Path
) -> None:
    desk.signs()
    with desk.office.register.begin() as book:
        (klass,) = classes(book, desk.office.school)
        first = pupils_of(book, klass.id)[0]
        choices.opt_out(book, first.id, klass.id, "view", "office", desk.now)
    counts = tmp_path / "counts.csv"
    counts.write_text("class,week,lessons,looks,calls\n4B,2026-11-23,6,14,0\n", "utf-8")
    result = desk.does("council-report", "--only", "nl", "--counts", counts)
    assert result.exit_code == 0, result.output
    text = desk.text("council-report.nl.html")
    assert ">14<" in text
    assert "Amina" not in text
    assert '"objecting","","4B","–"' in desk.text("council-report.csv")


def test_a_file_that_is_no_log_is_said_to_be_none(desk: Desk, tmp_path: Path) -> None:
    desk.signs()
    other = tmp_path / "other.db"
    other.write_bytes(b"x" * 200)
    result = desk.does("council-report", "--volume", other)
    assert (result.exit_code, desk.made()) == (2, [])
    assert f"{other} is geen logboek" in result.stderr
