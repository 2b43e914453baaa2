# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language the window speaks."""

from typing import Final

from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL
from console.qt.words.words import Words

LANGUAGES: Final = {"nl": NL, "en": EN, "fr": FR}


def words_for(language: str) -> Words:
    """Give the words of a language; Dutch for every one we do not have."""
    return LANGUAGES.get(language.lower()[:2], NL)
