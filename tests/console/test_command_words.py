# SPDX-License-Identifier: GPL-3.0-or-later
"""The same words in three languages, each with the same places to fill."""

import re
from dataclasses import asdict

from console.command_words import EN, FR, NL, command_words

PLACE = re.compile(r"\{\w+\}")


def test_dutch_comes_first() -> None:
    assert command_words("fr") is FR
    assert command_words("de") is NL


def test_every_language_fills_the_same_places() -> None:
    for name, text in asdict(NL).items():
        wanted = PLACE.findall(text)
        assert PLACE.findall(asdict(EN)[name]) == wanted
        assert PLACE.findall(asdict(FR)[name]) == wanted
        assert text
