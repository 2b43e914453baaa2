# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's window and the made-up class behind it, in one hand."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.core.acts import TeacherAct, WindowAlive
from console.core.view import WallView
from console.qt.bridge import Bridge
from console.qt.buttons import Button
from console.qt.main_window import MainWindow
from console.qt.memory import ShortMemory
from console.qt.tile_face import TileFace
from console.qt.wall_model import FACE_ROLE
from tests.fakes.worker import FakeWorker

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


@dataclass
class Desk:
    """What a test of the window works with."""

    qtbot: QtBot
    window: MainWindow
    worker: FakeWorker
    bridge: Bridge
    memory: ShortMemory

    def settle(self) -> None:
        """Let everything that waits in the queue happen."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def show(self, view: WallView, *, covered: bool = False) -> None:
        """Show a view with its pictures, on an open wall unless said otherwise."""
        self.worker.show(view)
        self.settle()
        self.window.cover(covered)
        self.worker.send_pictures()
        self.qtbot.waitUntil(lambda: not self.bridge.waits)
        self.settle()

    def acts(self) -> list[TeacherAct]:
        """List what the teacher did, the window's own heartbeat left out."""
        return [act for act in self.worker.acts if not isinstance(act, WindowAlive)]

    def run(self, name: str, **args: object) -> None:
        """Do a named action, as a script does."""
        self.window.actions_by_name.run(name, args or None)
        self.settle()

    def face(self, name: str) -> TileFace:
        """Give what the tile of one pupil shows."""
        model = self.window.model
        faces = (model.index(row).data(FACE_ROLE) for row in range(model.rowCount()))
        found: TileFace = next(face for face in faces if face.name == name)
        return found

    def opened(self, kind: type[AnyWidget]) -> AnyWidget:
        """Give the dialog or card that is open now."""
        self.settle()
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def click(self, button: QAbstractButton) -> None:
        """Click a button with the mouse, once it is no longer new."""
        self.grown(button)
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        """Press a key where the focus is, or on one widget, once it is not new."""
        here = widget or QApplication.focusWidget() or self.window
        self.grown(here)
        QTest.keyClick(here, key)
        self.settle()

    def grown(self, widget: QWidget) -> None:
        """Wait until a button takes clicks and keys."""
        if isinstance(widget, Button):
            self.qtbot.waitUntil(lambda: not widget.is_new)

    def click_tile(self, row: int, *, twice: bool = False) -> None:
        """Click a tile with the mouse, once the tiles stand still."""
        wall = self.window.page.wall
        self.qtbot.waitUntil(lambda: not wall.just_moved)
        where: QPoint = wall.visualRect(self.window.model.index(row)).center()
        left = Qt.MouseButton.LeftButton
        self.qtbot.mouseClick(wall.viewport(), left, pos=where)
        if twice:
            self.qtbot.mouseDClick(wall.viewport(), left, pos=where)
        self.settle()


def texts(widget: QWidget) -> str:
    """Give every word that is seen in a part of the window."""
    labels = (x.text() for x in widget.findChildren(QLabel) if x.isVisible())
    buttons = (x.text() for x in widget.findChildren(QAbstractButton) if x.isVisible())
    return "\n".join([*labels, *buttons])


def press(desk: Desk, dialog: QWidget, name: str) -> None:
    """Click the button of this object name."""
    desk.click(button_of(dialog, name))


def button_of(dialog: QWidget, name: str) -> QAbstractButton:
    """Find a button by its object name."""
    found = dialog.findChild(QAbstractButton, name)
    assert found is not None
    return found


def chip(dialog: QWidget, text: str) -> QAbstractButton:
    """Find a button by the word a screen reader says."""
    buttons = dialog.findChildren(QAbstractButton)
    return next(b for b in buttons if b.accessibleName() == text)
