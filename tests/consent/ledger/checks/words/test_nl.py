# SPDX-License-Identifier: GPL-3.0-or-later
"""These sentences have the keys, places and forms that all languages have."""

from consent.ledger.checks.words.nl import WORDS
from tests.consent.ledger.checks.words.complete import (
    check_alike,
    check_nobody_blamed,
    check_short,
)


def test_it_says_the_same_as_every_language() -> None:
    check_alike(WORDS)


def test_a_lost_line_is_nobodys_fault() -> None:
    check_nobody_blamed(WORDS)


def test_no_sentence_is_long() -> None:
    check_short(WORDS)
