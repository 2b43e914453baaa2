# SPDX-License-Identifier: GPL-3.0-or-later
"""Press named widgets with real mouse events, in a demo school only."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from agent.session.script_lines import Script

WAIT_MS: Final = 100  # for a widget that is not on screen yet
TRIES: Final = 100


class Presser(QObject):
    """Runs a script once the daemon has said that this is a demo."""

    def __init__(
        self,
        script: Script,
        clock: Callable[[], float],
        while_pressing: Callable[[bool], None],
    ) -> None:
        """Take the script; nothing is pressed before begin().

        Args:
            script: what to press.
            clock: boot time.
            while_pressing: told True before and False after each press.
        """
        super().__init__()
        self._script, self._clock = script, clock
        self._while_pressing = while_pressing
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press_due)

    def begin(self) -> None:
        """Start counting; a second welcome starts nothing anew."""
        if not self._running:
            self._running = True
            self._script.begin(self._clock())
            self._arm()

    def happened(self, event: str) -> None:
        """Note something a line may wait for."""
        if self._running:
            self._script.happened(event, self._clock())
            self._arm()

    def _arm(self) -> None:
        at = self._script.deadline()
        if at is not None:
            wait_s = max(0.0, at - self._clock())
            self._timer.start(math.ceil(wait_s * 1000))

    def _press_due(self) -> None:
        for name in self._script.due(self._clock()):
            self._press(name, TRIES)
        self._arm()

    def _press(self, name: str, tries: int) -> None:
        widget = visible_widget(name)
        if widget is not None:
            self._while_pressing(True)
            try:
                press(widget)
            finally:
                self._while_pressing(False)
        elif tries > 0:
            QTimer.singleShot(WAIT_MS, self, lambda: self._press(name, tries - 1))


def visible_widget(name: str) -> QWidget | None:
    """Find the widget of this name that is on screen."""
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        for widget in top.findChildren(QWidget, name):
            if widget.isVisible() and widget.isEnabled():
                return widget
    return None


def press(widget: QWidget) -> None:
    """Send a left click to the middle of a widget, as a mouse would."""
    local = QPointF(widget.rect().center())
    place = QPointF(widget.mapToGlobal(widget.rect().center()))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        event = QMouseEvent(kind, local, place, left, held, plain)
        QApplication.sendEvent(widget, event)
