# SPDX-License-Identifier: GPL-3.0-or-later
"""The three languages hold the same places to fill, and no word that accuses."""

import re
from dataclasses import asdict, fields
from string import Formatter

import pytest

from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL
from console.qt.words.words import Words

KEYS = [field.name for field in fields(Words)]
NEVER = (
    "geweigerd",
    "weigert",
    "refused",
    "{pictures}",
    "met beeld",
    "controle",
    "spion",
    "refusé",
    "espion",
)


def texts(words: Words, key: str) -> tuple[str, ...]:
    value = getattr(words, key)
    return value if isinstance(value, tuple) else (value,)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
@pytest.mark.parametrize("key", KEYS)
def test_all_languages_fill_the_same_places(key: str, words: Words) -> None:
    dutch, said = texts(NL, key), texts(words, key)
    assert len(dutch) == len(said)
    for one, other in zip(dutch, said, strict=True):
        assert one
        assert other
        assert places(one) == places(other)


@pytest.mark.parametrize("words", [NL, EN, FR], ids=["nl", "en", "fr"])
def test_R67_D14_no_word_counts_pictures_or_says_who_refused(words: Words) -> None:
    everything = str(asdict(words)).lower()
    assert not [word for word in NEVER if word in everything]


@pytest.mark.parametrize("words", [NL, EN, FR], ids=["nl", "en", "fr"])
def test_sentences_are_short(words: Words) -> None:
    for key in KEYS:
        for text in texts(words, key):
            for sentence in re.split(r"[.!?;:]\s", text):
                assert len(sentence.split()) <= 15, sentence
