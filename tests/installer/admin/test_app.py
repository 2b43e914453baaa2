# SPDX-License-Identifier: GPL-3.0-or-later
"""The admin's way from nothing to published papers, command by command."""

import json
from pathlib import Path

import pytest

from consent.store.bundle import Request, encode_request, unpack
from protocol.codec import encode
from tests.fakes.admin import Admin
from tests.fakes.office import ROSTER, laptop


@pytest.fixture
def admin(tmp_path: Path) -> Admin:
    """Give an admin."""
    return Admin(tmp_path)


def test_from_nothing_to_published(admin: Admin) -> None:
    admin.makes_a_school()
    admin.signs_a_charter()
    assert "+ klas 4B" in admin.imports_the_roster()
    assert "klassen: 1" in admin.succeeds("publish", admin.office)
    assert "klassen: 1" in admin.succeeds("publish", admin.office, "--fresh")
    names = [p.name for p in (admin.office / "published/laptops").iterdir()]
    assert any(name.startswith("set-") for name in names)
    assert not any(name.startswith("roster-") for name in names)


def test_a_dry_run_shows_and_keeps_nothing(admin: Admin) -> None:
    admin.makes_a_school()
    assert "Alleen gekeken" in admin.imports_the_roster("--dry-run")
    assert "+ klas 4B" in admin.imports_the_roster()


def test_a_broken_csv_changes_nothing_and_names_the_place(admin: Admin) -> None:
    admin.makes_a_school()
    admin.imports_the_roster()
    files = [admin.writes(name, text) for name, text in ROSTER.items()]
    admin.writes("users.csv", ROSTER["users.csv"] + "p9,student,,Zon\n")
    result = admin.does("class", "import", admin.office, *files)
    assert result.exit_code == 1
    assert "users.csv, regel 6, kolom givenName: is leeg" in result.stderr
    assert "1 fout. Er is niets ingelezen." in result.stderr


def test_a_school_asks_for_passphrases_twice_and_publishing_for_one(
    admin: Admin,
) -> None:
    admin.makes_a_school(
        "school", "het kantoor hier\n" * 2 + "de stick in de kast\n" * 2
    )
    admin.succeeds("charter", "new", admin.office)
    admin.fills_in()
    result = admin.does("charter", "propose", admin.office, typed="mis\n")
    assert (result.exit_code, "de wachtzin is fout" in result.stderr) == (2, True)
    admin.succeeds("charter", "propose", admin.office, typed="het kantoor hier\n")
    secret = admin.writes("zin.txt", "het kantoor hier\n")
    wrong = admin.writes("mis.txt", "mis\n")
    admin.succeeds(
        "enrol", "token", admin.office, "--uses", "1", "--address", "127.0.0.1:1"
    )
    result = admin.does("enrol", "serve", admin.office, "--passphrase-file", wrong)
    assert (result.exit_code, "de wachtzin is fout" in result.stderr) == (2, True)
    admin.succeeds("charter", "propose", admin.office, "--passphrase-file", secret)
    empty = admin.writes("leeg.txt", "")
    result = admin.does("charter", "propose", admin.office, "--passphrase-file", empty)
    assert result.exit_code == 2


def test_the_root_key_goes_to_a_stick_that_is_in(admin: Admin) -> None:
    admin.succeeds("dpo", "init", admin.dpo, "--demo")
    words = (
        "school",
        "init",
        admin.office,
        "--name",
        "S",
        "--dpo",
        admin.dpo / "dpo.pub",
    )
    stick = admin.home / "stick"
    assert "Zit de stick erin?" in admin.fails(2, *words, "--root", stick)
    assert not stick.exists()
    stick.mkdir()
    assert "--same-disk" in admin.fails(5, *words, "--root", stick)
    assert "geef met --root een stick" in admin.fails(5, *words)
    assert not admin.office.exists()
    typed = "het kantoor hier\n" * 2 + "de stick in de kast\n" * 2
    admin.succeeds(*words, "--root", stick, "--same-disk", typed=typed)
    assert (stick / "root.key").exists()


def test_a_laptop_by_stick_gets_a_certificate_then_a_pupil(admin: Admin) -> None:
    admin.makes_a_school()
    admin.imports_the_roster()
    ask = admin.home / "ask"
    ask.write_bytes(encode(laptop("laptop-1").ask))
    out = admin.home / "give"
    admin.succeeds("enrol", "sign", admin.office, ask, "--out", out)
    assert out.stat().st_size > 0
    given = out.read_bytes()
    again = admin.does("enrol", "sign", admin.office, ask, "--out", out)
    assert (again.exit_code, "give is er al. Kies een andere" in again.stderr) == (
        2,
        True,
    )
    assert out.read_bytes() == given
    assert "laptop-1" in admin.succeeds("enrol", "list", admin.office)
    admin.succeeds("enrol", "assign", admin.office, "laptop-1", "p1")
    assert "laptop-1" not in admin.succeeds("enrol", "list", admin.office)
    for text in (b"", b"\x91\x01"):
        ask.write_bytes(text)
        other = admin.home / "other"
        result = admin.does("enrol", "sign", admin.office, ask, "--out", other)
        assert result.exit_code == 2


