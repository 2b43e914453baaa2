# SPDX-License-Identifier: GPL-3.0-or-later
"""The card's picture borrows the tile's pixels."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from console.qt.held_picture import HeldPicture
from console.qt.picture_box import PictureBox
from console.qt.theme import Theme
from tests.fakes.worker import drawn


def test_a_picture_is_shown_until_it_is_wiped(qtbot: QtBot, theme: Theme) -> None:
    box = PictureBox(theme)
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    grey = QColor(theme.tokens.none)
    where = box.rect().center() / 3
    box.show_held(None, "Jonas V.")
    assert box.grab().toImage().pixelColor(where) == grey
    held = HeldPicture(drawn("p", 3))
    box.show_held(held, "Jonas V.")
    assert box.grab().toImage().pixelColor(where) != grey
    held.wipe()
    assert box.grab().toImage().pixelColor(where) == grey
