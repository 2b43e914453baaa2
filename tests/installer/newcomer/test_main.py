# SPDX-License-Identifier: GPL-3.0-or-later
"""What run.py answers."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from installer.newcomer.main import can_lend, do, main
from installer.newcomer.needs import Need
from installer.newcomer.verbs import Loan, Verb
from installer.newcomer.words import TroubleError


@pytest.fixture(autouse=True)
def _own_signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def refuse(verb: Verb) -> None:
    raise TroubleError("This machine lacks a screen.")


def stop(verb: Verb) -> None:
    raise KeyboardInterrupt


def test_no_word_shows_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "python3 run.py VERB" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["help", "-h", "--help"])
def test_who_asks_for_help_gets_it(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word], refuse) == 0
    assert "python3 run.py VERB" in capsys.readouterr().out


def test_a_wrong_word_is_named_and_is_wrong_use(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["tset", "-x"], refuse) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0] == (
        "Inzage: there is no verb 'tset'. Did you mean 'test'?"
    )
    assert "python3 run.py VERB" in said.err


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["demo", "--help"], "--pupils"),
        (["demo", "--pupils", "6", "-h"], "--headless"),
        (["test", "--help"], "WORDS go to: python -m pytest -q"),
        (["check", "--fast", "--help"], "the short tests"),
        (["verify", "--help"], "an exported log"),
    ],
)
def test_a_verbs_help_prepares_nothing(
    words: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, refuse) == 0
    assert line in capsys.readouterr().out


def test_trouble_is_one_sentence_and_nothing_else(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["demo"], refuse) == 3
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err == "Inzage: This machine lacks a screen.\n"


def test_a_stop_is_said_by_its_code() -> None:
    assert main(["demo"], stop) == 130


@contextmanager
def a_cup() -> Iterator[dict[str, str]]:
    yield {"CUP": "full"}


HAS_CUP = "import os, sys; exit(os.environ.get('CUP') != sys.argv[1])"


def test_the_last_step_gets_the_rest_and_what_is_lent() -> None:
    first = ("python", "-c", "import os; exit('CUP' in os.environ)")
    verb = Verb("", (first, ("python", "-c", HAS_CUP)), borrows=(Loan((), a_cup),))
    assert do(verb, ["full"]) == 0


def test_a_failing_step_lends_nothing_and_ends_it() -> None:
    steps = (("python", "-c", "exit(4)"), ("python", "-c", "exit(5)"))
    assert do(Verb("", steps, borrows=(Loan((), a_cup),)), []) == 4


def test_what_this_system_lacks_is_not_lent() -> None:
    assert can_lend(Loan((), a_cup))
    assert not can_lend(Loan((Need("ghost", program="no-such-program"),), a_cup))
