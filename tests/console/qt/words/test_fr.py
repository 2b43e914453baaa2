# SPDX-License-Identifier: GPL-3.0-or-later
"""The French words are French."""

from dataclasses import fields

from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL

SAME = {
    "product",
    "attention",
    "attention_now",
    "attention_time",
    "date",
    "message",
    "minute_count",
    "minutes",
}


def test_no_sentence_of_another_language_was_left_in() -> None:
    for other in (NL, EN):
        left = {
            f.name for f in fields(FR) if getattr(FR, f.name) == getattr(other, f.name)
        }
        assert left <= SAME


def test_a_teacher_is_spoken_to_with_respect() -> None:
    assert " tu " not in f" {FR.leave_text} {FR.notice_lines} "
    assert FR.notice_read == "J’ai lu ceci"
