# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of small dialogs: no first focus on a button that decides."""

from PySide6.QtWidgets import QAbstractButton
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
