# SPDX-License-Identifier: GPL-3.0-or-later
"""A window's first size fits its screen, and never goes below what it needs."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.qt.fitting import FRAME_PX, fit
from console.qt.screens import screen_of


def test_a_small_window_gets_its_usual_size(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fit(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)


def test_a_large_one_leaves_room_for_its_frame(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fit(window, QSize(20_000, 20_000))
    room = screen_of(window).availableGeometry().size()
    assert window.size() == room - QSize(FRAME_PX, FRAME_PX)


def test_no_screen_makes_it_smaller_than_it_can_be(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(9_000, 9_000)
    fit(window, QSize(20_000, 20_000))
    assert window.size() == QSize(9_000, 9_000)
