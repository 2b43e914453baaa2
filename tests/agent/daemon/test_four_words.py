# SPDX-License-Identifier: GPL-3.0-or-later
"""Four words for a new laptop."""

from agent.daemon.four_words import WORDS, four_words


def test_every_byte_gives_a_word_and_all_words_are_equally_likely() -> None:
    assert len(WORDS) == len(set(WORDS)) == 64
    assert four_words(bytes([0, 1, 64, 255])) == (
        WORDS[0],
        WORDS[1],
        WORDS[0],
        WORDS[63],
    )


def test_words_are_short_and_plain() -> None:
    assert all(word.isascii() and word.islower() and len(word) <= 6 for word in WORDS)
