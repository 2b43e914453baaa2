# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever follows each next step to the letter gets from an empty folder to the end."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from installer.admin.app import main
from installer.admin.asking import now
from tests.fakes.admin import Admin, commands_in
from tests.fakes.office import ROSTER, filled_draft

PASSPHRASES = "een lange zin\n" * 4
ENDS = 40
MORE = {  # a test has one disk, and nobody to ask
    "school init": ["--same-disk"],
    "class import": ["--yes"],
}


def types(words: list[str]) -> Result:
    """Type a command where one stands."""
    runner = CliRunner(env={"INZAGE_LANGUAGE": "nl"})
    return runner.invoke(main, words, input=PASSPHRASES)


def fill_in() -> None:
    """Do what no command does: fill in a form that lies ready."""
    form = Path("school/charter.toml")
    if form.exists():
        form.write_text(filled_draft(now().date()), "utf-8")


@pytest.mark.parametrize("first", ["publish", "status", "charter new", "class import"])
def test_from_an_empty_folder_to_a_published_school_by_the_steps_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "STICK").mkdir()
    for name, text in ROSTER.items():
        (tmp_path / name).write_text(text, "utf-8")
    files = list(ROSTER) if first == "class import" else []
    said = types([*first.split(), "school", *files])
    assert said.exit_code == 4
    steps, done = commands_in(said.output), list[str]()
    while steps and len(done) < ENDS:
        words = steps.pop(0)
        if words[:2] == ["enrol", "token"]:
            break  # published: what follows needs laptops
        fill_in()
        result = types([*words, *MORE.get(" ".join(words[:2]), ())])
        assert result.exit_code in {0, 1}, (words, result.output)
        done.append(" ".join(words[:2]))
        steps = steps or commands_in(result.output)
    assert done == [
        "dpo init",
        "school init",
        "charter new",
        "charter propose",
        "charter sign",
        "status school",
        "class import",
        "publish school",
    ]
    assert list((tmp_path / "school/published/consoles").glob("set-*.json"))
    fresh = types(["publish", "school", "--fresh"])
    assert fresh.exit_code == 0


def test_each_refusal_to_publish_says_what_lacks_and_the_step_that_helps(
    tmp_path: Path,
) -> None:
    admin = Admin(tmp_path)
    admin.makes_a_school()
    wanted = [("charter", "new"), ("charter", "propose"), ("charter", "sign")]
    for step in wanted:
        for words in ((), ("--fresh",)):
            told = admin.fails(4, "publish", admin.office, *words)
            assert tuple(commands_in(told)[0][:2]) == step
        if step == ("charter", "sign"):
            break
        if step == ("charter", "propose"):
            admin.fills_in()
        admin.succeeds(*step, admin.office)
    proposed = admin.office / "proposed"
    admin.succeeds("charter", "sign", proposed, "--as", "dpo", "--key", admin.dpo)
    told = admin.fails(4, "publish", admin.office)
    assert "voor dit schooljaar is er nog geen klas" in told
    assert commands_in(told)[0][:2] == ["class", "import"]
    assert "Er is nog niets gepubliceerd" in admin.fails(
        4, "publish", admin.office, "--fresh"
    )


def test_after_publishing_come_laptops_teachers_and_the_night(tmp_path: Path) -> None:
    admin = Admin(tmp_path)
    admin.makes_a_school()
    admin.signs_a_charter()
    admin.imports_the_roster()
    said = admin.succeeds("publish", admin.office)
    assert [one[:2] for one in commands_in(said)] == [
        ["enrol", "token"],
        ["enrol", "serve"],
    ]
    admin.enrols("laptop-1")
    said = admin.succeeds("status", admin.office)
    assert commands_in(said)[-1][:2] == ["enrol", "assign"]
    said = admin.succeeds("enrol", "assign", admin.office, "laptop-1", "p1")
    assert commands_in(said) == [["publish", str(admin.office)]]
    said = admin.succeeds("publish", admin.office)
    assert commands_in(said)[0][:2] == ["teacher", "bundle"]
