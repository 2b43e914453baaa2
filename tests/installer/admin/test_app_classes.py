# SPDX-License-Identifier: GPL-3.0-or-later
"""`class import` at a terminal: it shows, asks, keeps all or nothing, and says why."""

import csv
import io
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from installer.admin.app import main
from tests.fakes.admin import Admin, commands_in
from tests.fakes.office import ROSTER

MORE = {
    "users.csv": ROSTER["users.csv"] + "p4,student,Daphne,Faes\n",
    "enrollments.csv": ROSTER["enrollments.csv"] + "c1,p4,student\n",
}
PROGRAM = "from installer.admin.app import main; main()"
FEWER = {"enrollments.csv": "classSourcedId,userSourcedId,role\nc1,t1,teacher\n"}


@pytest.fixture
def admin(tmp_path: Path) -> Admin:
    """Give an admin with an empty school."""
    admin = Admin(tmp_path)
    admin.makes_a_school()
    return admin


def _set(admin: Admin, **changed: str) -> Path:
    """Lay a set in a folder of its own."""
    folder = admin.home / "set"
    folder.mkdir(exist_ok=True)
    for name, text in (ROSTER | changed).items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_folder_and_a_zip_are_read_like_files(admin: Admin) -> None:
    folder = _set(admin)
    said = admin.succeeds("class", "import", admin.office, folder, "--yes")
    assert "leerlingen nieuw: 3" in said
    assert "Schooljaar 20" in said
    zipped = admin.home / "set.zip"
    with zipfile.ZipFile(zipped, "w") as out:
        for file in folder.iterdir():
            out.write(file, file.name)
    said = admin.succeeds("class", "import", admin.office, zipped)
    assert "Er verandert niets." in said


def test_a_first_set_asks_and_a_change_too(admin: Admin) -> None:
    first = ("class", "import", admin.office, _set(admin))
    assert "Er is niets veranderd." in admin.fails(5, *first, typed="n\n")
    assert "zeg ja, of geef --yes" in admin.fails(5, *first)
    assert "Ingelezen." in admin.succeeds(*first, typed="ja\n")
    words = ("class", "import", admin.office, _set(admin, **MORE))
    refused = admin.fails(5, *words, typed="n\n")
    assert "Er is niets veranderd." in refused
    assert "zeg ja, of geef --yes" in admin.fails(5, *words)
    said = admin.succeeds(*words, typed="ja\n")
    assert "+ leerling Daphne Faes in 4B" in said
    assert "Inlezen? (j/n)" in said
    assert "Er verandert niets." in admin.succeeds(*words)


@pytest.mark.parametrize("answer", ["j", "Y", "oui", " ja "])
def test_a_yes_in_any_language_is_a_yes(admin: Admin, answer: str) -> None:
    admin.succeeds("class", "import", admin.office, _set(admin), "--yes")
    words = ("class", "import", admin.office, _set(admin, **MORE))
    assert "Ingelezen." in admin.succeeds(*words, typed=f"{answer}\n")


def test_a_script_says_yes_but_not_to_losing_many(admin: Admin) -> None:
    admin.succeeds("class", "import", admin.office, _set(admin), "--yes")
    words = ("class", "import", admin.office, _set(admin, **FEWER), "--yes")
    refused = admin.does(*words)
    assert refused.exit_code == 5
    assert "3 van de 3 leerlingen zouden geen klas meer hebben" in refused.output
    assert "--many-leave" in refused.stderr
    said = admin.succeeds(*words, "--many-leave")
    assert "leerlingen weg: 3" in said


def test_a_dry_run_changes_nothing_and_writes_a_report(admin: Admin) -> None:
    report = admin.home / "report.csv"
    words = ("class", "import", admin.office, _set(admin), "--dry-run")
    said = admin.succeeds(*words, "--report", report)
    assert f"De hele lijst staat in {report}." in said
    rows = list(csv.reader(io.StringIO(report.read_text("utf-8-sig"))))
    assert rows[0] == ["wie", "voor", "na", "wat"]
    assert rows[1][:3] == ["Amina Bakker", "", "4B"] or len(rows) > 5
    assert "leerlingen nieuw: 3" in admin.succeeds(*words)


