# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs of run.py."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.newcomer.needs import DATABASE
from installer.newcomer.places import ROOT
from installer.newcomer.verbs import QUICK_CHECK, VERBS, find, unknown, usage


def test_a_verb_is_found_and_the_rest_goes_on() -> None:
    assert find("demo", ["--pupils", "6"]) == (VERBS["demo"], ["--pupils", "6"])


def test_an_unknown_word_is_nothing() -> None:
    assert find("dance", []) is None


def test_the_fast_check_is_another_verb_and_eats_its_flag() -> None:
    assert find("check", ["--fast", "-x"]) == (QUICK_CHECK, ["-x"])


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Demo", "there is no verb 'Demo'. Did you mean 'demo'?"),
        ("verfiy", "there is no verb 'verfiy'. Did you mean 'verify'?"),
        ("xyzzy", "there is no verb 'xyzzy'."),
    ],
)
def test_an_unknown_word_is_named_beside_the_verb_like_it(word: str, said: str) -> None:
    assert unknown(word) == said


def test_the_full_check_needs_all_there_is() -> None:
    assert set(VERBS["test"].may) <= set(VERBS["check"].must)
    assert set(DATABASE) <= set(VERBS["check"].must)


@pytest.mark.parametrize("word", ["test", "check", "bench"])
def test_what_may_run_on_a_database_says_so_where_there_is_none(word: str) -> None:
    assert set(DATABASE) <= {*VERBS[word].must, *VERBS[word].may}


def test_the_last_step_of_the_fast_check_runs(tmp_path: Path) -> None:
    """Every word of it is taken, and the tests go out to all cores."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    one = "tests/installer/newcomer/test_words.py"
    command = [
        sys.executable,
        *QUICK_CHECK.steps[-1][1:],
        one,
        f"--basetemp={tmp_path}",
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=clean, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout


def test_the_last_step_of_both_checks_is_pytest() -> None:
    for verb in (VERBS["check"], QUICK_CHECK):
        assert verb.steps[-1][:3] == ("python", "-m", "pytest")


@pytest.mark.parametrize(
    "word", ["demo", "test", "check", "cover", "mutants", "bench", "verify", "lock"]
)
def test_the_usage_names_every_verb(word: str) -> None:
    assert f"  {word} " in usage()
