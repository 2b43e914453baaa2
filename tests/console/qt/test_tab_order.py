# SPDX-License-Identifier: GPL-3.0-or-later
"""The Tab key follows the layouts, not the order in which parts were made."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from console.qt.tab_order import order_tabs, stops, stops_in


def made(parent: QWidget, *names: str) -> list[QPushButton]:
    return [QPushButton(name, parent) for name in names]


def test_stops_come_in_the_order_shown_through_rows_and_scrollers(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    last, first, middle = made(window, "last", "first", "middle")
    column, row, inner = QVBoxLayout(window), QHBoxLayout(), QWidget()
    scroller = QScrollArea()
    scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QVBoxLayout(inner).addWidget(middle)
    scroller.setWidget(inner)
    row.addWidget(first)
    row.addStretch(1)
    for part in (row, scroller, last):
        if isinstance(part, QHBoxLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    assert list(stops(column)) == [first, middle, last]
    assert list(stops_in(None)) == []
    assert list(stops(None)) == []


def test_tab_visits_them_so(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    third, first, second = made(window, "3", "1", "2")
    order_tabs([first, second, third])
    window.show()
    first.setFocus()
    for expected in (second, third):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected
