# SPDX-License-Identifier: GPL-3.0-or-later
"""The English words are English."""

from dataclasses import fields

from console.qt.words.en import EN
from console.qt.words.nl import NL

SAME = {
    "product",
    "demo",
    "enter",
    "link",
    "minutes",
    "minute_count",
    "date",
    "hands_count_one",
    "key_open",
}


def test_no_dutch_sentence_was_left_in() -> None:
    left = {f.name for f in fields(EN) if getattr(EN, f.name) == getattr(NL, f.name)}
    assert left <= SAME
