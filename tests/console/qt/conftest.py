# SPDX-License-Identifier: GPL-3.0-or-later
"""A window with a made-up class behind it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.core.view import WallView
from console.qt.bridge import Bridge
from console.qt.main_window import USUAL_PX, MainWindow
from console.qt.memory import NOTICE_READ, ShortMemory
from console.qt.theme import Theme
from console.qt.words.nl import NL
from tests.fakes.desk import Desk
from tests.fakes.worker import FakeWorker, busy_view, view


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def desk_with(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[WallView], Desk]]:
    opened: list[Desk] = []

    def open_desk(first: WallView) -> Desk:
        bridge, memory = Bridge(), ShortMemory()
        memory.remember(NOTICE_READ, "1")
        worker = FakeWorker(bridge, first)
        window = MainWindow(theme, NL, worker, bridge, memory)
        window.resize(*USUAL_PX)
        qtbot.addWidget(window)
        window.show()
        desk = Desk(qtbot, window, worker, bridge, memory)
        desk.settle()
        opened.append(desk)
        return desk

    yield open_desk
    for desk in opened:
        desk.window.leave()
        desk.bridge.close()


@pytest.fixture
def desk(desk_with: Callable[[WallView], Desk]) -> Desk:
    """Open a window before the lesson."""
    return desk_with(view(started=False))


@pytest.fixture
def lesson(desk_with: Callable[[WallView], Desk]) -> Desk:
    """Open a window in the middle of a lesson, the wall open."""
    desk = desk_with(view())
    desk.show(busy_view())
    return desk
