# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the teacher's record are whole in each language."""

from dataclasses import fields

import pytest

from console.ledger.phrases import EN, FR, NL, Phrases, phrases


@pytest.mark.parametrize("said", [NL, EN, FR])
def test_every_sentence_is_there(said: Phrases) -> None:
    assert all(getattr(said, field.name) for field in fields(Phrases))


@pytest.mark.parametrize("other", [EN, FR])
def test_all_languages_fill_in_the_same_places(other: Phrases) -> None:
    for field in fields(Phrases):
        dutch, said = getattr(NL, field.name), getattr(other, field.name)
        assert dutch.count("{") == said.count("{"), field.name


def test_dutch_comes_first() -> None:
    assert phrases("en") is EN
    assert phrases("fr").link == FR.link.replace(" :", "\u00a0:")
    assert phrases("xx") is NL
