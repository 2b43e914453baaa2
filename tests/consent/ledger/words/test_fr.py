# SPDX-License-Identifier: GPL-3.0-or-later
"""These words have the keys and the places that all languages have."""

import re

from consent.ledger.words import nl
from consent.ledger.words.fr import WORDS

MOST_CHARS = 200


def places(words: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", words))


def test_the_keys_are_those_of_every_language() -> None:
    assert set(WORDS) == set(nl.WORDS)


def test_each_sentence_names_the_same_things() -> None:
    for key, words in WORDS.items():
        assert places(words) == places(nl.WORDS[key]), key


def test_no_sentence_is_long() -> None:
    for key, words in WORDS.items():
        assert 0 < len(words) <= MOST_CHARS, key
