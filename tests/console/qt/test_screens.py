# SPDX-License-Identifier: GPL-3.0-or-later
"""Which screen a widget is on."""

import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.qt.screens import screen_of


def test_a_widget_is_on_a_screen_wherever_it_is(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert screen_of(widget) is QGuiApplication.primaryScreen()
    widget.move(-90_000, 0)
    assert screen_of(widget) is QGuiApplication.primaryScreen()


def test_a_screen_stays_when_the_widget_is_gone(qtbot: QtBot) -> None:
    widget = QWidget()
    screen = screen_of(widget)
    shiboken6.delete(widget)
    assert shiboken6.isValid(screen)
    assert qtbot is not None
