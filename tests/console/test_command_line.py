# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, and that it speaks the language of the console."""

from pathlib import Path

import pytest

from console.command_line import language_of, parser

RAW = (
    "usage:",
    "options:",
    "positional",
    "show this help message",
    "error:",
    "required:",
)


@pytest.fixture(params=["nl", "en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.mark.parametrize(
    "typed", [[], ["request"], ["import"], ["volumes"]], ids="-".join
)
def test_no_help_is_in_words_of_the_parsers_own(
    language: str, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser(language).parse_args([*typed, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert not [raw for raw in RAW if raw in said]
    program = " ".join(["inzage-console", *typed])
    first = {"nl": "Gebruik: ", "en": "Usage: ", "fr": "Usage : "}[language]
    assert said.startswith(f"{first}{program} ")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["request"], "Er ontbreekt iets: BESTAND."),
        (["bla"], "Dit kennen we niet: bla."),
        (["volumes", "a", "b"], "Dit kennen we niet: b."),
        (["--state"], "Achter --state hoort nog een woord."),
        (["--version=3"], "Zo kan het niet."),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do_next(
    typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser("nl").parse_args(typed)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{sentence} Alle mogelijkheden: inzage-console")
    assert said.endswith("--help\n")


def test_what_is_typed_is_read(language: str) -> None:
    read = parser(language).parse_args
    asked = read(["--state", "a", "import", "b.zip", "--root", "12"])
    assert (asked.state, asked.command) == (Path("a"), "import")
    assert (asked.bundle, asked.root) == (Path("b.zip"), "12")
    assert read(["request", "r"]).file == Path("r")
    assert read(["volumes", "v"]).folder == Path("v")
    assert read(["--script", "s"]).script == Path("s")
    assert read([]).command is None


@pytest.mark.parametrize("form", ["--state {}", "--state={}"])
def test_the_language_is_that_of_the_console_meant(tmp_path: Path, form: str) -> None:
    (tmp_path / "console.toml").write_text('language = "fr"\n', "utf-8")
    assert language_of([*form.format(tmp_path).split(), "request"]) == "fr"


def test_settings_that_cannot_be_read_are_dutch(tmp_path: Path) -> None:
    (tmp_path / "console.toml").write_text("language = 3\n", "utf-8")
    assert language_of(["--state", str(tmp_path)]) == "nl"
    assert language_of(["--state", str(tmp_path / "none")]) == "nl"
