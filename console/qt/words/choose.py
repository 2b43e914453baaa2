# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language the window speaks."""

from dataclasses import asdict
from typing import Final

from consent.french import spaced
from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL
from console.qt.words.words import Words


def _set(words: Words) -> Words:
    """Set French words as French is set."""
    said = asdict(words)
    texts = {k: spaced(v) for k, v in said.items() if isinstance(v, str)}
    lines = tuple(spaced(line) for line in words.notice_lines)
    return Words(**{**said, **texts, "notice_lines": lines})


LANGUAGES: Final = {"nl": NL, "en": EN, "fr": _set(FR)}


def language_for(language: str) -> str:
    """Give a language we have; Dutch for every one we do not."""
    code = language.lower()[:2]
    return code if code in LANGUAGES else "nl"


def words_for(language: str) -> Words:
    """Give the words of a language; Dutch for every one we do not have."""
    return LANGUAGES[language_for(language)]
