# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the teacher's record are whole in each language."""

from dataclasses import fields

import pytest

from console.ledger.phrases import EN, NL, Phrases, phrases


@pytest.mark.parametrize("said", [NL, EN])
def test_every_sentence_is_there(said: Phrases) -> None:
    assert all(getattr(said, field.name) for field in fields(Phrases))


def test_both_languages_fill_in_the_same_places() -> None:
    for field in fields(Phrases):
        dutch, english = getattr(NL, field.name), getattr(EN, field.name)
        assert dutch.count("{") == english.count("{"), field.name


def test_dutch_comes_first() -> None:
    assert phrases("en") is EN
    assert phrases("xx") is NL
