# SPDX-License-Identifier: GPL-3.0-or-later
"""The passphrase is hidden while typed, and the field forgets it."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.qt.passphrase import PassphraseDialog
from console.qt.theme import Theme
from console.qt.words.nl import NL


def test_what_was_typed_is_given_once(qtbot: QtBot, theme: Theme) -> None:
    dialog = PassphraseDialog(theme, NL)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
    dialog.field.setText("vier losse woorden hier")
    dialog.opens.click()
    assert dialog.typed == "vier losse woorden hier"
    assert dialog.field.text() == ""
