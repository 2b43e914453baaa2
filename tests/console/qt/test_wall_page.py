# SPDX-License-Identifier: GPL-3.0-or-later
"""What folds when the window is narrow."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.qt.popover import Popover
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    busy_view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_narrow_window_folds_the_panel_and_then_the_bar(lesson: Desk) -> None:
    window = lesson.window
    window.resize(1200, 800)
    lesson.settle()
    assert not window.page.panel.isVisible()
    assert window.bar.hands.isVisible()
    lesson.click(window.bar.hands)
    assert window.page.panel.isVisible()
    lesson.worker.show(replace(busy_view(), look=None))
    lesson.settle()
    lesson.key(Qt.Key.Key_Escape, window.page.wall)
    assert not window.page.panel.isVisible()
    window.resize(1000, 700)
    lesson.settle()
    bar = window.bar
    assert bar.more.isVisible()
    assert not bar.end.isVisible()
    for button in (bar.cover, bar.screens, bar.share, bar.attention):
        assert button.isVisible()
        assert button.text().strip()
    assert bar.sizeHint().width() <= 1000
    lesson.click(bar.more)
    popover = lesson.opened(Popover)
    assert "Stop de les" in texts(popover)
    popover.close()
    window.resize(1440, 900)
    lesson.settle()
    assert window.page.panel.isVisible()
    assert bar.end.isVisible()
