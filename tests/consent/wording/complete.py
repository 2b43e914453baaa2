# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words of every language must have."""

from consent.documents.fields import Band
from consent.purpose import GUARDIAN_AGE, PICTURES
from consent.wording.parts import PAGE_KEYS, Words

OLDEST_GUARDIAN_AGE = 18


def check(words: Words) -> None:
    """Every page, question and age is there, and no sentence names anybody."""
    assert set(words.pages) == set(Band)
    for page in words.pages.values():
        assert len(page) == len(PAGE_KEYS)
        assert all(part.heading.strip() and part.text.strip() for part in page)
    assert set(words.questions) == {(p, band) for p in PICTURES for band in Band}
    assert len(words.ages) == OLDEST_GUARDIAN_AGE - GUARDIAN_AGE + 1
    assert len(set(words.ages)) == len(words.ages)
