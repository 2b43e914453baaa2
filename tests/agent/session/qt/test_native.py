# SPDX-License-Identifier: GPL-3.0-or-later
"""What a drawn desktop cannot do is not asked of it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agent.session.qt.native import round_off, rounded, to_top


def test_a_drawn_desktop_is_not_asked_for_outlines(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    round_off(window, 12)
    to_top(window)
    assert window.mask().isEmpty()


def test_of_two_cards_nothing_shows_but_the_cards() -> None:
    shape = rounded([QRect(0, 0, 300, 100), QRect(0, 112, 300, 100)], 12)
    for corner in ((0, 0), (299, 0), (0, 99), (299, 211)):
        assert not shape.contains(QPoint(*corner))
    assert not shape.contains(QPoint(150, 106))  # between them
    assert shape.contains(QPoint(150, 50))
    assert shape.contains(QPoint(150, 160))
