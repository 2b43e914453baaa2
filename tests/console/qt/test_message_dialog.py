# SPDX-License-Identifier: GPL-3.0-or-later
"""A message is checked while it is written."""

import pytest

from console.core.acts import (
    SendMessage,
)
from console.qt.message_dialog import MessageDialog
from tests.fakes.desk import Desk, press

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


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
