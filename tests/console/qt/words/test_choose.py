# SPDX-License-Identifier: GPL-3.0-or-later
"""Dutch unless another language was asked that we have."""

from console.qt.words.choose import words_for
from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL


def test_dutch_is_the_first_language() -> None:
    assert words_for("nl") is NL
    assert words_for("nl_BE") is NL
    assert words_for("fr_BE") is FR
    assert words_for("de") is NL
    assert words_for("") is NL
    assert words_for("en_GB") is EN
