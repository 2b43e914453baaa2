# SPDX-License-Identifier: GPL-3.0-or-later
"""A button has a word, and a name for a screen reader."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.qt.buttons import Button, bind
from console.qt.theme import Theme


def test_an_ampersand_is_shown_and_not_a_shortcut(theme: Theme) -> None:
    button = Button(theme, "Jan & Piet")
    assert button.text() == "Jan && Piet"
    assert button.accessibleName() == "Jan & Piet"


def test_an_arrow_is_seen_and_not_heard(theme: Theme) -> None:
    button = Button(theme, "Delen", icon_name="share", opens=True)
    assert button.text().strip() == "Delen  ▾"
    assert button.accessibleName() == "Delen"
    assert not button.icon().isNull()


def test_an_icon_alone_still_has_a_name(theme: Theme) -> None:
    button = Button(theme, "Sluit", icon_name="close", kind="icon")
    assert (button.text(), button.accessibleName()) == ("", "Sluit")


def test_a_chosen_chip_has_a_tick(theme: Theme) -> None:
    chip = Button(theme, "hulp", kind="chip")
    chip.setCheckable(True)
    assert chip.icon().isNull()
    chip.setChecked(True)
    assert not chip.icon().isNull()
    chip.setChecked(False)
    assert chip.icon().isNull()


def test_a_button_can_change_its_look(theme: Theme) -> None:
    button = Button(theme, "Aandacht", icon_name="attention")
    before = button.icon().cacheKey()
    button.wear("ink", "attention")
    assert button.property("kind") == "ink"
    assert button.icon().cacheKey() != before
    button.wear("ink", "attention")


def test_a_bound_button_is_its_action(qtbot: QtBot, theme: Theme) -> None:
    action, done = QAction(), list[bool]()
    action.triggered.connect(lambda: done.append(True))
    button = bind(Button(theme, "Doe"), action)
    qtbot.addWidget(button)
    button.click()
    action.setEnabled(False)
    assert not button.isEnabled()
    button.click()
    assert len(done) == 1


KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@pytest.mark.parametrize("kind", ["plain", "main", "ink", "link", "icon", "row"])
@pytest.mark.parametrize("key", KEYS)
def test_a_focused_button_takes_enter_as_it_takes_space(
    qtbot: QtBot, theme: Theme, key: Qt.Key, kind: str
) -> None:
    button, done = Button(theme, "Doe", kind=kind), list[bool]()
    button.clicked.connect(lambda: done.append(True))
    qtbot.addWidget(button)
    button.show()
    QTest.keyClick(button, key)
    assert len(done) == 1


def test_enter_chooses_a_chip(qtbot: QtBot, theme: Theme) -> None:
    chip = Button(theme, "hulp", kind="chip")
    chip.setCheckable(True)
    qtbot.addWidget(chip)
    chip.show()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked()


def test_a_key_held_down_presses_once(qtbot: QtBot, theme: Theme) -> None:
    button, done = Button(theme, "Doe"), list[bool]()
    button.clicked.connect(lambda: done.append(True))
    qtbot.addWidget(button)
    none = Qt.KeyboardModifier.NoModifier
    for again in (False, True, True):
        down = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=again
        )
        QApplication.sendEvent(button, down)
    assert len(done) == 1


def test_a_new_button_is_deaf_for_a_moment(qtbot: QtBot, theme: Theme) -> None:
    button, done = Button(theme, "Doe"), list[bool]()
    button.clicked.connect(lambda: done.append(True))
    qtbot.addWidget(button)
    button.show()
    button.be_new()
    for key in KEYS:
        QTest.keyClick(button, key)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == []
    qtbot.waitUntil(lambda: not button.is_new)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(done) == 2
