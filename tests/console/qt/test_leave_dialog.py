# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing ends the lesson, and says so first."""

import pytest

from console.core.acts import EndLesson
from console.qt.leave_dialog import LeaveDialog
from tests.fakes.desk import Desk, texts

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_closing_in_a_lesson_asks_first(lesson: Desk) -> None:
    left: list[bool] = []
    lesson.window.left.connect(lambda: left.append(True))
    lesson.window.close()
    dialog = lesson.opened(LeaveDialog)
    assert left == []
    assert lesson.window.isVisible()
    assert "Sluiten stopt de les voor iedereen." in texts(dialog)
    lesson.click(dialog.stay)
    lesson.window.close()
    lesson.click(lesson.opened(LeaveDialog).go)
    assert left == [True]
    assert lesson.acts() == [EndLesson()]


def test_closing_outside_a_lesson_just_closes(desk: Desk) -> None:
    left: list[bool] = []
    desk.window.left.connect(lambda: left.append(True))
    desk.window.close()
    assert left == [True]
    assert desk.acts() == []
