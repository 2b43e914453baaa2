# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards under Delen and Meer."""

import pytest
from PySide6.QtCore import Qt

from console.qt.popover import Popover
from tests.fakes.desk import Desk, texts

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_share_card_names_with_whom(lesson: Desk) -> None:
    lesson.click(lesson.window.bar.share)
    popover = lesson.opened(Popover)
    assert "Delen met: de hele klas" in texts(popover)
    popover.close()
    lesson.click_tile(0)
    lesson.click(lesson.window.bar.share)
    popover = lesson.opened(Popover)
    assert "Delen met: Amina B." in texts(popover)
    lesson.key(Qt.Key.Key_Down, popover)
    lesson.key(Qt.Key.Key_Escape, popover)