def test_assigning_by_list_is_all_or_nothing(admin: Admin) -> None:
    admin.makes_a_school()
    admin.imports_the_roster()
    ask = admin.home / "ask"
    for number in (1, 2):
        ask.write_bytes(encode(laptop(f"laptop-{number}").ask))
        admin.succeeds(
            "enrol", "sign", admin.office, ask, "--out", admin.home / f"give-{number}"
        )
    bad = admin.writes("bad.csv", "laptop-1,p1\nlaptop-9,p2\nlaptop-2,nobody\n")
    result = admin.does("enrol", "assign", admin.office, "--csv", bad)
    assert result.exit_code == 1
    assert "bad.csv, regel 2" in result.stderr
    assert "laptop-1" in admin.succeeds("enrol", "list", admin.office)
    assert "er is geen leerling nobody" in result.stderr
    assert "2 fouten. Er is niets veranderd." in result.stderr
    wide = admin.writes("wide.csv", "laptop-1,p1,more\n")
    assert admin.does("enrol", "assign", admin.office, "--csv", wide).exit_code == 1
    good = admin.writes("good.csv", "Laptop;Leerling\nlaptop-1;p1\nlaptop-2;p2\n")
    assert "laptops: 2" in admin.succeeds(
        "enrol", "assign", admin.office, "--csv", good
    )
    assert admin.does("enrol", "assign", admin.office).exit_code == 2


def test_a_token_is_a_file_only_its_owner_reads(admin: Admin) -> None:
    admin.makes_a_school()
    out = admin.home / "token.json"
    result = admin.does("enrol", "serve", admin.office)
    assert (result.exit_code, "nog geen token" in result.stderr) == (4, True)
    admin.succeeds(
        "enrol", "token", admin.office, "--uses", "30", "--address", "127.0.0.1:1",
        "--out", out,
    )  # fmt: skip
    assert json.loads(out.read_text("utf-8"))["uses"] == 30
    assert out.stat().st_mode & 0o077 == 0


def test_a_teacher_gets_a_bundle_and_a_substitute_a_day(admin: Admin) -> None:
    admin.makes_a_school()
    admin.imports_the_roster()
    request = Request(csr=laptop("x").ask.csr.hex(), sign_pub="ab" * 32)
    file = admin.home / "request.json"
    file.write_bytes(encode_request(request))
    out = admin.home / "an.zip"
    words = ("bundle", admin.office, "t1", "--request", file, "--out", out)
    out.symlink_to(admin.home / "elsewhere")  # planted; nothing is written through it
    admin.succeeds("teacher", *words)
    assert b"CERTIFICATE" in unpack(out.read_bytes()).certificate_pem
    assert not (admin.home / "elsewhere").exists()
    assert out.stat().st_mode & 0o077 == 0
    said = admin.succeeds(
        "teacher", "add", admin.office, "Bo Maes", "--class", "4B",
        "--from", "2026-11-25", "--until", "2026-11-25",
    )  # fmt: skip
    assert "van 2026-11-25 tot en met 2026-11-25" in said
    assert (
        admin.does("teacher", "add", admin.office, "Bo Maes", "--class", "9Z").exit_code
        == 2
    )
    assert "Bo Maes geeft" in admin.succeeds(
        "teacher", "add", admin.office, "Bo Maes", "--class", "4B"
    )


def test_objections_and_exemptions_are_noted_and_taken_back(admin: Admin) -> None:
    admin.makes_a_school()
    admin.imports_the_roster()
    for words in (
        ("optout", "p1"),
        ("optout", "Amina Bakker", "--class", "4B", "--purpose", "view"),
        ("exempt", "p1"),
    ):
        command, *rest = words
        assert "Genoteerd" in admin.succeeds(command, admin.office, *rest)
    for word in ("optout", "exempt"):
        said = admin.succeeds(word, admin.office, "p1", "--undo")
        assert "Teruggenomen: p1." in said
    assert admin.does("optout", admin.office, "nobody").exit_code == 2
    assert admin.does("optout", admin.office, "p1", "--class", "9Z").exit_code == 2


def test_a_lost_laptop_or_console_is_revoked(admin: Admin) -> None:
    admin.makes_a_school()
    admin.imports_the_roster()
    ask = admin.home / "ask"
    ask.write_bytes(encode(laptop("laptop-1").ask))
    admin.succeeds("enrol", "sign", admin.office, ask, "--out", admin.home / "give")
    admin.succeeds("revoke", admin.office, "laptop-1", "--why", "gestolen")
    request = Request(csr=laptop("x").ask.csr.hex(), sign_pub="ab" * 32)
    file = admin.home / "request.json"
    file.write_bytes(encode_request(request))
    result = admin.does("revoke", admin.office, "t1", "--why", "gestolen")
    assert result.exit_code == 2
    words = ("renew", admin.office, "t1", "--request", file, "--out", admin.home / "b")
    admin.succeeds("teacher", *words)
    admin.succeeds("revoke", admin.office, "t1", "--why", "gestolen")


def test_what_is_not_there_yet_is_said_with_the_next_step(admin: Admin) -> None:
    result = admin.does("publish", admin.office)
    assert (result.exit_code, "school init" in result.stderr) == (4, True)
    result = admin.does("charter", "new", admin.office)
    assert (result.exit_code, "school init" in result.stderr) == (4, True)
    admin.makes_a_school()
    result = admin.does("charter", "propose", admin.office)
    assert (result.exit_code, "charter.toml" in result.stderr) == (4, True)
    admin.succeeds("charter", "new", admin.office)
    assert admin.does("charter", "new", admin.office).exit_code == 5
    result = admin.does("publish", admin.office)
    assert (result.exit_code, "charter propose" in result.stderr) == (4, True)
    assert "Traceback" not in result.output


def test_a_dpo_key_asks_for_a_passphrase(admin: Admin) -> None:
    admin.succeeds("dpo", "init", admin.dpo, typed="heel geheim, echt\n" * 2)
    assert "ENCRYPTED" in (admin.dpo / "dpo.key").read_text("ascii")
    assert admin.does("dpo", "init", admin.dpo, "--demo").exit_code == 2
