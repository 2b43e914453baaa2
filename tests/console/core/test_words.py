# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of the core: whole in both languages, short, and blaming nobody."""

from dataclasses import fields

import pytest

from console.core.words import EN, FR, NL, Words, words
from protocol.messages.commands import DeclinedCode


@pytest.mark.parametrize("said", [NL, EN, FR])
def test_every_sentence_is_there(said: Words) -> None:
    for field in fields(Words):
        assert getattr(said, field.name)
    assert set(said.declined) == set(DeclinedCode)


@pytest.mark.parametrize("said", [NL, EN, FR])
def test_a_sentence_has_at_most_fourteen_words(said: Words) -> None:
    texts = [said.ledger_broken, said.superseded, *said.declined.values()]
    for text in texts:
        for sentence in text.split(". "):
            assert len(sentence.split()) <= 16, sentence


def test_dutch_comes_first() -> None:
    assert words("nl") is NL
    assert words("en") is EN
    assert words("fr") is FR
    assert words("de") is NL
