# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs of run.py."""

import pytest

from installer.newcomer.needs import DATABASE
from installer.newcomer.verbs import QUICK_CHECK, VERBS, find, usage


def test_a_verb_is_found_and_the_rest_goes_on() -> None:
    assert find("demo", ["--pupils", "6"]) == (VERBS["demo"], ["--pupils", "6"])


def test_an_unknown_word_is_nothing() -> None:
    assert find("dance", []) is None


def test_the_fast_check_is_another_verb_and_eats_its_flag() -> None:
    assert find("check", ["--fast", "-x"]) == (QUICK_CHECK, ["-x"])


def test_the_full_check_needs_all_there_is() -> None:
    assert set(VERBS["test"].may) <= set(VERBS["check"].must)
    assert set(DATABASE) <= set(VERBS["check"].must)


def test_the_last_step_of_both_checks_is_pytest() -> None:
    for verb in (VERBS["check"], QUICK_CHECK):
        assert verb.steps[-1][:3] == ("python", "-m", "pytest")


@pytest.mark.parametrize(
    "word", ["demo", "test", "check", "cover", "bench", "verify", "lock"]
)
def test_the_usage_names_every_verb(word: str) -> None:
    assert f"  {word} " in usage()
