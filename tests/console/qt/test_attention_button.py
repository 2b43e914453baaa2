# SPDX-License-Identifier: GPL-3.0-or-later
"""One button says what a click asks, and the next one says that it ends."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.core.view import Choice
from console.qt.attention_button import (
    GAP_PX,
    ICON_PX,
    ROUNDING_PX,
    SIDE_PX,
    AttentionButton,
)
from console.qt.theme import Theme
from console.qt.tokens import CAPTION_PX
from console.qt.usual import Usual
from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL
from console.qt.words.words import Words

LONG = Choice("long", "Kijk even naar het bord: daar staat de hele opdracht.")


@pytest.fixture
def button(qtbot: QtBot, theme: Theme) -> AttentionButton:
    made = AttentionButton(theme, NL)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_reason_and_length_before_it_is_clicked(
    button: AttentionButton,
) -> None:
    button.show_usual(Usual(LONG, 5))
    assert button.ask.text().strip() == "Aandacht · 5 min"
    assert button.ask.accessibleName() == f"Aandacht · 5 min: {LONG.words}"
    assert button.other.accessibleName() == "Aandacht met een andere reden of tijd"
    assert button.other.isVisible()


def test_while_it_runs_the_same_button_ends_it(button: AttentionButton) -> None:
    button.show_usual(Usual(LONG, 5))
    width = button.sizeHint().width()
    button.show_running(LONG.words, "4:59")
    assert button.ask.property("kind") == "ink"
    assert button.ask.text().strip() == "Aandacht uit · 4:59"
    assert not button.other.isVisible()
    assert button.sizeHint().width() == width
    assert button.ask.is_new


def test_without_a_reason_it_says_only_what_it_is(button: AttentionButton) -> None:
    button.show_usual(None)
    assert button.ask.accessibleName() == "Aandacht"


def test_the_reason_is_seen_and_a_long_one_ends_in_dots(
    button: AttentionButton,
) -> None:
    button.show_usual(Usual(LONG, 2))
    button.resize(button.sizeHint())
    long = button.ask.grab().toImage()
    button.show_usual(Usual(Choice("none", ""), 2))
    assert button.ask.grab().toImage() != long


@pytest.mark.parametrize("words", [NL, EN, FR])
@pytest.mark.parametrize("tight", [True, False])
def test_the_first_line_is_never_cut(
    qtbot: QtBot, theme: Theme, words: Words, tight: bool
) -> None:
    made = AttentionButton(theme, words)
    qtbot.addWidget(made)
    made.fold(tight=tight)
    made.show_usual(Usual(LONG, 10))
    made.resize(made.sizeHint())
    made.show()
    now = words.attention_now.format(n=10)
    assert made.ask.width() >= made.ask.width_of(now, tight)
    made.show_running("x", "10:00")
    qtbot.waitUntil(lambda: made.ask.width() == made.width())
    off = words.attention_off.format(left="10:00")
    assert made.ask.width() >= made.ask.width_of(off, tight)


def test_what_one_click_sends_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    bar = QWidget()
    qtbot.addWidget(bar)
    row = QHBoxLayout(bar)
    made = AttentionButton(theme, FR)
    row.addWidget(made)
    bar.resize(600, 60)
    bar.show()
    QApplication.processEvents()
    made.show_usual(Usual(Choice("explain", "explication au tableau, tous"), 5))
    QApplication.processEvents()
    font = QFont(made.ask.font())
    font.setPixelSize(CAPTION_PX)
    needs = QFontMetrics(font).horizontalAdvance("explication au tableau")
    around = ICON_PX + GAP_PX + 2 * SIDE_PX
    assert made.ask.width() >= needs + around + ROUNDING_PX
