# SPDX-License-Identifier: GPL-3.0-or-later
"""Raise the curtain, see that it is painted, hold on to it, and always let go in time.

No way down needs a word of anyone: the lease's end, the hard end, a closed socket and
the pupil's [Ik heb nu hulp nodig] all lower it here.
Source: docs/spec/lease.md; docs/spec/indicator.md, "The curtain".
"""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage

from agent.session.platform.base import GrabError, Keeper, Pixels, Platform, Rect
from agent.session.qt.curtain import CurtainWindow
from agent.session.qt.indicator import Indicator
from agent.session.qt.theme import tokens
from agent.session.words.say import Say
from protocol.messages.local import (
    Curtain,
    CurtainDown,
    CurtainRenew,
    CurtainState,
    CurtainUp,
)

SHOWN_WITHIN_S: Final = 2.0
READ_AGAIN_MS: Final = 15
HOLD_MS: Final = 200
GRABS_ON: Final = "xcb"  # elsewhere Qt cannot hold keyboard and pointer
Clock = Callable[[], float]


class CurtainKeeper(QObject):
    """At most one curtain."""

    changed = Signal(object)  # Curtain, for the daemon
    help_wanted = Signal()

    def __init__(
        self, platform: Platform, keeper: Keeper, indicator: Indicator, clock: Clock
    ) -> None:
        """Start with nothing up."""
        super().__init__()
        self._platform, self._keeper = platform, keeper
        self._indicator, self._clock = indicator, clock
        self._asked: CurtainUp | None = None
        self._windows: list[CurtainWindow] = []
        self._until = self._raised_at = 0.0
        self._shown = False
        self._grabs = QGuiApplication.platformName() == GRABS_ON
        self._end = self._precise(self._look_at_end, single=True)
        self._read = self._precise(self._read_back, single=True)
        self._hold = self._precise(self._hold_on, single=False)
        self._count = self._precise(self._show_left, single=False)

    def _precise(self, slot: Callable[[], object], *, single: bool) -> QTimer:
        """Make a timer that guards a law: Qt's usual one may come early."""
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setSingleShot(single)
        timer.timeout.connect(slot)
        return timer

    @property
    def is_up(self) -> bool:
        """Say whether a curtain hangs."""
        return self._asked is not None

    def up(self, asked: CurtainUp, say: Say, *, demo: bool) -> None:
        """Raise it on every monitor."""
        self.lower(told=False)
        now = self._clock()
        self._until = min(asked.until_ms, asked.hard_end_ms) / 1000
        if self._until <= now:
            self._tell(asked.lease, CurtainState.FAILED, "too late")
            return
        self._asked, self._raised_at, self._shown = asked, now, False
        self._windows = [
            CurtainWindow(screen, asked, say, demo=demo)
            for screen in QGuiApplication.screens()
        ]
        for window in self._windows:
            window.help_wanted.connect(self._help)
            window.outside_pressed.connect(self._outside)
        self._show_left()
        for window in self._windows:
            window.show()
            window.repaint()
        self._windows[0].activateWindow()
        self._windows[0].setFocus()
        self._hold_on()
        self._hold.start(HOLD_MS)
        self._count.start(1000)
        self._arm()
        self._read.start(READ_AGAIN_MS)

    def renew(self, renewal: CurtainRenew) -> None:
        """Let it hang longer, never past the hard end."""
        if self._asked is None or renewal.lease != self._asked.lease:
            return
        longest = self._asked.hard_end_ms / 1000
        self._until = min(max(self._until, renewal.until_ms / 1000), longest)
        self._arm()

    def down(self, wanted: CurtainDown) -> None:
        """Lower it, when it is this one."""
        if self._asked is not None and wanted.lease == self._asked.lease:
            self.lower()

    def lower(self, *, told: bool = True) -> None:
        """Let go of everything, at once."""
        asked = self._asked
        if asked is None:
            return
        for timer in (self._end, self._read, self._hold, self._count):
            timer.stop()
        self._let_go()
        for number, window in enumerate(self._windows):
            self._platform.present(f"curtain-{number}", _rect(window), None)
            window.hide()
            window.deleteLater()
        self._windows, self._asked = [], None
        if told:
            self._tell(asked.lease, CurtainState.RELEASED, "")

    def _tell(self, lease: bytes, state: CurtainState, code: str) -> None:
        self.changed.emit(Curtain(lease, state, code))

    def _arm(self) -> None:
        left_s = max(0.0, self._until - self._clock())
        self._end.start(math.ceil(left_s * 1000))

    def _look_at_end(self) -> None:
        """Lower it when the time is over; a timer that came early is set again."""
        if self._clock() >= self._until:
            self.lower()
        else:
            self._arm()

    def _show_left(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if self._clock() >= self._until:  # after a suspend: lower first, ask later
            self.lower()
            return
        left_s = asked.hard_end_ms / 1000 - self._clock()
        for window in self._windows:
            window.ring.show_left(left_s, asked.seconds)
        self._present()

    def _present(self) -> None:
        """Paint the curtain into a desktop that is drawn by us."""
        if self._platform.number != SYNTHETIC:
            return
        for number, window in enumerate(self._windows):
            image = window.grab().toImage()
            image = image.convertToFormat(QImage.Format.Format_ARGB32)
            size = (image.width(), image.height())
            pixels = Pixels(*size, bytes(image.constBits()))
            self._platform.present(f"curtain-{number}", _rect(window), pixels)

    def _read_back(self) -> None:
        """Say "shown" only after the true px of every monitor were seen."""
        asked = self._asked
        if asked is None or self._shown:
            return
        code = self._why_not()
        if not code:
            self._shown = True
            self._tell(asked.lease, CurtainState.SHOWN, "")
        elif self._clock() - self._raised_at > SHOWN_WITHIN_S:
            self.lower(told=False)
            self._tell(asked.lease, CurtainState.FAILED, code)
        else:
            self._read.start(READ_AGAIN_MS)

    def _why_not(self) -> str:
        """Give "" when the curtain is painted and held."""
        if not self._painted():
            return "pixels"
        return "" if self._hold_on() else "grab"

    def _painted(self) -> bool:
        ground = QColor(tokens().curtain)
        wanted = bytes((ground.blue(), ground.green(), ground.red()))
        pills = self._indicator.rects()
        places = [
            patch
            for window in self._windows
            for patch in window.patches()
            if not any(_touch(patch, pill) for pill in pills)
        ]
        try:
            seen = self._platform.read_back(places)
        except GrabError:
            return False
        return all(
            data[at : at + 3] == wanted
            for data in seen
            for at in range(0, len(data), 4)
        )

    def _hold_on(self) -> bool:
        """Take the grabs again: a break key or another program may have ended them."""
        if not self._windows:
            return False
        self._keeper.raise_all([int(window.winId()) for window in self._windows])
        if not self._grabs:
            return True
        handle = self._windows[0].windowHandle()
        return bool(
            handle.setKeyboardGrabEnabled(True) and handle.setMouseGrabEnabled(True)
        )

    def _let_go(self) -> None:
        if self._grabs and self._windows:
            handle = self._windows[0].windowHandle()
            handle.setKeyboardGrabEnabled(False)
            handle.setMouseGrabEnabled(False)

    def _outside(self, at: QRect) -> None:
        for window in self._windows:
            if window.geometry().contains(at.topLeft()) and window.press_at(at):
                return

    def _help(self) -> None:
        self.lower()
        self.help_wanted.emit()


SYNTHETIC: Final = 4


def _rect(window: CurtainWindow) -> Rect:
    place, ratio = window.own_screen.geometry(), window.own_screen.devicePixelRatio()
    return Rect(
        place.x(),
        place.y(),
        round(place.width() * ratio),
        round(place.height() * ratio),
    )


def _touch(one: Rect, other: Rect) -> bool:
    return (
        one.x_px < other.x_px + other.width_px
        and other.x_px < one.x_px + one.width_px
        and one.y_px < other.y_px + other.height_px
        and other.y_px < one.y_px + one.height_px
    )
