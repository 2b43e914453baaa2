# SPDX-License-Identifier: GPL-3.0-or-later
"""One click asks the last reason and length, or the first the school listed."""

import pytest

from console.qt.memory import ShortMemory
from console.qt.usual import Usual, usual_attention
from tests.fakes.worker import ATTENTION_REASONS

BOARD, END = ATTENTION_REASONS


def kept(**words: str) -> ShortMemory:
    memory = ShortMemory()
    for key, value in words.items():
        memory.remember(f"last_attention_{key}", value)
    return memory


def test_at_first_it_is_the_first_reason_for_two_minutes() -> None:
    assert usual_attention(ATTENTION_REASONS, kept()) == Usual(BOARD, 2)


def test_then_it_is_what_was_asked_last() -> None:
    memory = kept(reason="end", minutes="5")
    assert usual_attention(ATTENTION_REASONS, memory) == Usual(END, 5)


def test_a_reason_the_school_dropped_is_never_asked() -> None:
    memory = kept(reason="gone")
    assert usual_attention(ATTENTION_REASONS, memory) == Usual(BOARD, 2)
    assert usual_attention((), memory) is None


@pytest.mark.parametrize("minutes", ["", "4", "-1", "600", "x"])
def test_a_strange_length_is_the_usual_one(minutes: str) -> None:
    assert usual_attention(ATTENTION_REASONS, kept(minutes=minutes)) == Usual(BOARD, 2)
