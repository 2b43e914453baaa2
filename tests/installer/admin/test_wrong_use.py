# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever goes wrong below becomes one sentence and an exit code."""

import errno
from pathlib import Path

import click
import pytest

from consent.documents.fields import Lang
from consent.errors import ConsentError, PaperError, RegisterError
from consent.store.keys import KeyFileError, KeyTrouble
from consent.store.register.trouble import SENTENCES
from installer.admin.saying import text
from installer.admin.trouble import Exit, OfficeError
from installer.admin.wrong_use import SYSTEM, trouble_of, unknown


def told(error: Exception) -> str:
    trouble = trouble_of(error)
    assert trouble.code is Exit.WRONG_USE
    return text(Lang.NL, trouble.said)


def test_what_is_told_already_stays() -> None:
    error = OfficeError("school.there", home="x")
    assert trouble_of(error) is error


@pytest.mark.parametrize("kind", list(KeyTrouble))
def test_each_trouble_with_a_key_names_the_file(kind: KeyTrouble) -> None:
    assert "office.key" in told(KeyFileError("English", kind, Path("office.key")))


@pytest.mark.parametrize("kind", list(SENTENCES))
def test_each_trouble_with_the_register_has_its_sentence(kind: str) -> None:
    parts = dict.fromkeys(("where", "said", "held", "head", "table"), "HERE")
    said = told(RegisterError("English", kind, **parts))
    assert "English" not in said
    assert kind in {"driver", "address"} or "HERE" in said


def test_trouble_that_has_no_words_of_its_own_still_has_a_sentence() -> None:
    for error in (RegisterError("English"), PaperError("English"), ConsentError("x")):
        assert "English" not in told(error)


@pytest.mark.parametrize("number", [*SYSTEM, errno.EIO])
def test_what_the_system_refuses_is_told_in_our_own_words(number: int) -> None:
    said = told(OSError(number, "No such file or directory", "x.csv"))
    assert "No such file" not in said
    assert "x.csv" in said or number == errno.EADDRINUSE


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(ZeroDivisionError):
        trouble_of(ZeroDivisionError())


def test_a_word_that_is_like_none_is_named_alone() -> None:
    said = unknown("wrong.no_command", "xyzzy", ("publish",)).said
    assert text(Lang.EN, said) == "There is no command xyzzy."


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (click.INT, "--x: een getal."),
        (click.FloatRange(0, 1), "--x: dit kan hier niet staan."),
        (click.DateTime(), "--x: een datum zoals"),
    ],
)
def test_a_value_that_does_not_fit_is_told_by_its_kind(
    kind: click.ParamType[object], says: str
) -> None:
    param = click.Option(["--x"], type=kind)
    assert told(click.BadParameter("English", param=param)).startswith(says)
