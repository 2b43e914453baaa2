# SPDX-License-Identifier: GPL-3.0-or-later
"""What every book of words must hold to."""

import re
import string
from collections.abc import Mapping

from agent.session.words import nl

LONGEST_SENTENCE_WORDS = 14
JARGON = ("verwerking", "grondslag", "betrokkene", "toestemming", "consent")
SIDE_BY_SIDE = ("stop", "ja", "nee")


def fields(words: str) -> set[str]:
    """Give the names that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def check_book(
    words: Mapping[str, str], days: str, months: str, long_days: str, long_months: str
) -> None:
    """Check one language against the Dutch book and the rules for pupils."""
    assert {key for key in words if not key.endswith(".young")} == {
        key for key in nl.WORDS if not key.endswith(".young")
    }
    for key, text in words.items():
        model = nl.WORDS.get(key, nl.WORDS[key.removesuffix(".young")])
        assert fields(text) == fields(model), key
        for sentence in re.split(r"[.?!:] ", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE_WORDS, (key, sentence)
        assert not any(word in text.lower() for word in JARGON), key
    assert [len(book.split()) for book in (days, months, long_days, long_months)] == [
        7,
        12,
        7,
        12,
    ]
    assert all(words[key] for key in SIDE_BY_SIDE)
