# SPDX-License-Identifier: GPL-3.0-or-later
"""These sentences have the keys, places and forms that all languages have."""

from consent.ledger.checks.words import fr, nl_volume
from consent.ledger.checks.words.fr_volume import WORDS
from tests.consent.ledger.checks.words.complete import check_alike, check_short


def test_it_says_the_same_as_every_language() -> None:
    check_alike(WORDS, nl_volume.WORDS)


def test_no_sentence_is_long() -> None:
    check_short(WORDS)


def test_no_code_has_two_sentences() -> None:
    assert not set(WORDS) & set(fr.WORDS)
