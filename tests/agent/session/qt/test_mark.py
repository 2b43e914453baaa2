# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip that says who looks."""

from pytestqt.qtbot import QtBot

from agent.session.qt.mark import HEIGHT_PX, draw_mark


def test_the_strip_is_as_wide_as_the_picture_and_has_ink(qtbot: QtBot) -> None:
    strip = draw_mark("mevr. Peeters · 10:24", 400)
    assert strip.size == (400, HEIGHT_PX)
    low, high = strip.convert("L").getextrema()
    assert (low, high) != (low, low)


def test_other_words_are_another_strip(qtbot: QtBot) -> None:
    one, other = draw_mark("a", 100), draw_mark("b", 100)
    assert one.tobytes() != other.tobytes()
    assert draw_mark("a", 100) is one
