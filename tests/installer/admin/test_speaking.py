# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is typed, help and faults come in one language, with an example."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from consent.documents.fields import Lang
from installer.admin.app import main
from installer.admin.saying import WORDS
from installer.admin.speaking import lang_of, program
from installer.admin.words.examples import EXAMPLES

ENGLISH = re.compile(
    r"\b(Usage|Error|Show|the|this|Try|Missing|Invalid|default|positional)\b"
)
OWN_NAME = "inzage-admin"


def ran(*words: str, lang: str = "nl") -> Result:
    runner = CliRunner(env={"INZAGE_LANGUAGE": lang})
    return runner.invoke(main, words)


def leaves(
    group: click.Group = main, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, (*path, name))
        else:
            yield (*path, name), command


LEAVES = dict(leaves())
GROUPS = sorted({path[:1] for path in LEAVES if len(path) > 1} | {()})


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("path", [*LEAVES, *GROUPS], ids=" ".join)
def test_every_command_has_a_page_in_each_language(
    path: tuple[str, ...], lang: Lang
) -> None:
    result = ran(*path, "--help", lang=lang)
    assert (result.exit_code, result.stderr) == (0, "")
    words = WORDS[lang]
    first = words[f"help.{' '.join(path)}"].split()[:4]
    assert " ".join(first) in " ".join(result.output.split())
    assert result.output.startswith(words["usage"])
    assert lang is Lang.EN or not ENGLISH.search(result.output)
    assert "--language nl|en|fr" in result.output


@pytest.mark.parametrize("path", list(LEAVES), ids=" ".join)
def test_every_command_shows_an_example_that_it_takes(path: tuple[str, ...]) -> None:
    lines = EXAMPLES[" ".join(path)]
    said = ran(*path, "--help").output
    command = LEAVES[path]
    for line in lines:
        assert f"  {line}\n" in said
        words = shlex.split(line)
        assert tuple(words[: len(path) + 1]) == (OWN_NAME, *path)
        context = click.Context(command, info_name="x", resilient_parsing=True)
        context.allow_extra_args = False
        rest = command.make_parser(context).parse_args(words[len(path) + 1 :])[1]
        given = [one for one in command.params if isinstance(one, click.Argument)]
        assert len(rest) == 0 or given


def test_every_example_is_of_a_command() -> None:
    assert set(EXAMPLES) == {" ".join(path) for path in LEAVES}


def test_every_help_is_of_a_command_or_of_what_it_takes() -> None:
    names = {" ".join(path) for path in (*LEAVES, *GROUPS)}
    taken = {
        param.name
        for command in LEAVES.values()
        for param in command.get_params(click.Context(command))
    } | {"version"}
    for key in WORDS[Lang.NL]:
        kind, _, rest = key.partition(".")
        if kind == "help":
            assert rest in names, key
        elif kind == "opt":
            path, _, name = rest.rpartition(".")
            assert name in taken, key
            assert not path or path in names, key
        elif kind == "meta":
            assert rest in taken | {"value"}, key


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("wrong",), "Er is geen opdracht wrong."),
        (("dpo", "note", "x", "y", "z", "--about", "-3"), "--about: een getal, 1 of"),
        (("chater",), "Er is geen opdracht chater. Bedoelde je charter?"),
        (("charter", "sing"), "Er is geen opdracht sing. Bedoelde je sign?"),
        (("charter", "new"), "Er ontbreekt iets: DIR."),
        (("charter", "new", "--nwe", "x"), "Er is geen optie --nwe."),
        (("charter", "new", "x", "y", "z"), "Dit is te veel: y z."),
        (("publish", "x", "--frsh"), "Er is geen optie --frsh. Bedoelde je --fresh?"),
        (("enrol", "token", "x", "--uses", "0"), "--uses: een getal van 1 tot 500."),
        (("enrol", "token", "x", "--uses"), "--uses: er ontbreekt een waarde"),
        (("optout", "x", "p", "--purpose", "all"), "--purpose: kies uit overview, "),
        (("--language", "xx", "status", "x"), "--language: kies uit nl, en, fr."),
        (("class", "import", "x", "gone.csv"), "gone.csv is er niet."),
        (("guardian", "import", "x", "."), ". is een map, geen bestand."),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(
    words: tuple[str, ...], says: str
) -> None:
    result = ran(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines()[0].startswith(says)
    assert not ENGLISH.search(result.stderr)


@pytest.mark.parametrize(
    "words", [("wrong",), ("charter", "wrong"), ("class", "import", "x", "gone.csv")]
)
def test_who_is_stuck_is_told_where_to_read_on(words: tuple[str, ...]) -> None:
    told = ran(*words).stderr
    assert "Volgende stap: lees de uitleg." in told
    assert "--help" in told.splitlines()[-1]


def test_a_file_of_the_dpo_that_is_not_there_is_asked_of_the_dpo() -> None:
    words = ("school", "init", "x", "--name", "S", "--dpo", "gone.pub")
    result = ran(*words)
    assert result.stderr.startswith("gone.pub is er niet.\n")
    assert "vraag de DPO om dat bestand" in result.stderr
    assert "dpo init DPO" in result.stderr


def test_who_reads_no_further_is_no_fault(tmp_path: Path) -> None:
    script = (
        "import os, sys; from installer.admin.app import main; "
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1); "
        "sys.argv[1:] = ['class', 'mapping', sys.argv[1]]; main()"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "our.toml")]
    ended = subprocess.run(command, capture_output=True, check=False)
    assert ended.stderr == b""


@pytest.mark.parametrize("words", [(), ("charter",)])
def test_no_command_shows_the_help_and_is_wrong_use(words: tuple[str, ...]) -> None:
    result = ran(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith("Gebruik:")


@pytest.mark.parametrize(
    "words",
    [
        ("--language", "fr", "status", "nowhere"),
        ("status", "--language", "fr", "nowhere"),
        ("status", "nowhere", "--language=fr"),
    ],
)
def test_the_language_may_stand_anywhere(words: tuple[str, ...]) -> None:
    result = ran(*words)
    assert result.exit_code == 4
    assert result.stderr.startswith("Il n’y a pas de bureau dans nowhere.")
    assert "Étape suivante" in result.stderr


def test_a_stop_is_said_by_its_code() -> None:
    result = ran("dpo", "init", "x")  # nobody types a passphrase
    assert result.exit_code == 130
    assert "Gestopt." in result.stderr


def test_the_version_is_one_line() -> None:
    result = ran("--version")
    assert result.exit_code == 0
    assert result.output.startswith("inzage")
    assert result.output.count("\n") == 1


def test_without_a_program_around_it_a_command_speaks_dutch() -> None:
    assert lang_of(None) is Lang.NL
    assert lang_of(click.Context(main)) is Lang.NL


def test_a_program_is_named_as_it_was_started() -> None:
    assert program(click.Context(main, info_name="python -m x")) == [
        "python", "-m", "x"
    ]  # fmt: skip
    assert program(click.Context(main, info_name="sh")) == ["sh"]
    (path,) = program(click.Context(main, info_name="not-on-the-path"))
    assert path
