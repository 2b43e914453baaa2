# SPDX-License-Identifier: GPL-3.0-or-later
"""A message is checked while it is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.core.acts import (
    SendMessage,
)
from console.qt.message_dialog import MessageDialog
from tests.fakes.desk import Desk, press, texts

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def test_a_message_is_checked_before_it_goes(lesson: Desk) -> None:
    lesson.run("message")
    dialog = lesson.opened(MessageDialog)
    press(lesson, dialog, "send")
    assert dialog.error.text() == "Schrijf eerst iets."
    dialog.field.setPlainText("x" * 281)
    assert dialog.error.text().startswith("Dit is te lang.")
    press(lesson, dialog, "send")
    dialog.field.setPlainText(" Bladzijde 12. ")
    press(lesson, dialog, "send")
    assert lesson.acts() == [SendMessage("Bladzijde 12.")]


@pytest.mark.parametrize("held", [NONE, CTRL])
def test_enter_sends_with_ctrl_or_without(
    lesson: Desk, held: Qt.KeyboardModifier
) -> None:
    lesson.run("message")
    dialog = lesson.opened(MessageDialog)
    assert "Enter verstuurt." in texts(dialog)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, held)
    assert dialog.error.text() == "Schrijf eerst iets."
    QTest.keyClicks(dialog.field, "Bladzijde 12.")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, held)
    assert lesson.acts() == [SendMessage("Bladzijde 12.")]


def test_what_is_pasted_over_two_lines_goes_as_one(lesson: Desk) -> None:
    lesson.run("message")
    dialog = lesson.opened(MessageDialog)
    dialog.field.setPlainText("Neem bladzijde 12.\nLees de tekst.")
    press(lesson, dialog, "send")
    assert lesson.acts() == [SendMessage("Neem bladzijde 12. Lees de tekst.")]


def test_escape_sends_nothing(lesson: Desk) -> None:
    lesson.run("message")
    dialog = lesson.opened(MessageDialog)
    QTest.keyClicks(dialog.field, "Bladzijde 12.")
    lesson.key(Qt.Key.Key_Escape, dialog.field)
    assert lesson.acts() == []
    assert QApplication.activeModalWidget() is None
