# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language the window speaks."""

from console.qt.words.en import EN
from console.qt.words.nl import NL
from console.qt.words.words import Words


def words_for(language: str) -> Words:
    """Give the words of a language; Dutch for every one we do not have."""
    return EN if language.lower().startswith("en") else NL
