# SPDX-License-Identifier: GPL-3.0-or-later
"""Dutch unless another language was asked that we have."""

from console.qt.words.choose import words_for
from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL


def test_dutch_is_the_first_language() -> None:
    assert words_for("nl") is NL
    assert words_for("nl_BE") is NL
    assert words_for("fr_BE").leave_go == FR.leave_go
    assert words_for("de") is NL
    assert words_for("") is NL
    assert words_for("en_GB") is EN


def test_no_french_line_begins_with_a_mark() -> None:
    words = words_for("fr")
    assert FR.why_look.endswith(" ?")
    assert words.why_look.endswith("\u00a0?")
    assert "relit ses lignes\u00a0: qui" in words.notice_lines[1]
