# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words of every language must have."""

import string

from consent.documents.charter_change import What
from consent.purpose import Purpose
from consent.wording.change.nl import NL
from consent.wording.change.parts import ChangeWords

MOST_CHARS = 110


def check(words: ChangeWords) -> None:
    """Each kind of difference has one short sentence that fills in the same."""
    assert set(words.sentences) == set(What)
    assert set(words.purposes) == set(Purpose)
    assert set(words.units) == set(NL.units)
    assert set(words.name_shown) == set(NL.name_shown)
    assert len(set(words.days)) == len(NL.days)
    for what, text in words.sentences.items():
        assert holes(text) == holes(NL.sentences[what]), what
        assert len(text) <= MOST_CHARS, what


def holes(text: str) -> set[str]:
    """Name what a sentence fills in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
