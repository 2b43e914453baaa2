# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher is told first what is written down (R-57)."""

import pytest
from pytestqt.qtbot import QtBot

from console.qt.bridge import Bridge
from console.qt.main_window import USUAL_PX, MainWindow
from console.qt.memory import NOTICE_READ, ShortMemory
from console.qt.theme import Theme
from console.qt.words.nl import NL
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    FakeWorker,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_R57_the_first_start_says_what_is_logged_before_anything(
    qtbot: QtBot, theme: Theme
) -> None:
    bridge, memory = Bridge(), ShortMemory()
    worker = FakeWorker(bridge)
    window = MainWindow(theme, NL, worker, bridge, memory)
    window.resize(*USUAL_PX)
    qtbot.addWidget(window)
    window.show()
    desk = Desk(qtbot, window, worker, bridge, memory)
    desk.settle()
    assert window.notice.isVisible()
    assert "Je naam en wat je hier doet, komen in een lijst." in texts(window)
    desk.run("startLesson")
    assert desk.acts() == []
    desk.click(window.notice.read)
    assert memory.recall(NOTICE_READ)
    assert window.start.isVisible()
    window.leave()
