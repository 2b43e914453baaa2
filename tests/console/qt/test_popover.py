# SPDX-License-Identifier: GPL-3.0-or-later
"""A card under a button: rows by mouse and keyboard, closed by Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.qt.popover import Popover
from console.qt.screens import screen_of
from console.qt.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def anchor(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_a_row_closes_the_card_and_does_its_thing(
    theme: Theme, anchor: QWidget
) -> None:
    popover, done = Popover(theme, "Delen", anchor), list[str]()
    row = popover.add_row("Link", "opent zelf", "link", lambda: done.append("link"))
    popover.open_under(anchor)
    assert row.accessibleDescription() == "opent zelf"
    assert popover.accessibleName() == "Delen"
    row.click()
    assert done == ["link"]
    assert not popover.isVisible()


def test_arrows_walk_and_escape_closes(theme: Theme, anchor: QWidget) -> None:
    popover = Popover(theme, "", anchor)
    rows = [popover.add_row(text, "", "link", lambda: None) for text in ("een", "twee")]
    popover.open_under(anchor)
    rows[0].setFocus()
    QTest.keyClick(popover, Qt.Key.Key_Down)
    assert popover.focusWidget() is rows[1]
    QTest.keyClick(popover, Qt.Key.Key_Up)
    assert popover.focusWidget() is rows[0]
    QTest.keyClick(popover, Qt.Key.Key_A)
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_the_card_stays_on_the_screen(theme: Theme, anchor: QWidget) -> None:
    popover = Popover(theme, "Delen met: de hele klas", anchor)
    popover.add_row("Link", "", "link", lambda: None)
    anchor.move(screen_of(anchor).availableGeometry().right() - 10, 0)
    popover.open_under(anchor)
    assert popover.geometry().right() <= screen_of(anchor).availableGeometry().right()
    popover.close()
