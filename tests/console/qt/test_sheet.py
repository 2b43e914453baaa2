# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of small dialogs: no first focus on a button that decides."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from console.qt.buttons import Button
from console.qt.sheet import Sheet
from console.qt.theme import Theme
from console.qt.words.nl import NL


def test_nothing_decides_on_enter_until_a_place_is_chosen(
    qtbot: QtBot, theme: Theme
) -> None:
    sheet = Sheet(theme, NL, "Waarom?")
    sheet.end_with(Button(theme, "Ja"))
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.focusWidget() in {None, sheet}
    buttons = sheet.findChildren(QAbstractButton)
    assert [button.accessibleName() for button in buttons] == ["Annuleer", "Ja"]
    assert sheet.accessibleName() == "Waarom?"


def test_what_is_wrong_is_said_and_taken_back(qtbot: QtBot, theme: Theme) -> None:
    sheet = Sheet(theme, NL, "Waarom?")
    sheet.end_with(cancel=False)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.say_wrong("Kies eerst een reden.")
    assert sheet.error.isVisible()
    sheet.say_wrong("")
    assert not sheet.error.isVisible()


def sheet_with_main(qtbot: QtBot, theme: Theme) -> tuple[Sheet, list[str]]:
    sheet, done = Sheet(theme, NL, "Waarom?"), list[str]()
    main = Button(theme, "Ja", kind="main")
    main.setDefault(True)
    main.clicked.connect(lambda: done.append("ja"))
    sheet.rejected.connect(lambda: done.append("weg"))
    sheet.end_with(main)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet, done


def test_ctrl_enter_is_the_main_button_wherever_the_focus_is(
    qtbot: QtBot, theme: Theme
) -> None:
    sheet, done = sheet_with_main(qtbot, theme)
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(sheet, Qt.Key.Key_Return, ctrl)
    assert done == ["ja"]


def test_enter_on_cancel_cancels(qtbot: QtBot, theme: Theme) -> None:
    sheet, done = sheet_with_main(qtbot, theme)
    cancel = next(b for b in sheet.findChildren(Button) if "Annuleer" in b.text())
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert done == ["weg"]


def test_a_key_held_since_before_answers_nothing(qtbot: QtBot, theme: Theme) -> None:
    sheet, done = sheet_with_main(qtbot, theme)
    none, enter = Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Return
    held = QKeyEvent(QEvent.Type.KeyPress, enter, none, "\r", autorep=True)
    QApplication.sendEvent(sheet, held)
    assert done == []
