# SPDX-License-Identifier: GPL-3.0-or-later
"""Press named widgets with real mouse events, in a demo school only."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from agent.session.qt.script_diary import ScriptDiary
from agent.session.script_lines import Press, Script, Shot

WAIT_MS: Final = 100  # for a widget that is not on screen yet
TRIES: Final = 100
APART_MS: Final = 500  # between two presses: a pointer needs its time


class Presser(QObject):
    """Runs a script once the daemon has said that this is a demo."""

    def __init__(
        self,
        script: Script,
        diary: ScriptDiary,
        clock: Callable[[], float],
        while_pressing: Callable[[bool], None],
        shoot: Callable[[str], None],
    ) -> None:
        """Take the script; nothing is pressed before begin().

        Args:
            script: what to press.
            diary: hears what was pressed, and where a pointer has to go.
            clock: boot time.
            while_pressing: told True before and False after each press.
            shoot: keeps a picture of a drawn desktop in a file.
        """
        super().__init__()
        self._shoot = shoot
        self._script, self._diary, self._clock = script, diary, clock
        self._while_pressing = while_pressing
        self._running, self._tries = False, TRIES
        self._presses: list[Press | Shot] = []
        self._place: QPoint | None = None  # a window may still be finding its own
        self._timer = _timer(self, self._take_due)
        self._next = _timer(self, self._go_on)

    def begin(self) -> None:
        """Start counting; a second welcome starts nothing anew."""
        if not self._running:
            self._running = True
            self._script.begin(self._clock())
            self._arm()

    @property
    def is_waiting(self) -> bool:
        """Say whether something is still to be pressed."""
        return bool(self._presses)

    def happened(self, event: str) -> None:
        """Note something a line may wait for."""
        if self._running:
            self._diary.happened(event)
            self._script.happened(event, self._clock())
            self._arm()

    def _arm(self) -> None:
        at = self._script.deadline()
        if at is not None:
            wait_s = max(0.0, at - self._clock())
            self._timer.start(math.ceil(wait_s * 1000))

    def _take_due(self) -> None:
        self._presses += self._script.due(self._clock())
        if self._presses and not self._next.isActive():
            self._next.start(0)
        self._arm()

    def _go_on(self) -> None:
        """Press the first one that waits; one after the other, each when it is seen."""
        press = self._presses[0]
        if isinstance(press, Shot):
            del self._presses[0]
            self._shoot(press.path)
            self._arm_next()
            return
        widget = visible_widget(press.name)
        place = None if widget is None else middle(widget)
        is_still = place is not None and place == self._place
        self._place = place
        if not is_still and self._tries > 0:
            self._tries -= 1
            self._next.start(WAIT_MS)
            return
        self._tries, self._place = TRIES, None
        del self._presses[0]
        if widget is not None:
            self._press(widget, press)
        self._arm_next()

    def _arm_next(self) -> None:
        if self._presses:
            self._next.start(APART_MS)

    def _press(self, widget: QWidget, press: Press) -> None:
        if press.by_pointer:
            place, ratio = middle(widget), widget.devicePixelRatioF()
            x_px, y_px = round(place.x() * ratio), round(place.y() * ratio)
            self._diary.point(press.name, x_px, y_px)
            return
        self._while_pressing(True)
        try:
            click(widget)
        finally:
            self._while_pressing(False)
        self._diary.pressed(press.name)


def _timer(parent: QObject, then: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setTimerType(Qt.TimerType.PreciseTimer)
    made.timeout.connect(then)
    return made


def visible_widget(name: str) -> QWidget | None:
    """Find the widget of this name that is on screen."""
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        named = [top] if top.objectName() == name else []
        for widget in (*named, *top.findChildren(QWidget, name)):
            if widget.isVisible() and widget.isEnabled():
                return widget
    return None


def middle(widget: QWidget) -> QPoint:
    """Give the middle of a widget on the whole desktop."""
    return widget.mapToGlobal(widget.rect().center())


def click(widget: QWidget) -> None:
    """Send a left click to the middle of a widget, as a mouse would."""
    target = widget.childAt(widget.rect().center()) or widget
    place = QPointF(middle(widget))
    local = target.mapFromGlobal(place)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        event = QMouseEvent(kind, local, place, left, held, plain)
        QApplication.sendEvent(target, event)
