# SPDX-License-Identifier: GPL-3.0-or-later
"""What a charter changes is told before anybody signs it, in each language."""

from pathlib import Path

import pytest

from consent.store.papers_folder import PapersFolder
from installer.admin.office import find
from tests.fakes.admin import Admin, commands_in

WIDER = {
    "nl": "Het kleine beeld was 192 puntjes breed. Nu zijn het er 240.",
    "en": "The small picture was 192 dots wide. Now it has 240.",
    "fr": "La petite image avait 192 points de large. Maintenant, 240.",
}
NARROWER = "Voor je scherm groot was het hoogstens 2 minuten per keer. Nu is het 1 "


@pytest.fixture
def admin(tmp_path: Path) -> Admin:
    """Give a published school."""
    made = Admin(tmp_path)
    made.makes_a_school()
    made.signs_a_charter()
    made.imports_the_roster()
    made.succeeds("publish", made.office)
    return made


def edits(admin: Admin) -> None:
    """Allow more in one place of the form, and less in another."""
    form = admin.office / "charter.toml"
    text = form.read_text("utf-8").replace("breedte = 192", "breedte = 240")
    form.write_text(text.replace("seconden = 120 ", "seconden = 60 "), "utf-8")


@pytest.mark.parametrize("lang", list(WIDER))
def test_R47_the_form_is_told_beside_what_is_in_force(admin: Admin, lang: str) -> None:
    admin.lang = lang
    edits(admin)
    said = admin.succeeds("charter", "diff", admin.office)
    assert f"- {WIDER[lang]}" in said.splitlines()


def test_R47_what_allows_more_comes_first_and_before_each_signature(
    admin: Admin,
) -> None:
    edits(admin)
    proposed, sign = admin.office / "proposed", ("charter", "sign")
    before = admin.succeeds("charter", "propose", admin.office)
    waits = admin.succeeds("charter", "diff", admin.office)
    signed = admin.succeeds(*sign, proposed, "--as", "dpo", "--key", admin.dpo)
    for said in (before, waits, signed):
        assert said.index("Er mag nu meer") < said.index(WIDER["nl"])
        assert said.index(WIDER["nl"]) < said.index(NARROWER)
    assert before.index(WIDER["nl"]) < before.index("als kantoor getekend")
    assert signed.index(WIDER["nl"]) < signed.index("zijn getekend")


def test_D04_the_dpo_compares_with_what_this_very_dpo_signed(admin: Admin) -> None:
    edits(admin)
    admin.succeeds("charter", "propose", admin.office)
    proposed, sign = admin.office / "proposed", ("charter", "sign")
    before = PapersFolder(proposed / "before")
    assert [filed.name for filed in before.read()[0]] == ["charter"]
    other = admin.home / "other"
    admin.succeeds("dpo", "init", other, "--demo")
    said = admin.succeeds(*sign, proposed, "--as", "dpo", "--key", other)
    assert "lees alles" in said
    assert WIDER["nl"] not in said


def test_D04_an_older_charter_of_this_dpo_hides_no_change(admin: Admin) -> None:
    """The office lays a wide one of long ago beside a proposal that widens again."""
    proposed, form = admin.office / "proposed", admin.office / "charter.toml"
    sign = ("charter", "sign", proposed, "--as", "dpo", "--key", admin.dpo)
    narrow = form.read_text("utf-8")
    edits(admin)
    wide = form.read_text("utf-8")
    admin.succeeds("charter", "propose", admin.office)
    admin.succeeds(*sign)
    old = find(PapersFolder(proposed), "charter")
    assert old is not None
    said = ""
    for text in (narrow, wide):
        form.write_text(text, "utf-8")
        admin.succeeds("charter", "propose", admin.office)
        PapersFolder(proposed / "before").put(old)
        said = admin.succeeds(*sign)
    assert WIDER["nl"] in said


def test_two_charters_are_compared_by_their_files(admin: Admin) -> None:
    old = admin.office / "published" / "consoles"
    edits(admin)
    admin.succeeds("charter", "propose", admin.office)
    new = admin.office / "proposed" / "charter.json"
    assert WIDER["nl"] in admin.succeeds("charter", "diff", old, new)
    assert "Er verschilt niets" in admin.succeeds("charter", "diff", new, new)
    wrong = admin.writes("wrong.json", "{}")
    assert "geen afspraken" in admin.fails(2, "charter", "diff", old, wrong)
    gone = admin.home / "gone.json"
    assert str(gone) in admin.fails(2, "charter", "diff", gone, new)


def test_without_a_form_the_step_that_helps_is_told(tmp_path: Path) -> None:
    admin = Admin(tmp_path)
    admin.makes_a_school()
    assert "charter new" in admin.fails(4, "charter", "diff", admin.office)
    admin.succeeds("charter", "new", admin.office)
    assert "is nog niet in orde" not in admin.fails(1, "charter", "diff", admin.office)
    admin.fills_in()
    assert "lees alles" in admin.succeeds("charter", "diff", admin.office)


def test_what_is_not_right_names_the_form_and_how_to_go_on(tmp_path: Path) -> None:
    admin = Admin(tmp_path)
    admin.makes_a_school()
    admin.succeeds("charter", "new", admin.office)
    told = admin.fails(1, "charter", "propose", admin.office)
    assert f"dingen in {admin.office / 'charter.toml'} zijn nog niet in orde" in told
    assert commands_in(told) == [["charter", "propose", str(admin.office)]]
    other = admin.writes("our.toml", "[beeld")
    told = admin.fails(1, "charter", "propose", admin.office, other)
    assert f"1 ding in {other} is nog niet in orde" in told
    assert commands_in(told) == [["charter", "propose", str(admin.office), str(other)]]