def test_every_fault_is_told_and_written_and_nothing_is_read(admin: Admin) -> None:
    report = admin.home / "report.csv"
    users = ROSTER["users.csv"] + "".join(f"q{n},student,,X\n" for n in range(60))
    words = ("class", "import", admin.office, _set(admin, **{"users.csv": users}))
    told = admin.fails(1, *words, "--report", report)
    assert "users.csv, regel 6, kolom givenName: is leeg" in told
    assert "60 fouten. Er is niets ingelezen." in told
    assert len(report.read_text("utf-8-sig").splitlines()) == 61
    assert "report.csv bestaat al" in admin.fails(2, *words, "--report", report)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leerlingen.csv", b"Naam\nBakker\n"),
        ("users.csv", "sourcedId,givenName\np1,Zo\u00e9\n".encode("latin-1")),
        ("users.csv", "sourcedId,givenName\n".encode("utf-16")),
    ],
)
def test_an_export_of_another_system_is_shown_the_way_in(
    admin: Admin, name: str, data: bytes
) -> None:
    folder = admin.home / "export"
    folder.mkdir()
    (folder / name).write_bytes(data)
    words = ("class", "import", admin.office, folder)
    told = admin.fails(1, *words)
    assert [one[:2] for one in commands_in(told)] == [
        ["class", "mapping"],
        ["class", "import"],
    ]
    assert "--mapping" in told
    assert ("classes.csv: dit bestand ontbreekt" in told) == (name == "users.csv")


def test_a_mapping_is_laid_ready_and_read_by(admin: Admin) -> None:
    form = admin.home / "export.toml"
    assert "--mapping" in admin.succeeds("class", "mapping", form)
    assert "bestaat al" in admin.fails(2, "class", "mapping", form)
    folder = admin.home / "export"
    folder.mkdir()
    (folder / "leerlingen.csv").write_bytes(
        "Stamnummer;Naam;Voornaam;Klascode;Klasnaam;Geboortedatum\r\n"
        "1;Bakker;Zoé;4B;4B;29/02/2012\r\n".encode("cp1252")
    )
    (folder / "leerkrachten.csv").write_bytes(
        b"Personeelsnummer;Naam;Voornaam;Klassen;Begindatum;Einddatum\r\n"
        b"9;Peeters;An;4B;;\r\n"
    )
    words = ("class", "import", admin.office, folder, "--mapping", form)
    assert "+ leerling Zoé Bakker in 4B" in admin.succeeds(*words, "--yes")
    form.write_text("colour = 'red'", "utf-8")
    assert "colour kennen we niet" in admin.fails(2, *words)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--year", "2026"), "geen schooljaar"),
        (("--year", "2026-2028"), "geen schooljaar"),
        (("--year", "1999-2000"), "voorbij"),
        (("--org", "elders"), "geen klassen van een school elders"),
    ],
)
def test_what_was_asked_for_and_is_not_there_is_told(
    admin: Admin, options: tuple[str, str], told: str
) -> None:
    result = admin.does("class", "import", admin.office, _set(admin), *options)
    assert result.exit_code in {1, 2}
    assert told in result.stderr


def test_nothing_but_text_is_printed_where_no_terminal_looks(
    admin: Admin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # the bar's library heeds it, we do not
    said = admin.succeeds("class", "import", admin.office, _set(admin), "--yes")
    admin.signs_a_charter()
    said += admin.succeeds("publish", admin.office)
    assert "\x1b" not in said
    assert "\r" not in said
    assert "%" not in said


def _on_a_terminal(*words: str | Path) -> str:
    """Run a command where somebody looks; gives what the terminal was sent."""
    seen, theirs = pytest.importorskip("pty").openpty()
    command = [sys.executable, "-c", PROGRAM, *map(str, words)]
    env = os.environ | {"INZAGE_LANGUAGE": "nl", "TERM": "xterm"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, env=env) as running:
        os.close(theirs)
        sent = b""
        with suppress(OSError):  # how a terminal says that nobody is left to write
            while data := os.read(seen, 65536):
                sent += data
        assert running.wait() == 0
    os.close(seen)
    return sent.decode()


def test_a_bar_is_shown_where_somebody_looks(admin: Admin) -> None:
    sent = _on_a_terminal("class", "import", admin.office, _set(admin), "--yes")
    assert "\x1b[2K" in sent  # wiped again
    assert "inlezen" in sent
    admin.signs_a_charter()
    sent = _on_a_terminal("publish", admin.office)
    assert "100%" in sent
    assert "publiceren" in sent


def test_a_question_that_is_broken_off_is_broken_off(admin: Admin) -> None:
    admin.succeeds("class", "import", admin.office, _set(admin), "--yes")
    words = ["class", "import", str(admin.office), str(_set(admin, **MORE))]
    runner = CliRunner(env={"INZAGE_LANGUAGE": "nl"})
    result = runner.invoke(main, words, input=_Broken())
    assert result.exit_code == 130


class _Broken(io.BytesIO):
    """Somebody who types Ctrl-C."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Break off, but for who only looks whether this can be read."""
        if size == 0:
            return b""
        raise KeyboardInterrupt

    read1 = read
