# SPDX-License-Identifier: GPL-3.0-or-later
"""All the pills of this session: one per screen, the same face, the same nonce.

Source: docs/spec/indicator.md; docs/rights.md R-01.
"""

import secrets
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from agent.session.eye import EyeFace
from agent.session.platform.base import Area, Keeper, Platform, Rect
from agent.session.proof import Expected, expected
from agent.session.qt.native import to_top
from agent.session.qt.pill import Pill
from agent.session.qt.pill_paint import NONCE_BITS, paint
from agent.session.qt.theme import YOUNG_FACTOR, tokens

BACK_MS: Final = 100  # a pill moved by another program comes back, ten times a second
NOWHERE: Final = Rect(0, 0, 0, 0)
Clock = Callable[[], float]


class Indicator(QObject):
    """The pills and what the proof needs of them."""

    pressed = Signal(object)  # Press
    opened = Signal()
    placed = Signal(float, bool)

    def __init__(self, platform: Platform, keeper: Keeper, clock: Clock) -> None:
        """Make no pill yet."""
        super().__init__()
        self._platform, self._keeper, self._clock = platform, keeper, clock
        self._pills: list[Pill] = []
        self._face: EyeFace | None = None
        self._young = False
        self._hint = ""
        self._place = (0.5, False)
        self._expected: dict[tuple[int, int], Expected] = {}
        self.painted_at = 0.0
        self.nonce_at = 0.0
        self._nonce = 0
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.timeout.connect(self._come_back)
        self._notifier = self._listen()

    def _listen(self) -> QSocketNotifier | None:
        number = self._keeper.fileno()
        if number is None:
            return None
        notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._keeper.woke)
        return notifier

    def areas(self) -> list[Area]:
        """Give the monitors in physical px."""
        found = []
        for number, screen in enumerate(QGuiApplication.screens()):
            ratio, place = screen.devicePixelRatio(), screen.geometry()
            rect = Rect(
                place.x(),
                place.y(),
                round(place.width() * ratio),
                round(place.height() * ratio),
            )
            found.append(Area(number, rect, ratio))
        return found

    def place(self, share: float, *, bottom: bool) -> None:
        """Stand here on each screen."""
        self._place = (share, bottom)
        for pill in self._pills:
            pill.place(share, bottom=bottom)
        self._present()

    def show_face(self, face: EyeFace, *, young: bool, hint: str) -> None:
        """Take on a face; a new state gets a new nonce."""
        if face == self._face and young == self._young:
            return
        same_state = self._face is not None and (face.look, face.icon) == (
            self._face.look,
            self._face.icon,
        )
        self._face, self._young, self._hint = face, young, hint
        if not same_state:
            self._draw_nonce()
        self.repaint()

    def fresh_nonce(self) -> None:
        """Show new cells, so that a picture of the older pill fails."""
        self._draw_nonce()
        self.repaint()

    def _draw_nonce(self) -> None:
        self._nonce = secrets.randbits(NONCE_BITS)
        self.nonce_at = self._clock()

    def end(self) -> None:
        """Take every pill away: the session ends."""
        self._back.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self._clear()

    def _clear(self) -> None:
        for pill in self._pills:
            self._keeper.forget(int(pill.winId()))
            # Its screen may be the one that was unplugged: ask it nothing any more.
            self._platform.present(self._name(pill), NOWHERE, None)
            pill.hide()
            pill.deleteLater()
        self._pills = []

    def rebuild(self) -> None:
        """Make one pill for each screen there is now."""
        self._clear()
        self._pills = [Pill(screen) for screen in QGuiApplication.screens()]
        for pill in self._pills:
            pill.pressed.connect(self.pressed)
            pill.opened.connect(self.opened)
            pill.placed.connect(self.placed)
            pill.strayed.connect(self._strayed)
        self.repaint()
        for pill in self._pills:
            pill.show()
            self._keeper.watch(int(pill.winId()))

    def repaint(self) -> None:
        """Paint every pill now."""
        if self._face is None:
            return
        colours = tokens()
        factor = YOUNG_FACTOR if self._young else 1.0
        for pill in self._pills:
            most = pill.own_screen.geometry().width() - 32
            painted = paint(self._face, colours, self._nonce, pill.ratio, factor, most)
            pill.place(self._place[0], bottom=self._place[1])
            pill.show_painted(painted, self._face, colours, self._hint)
        self._expected.clear()
        self.painted_at = self._clock()
        self._present()

    def _present(self) -> None:
        """Tell a drawn desktop where our pills are."""
        for pill in self._pills:
            if pill.painted is not None:
                rect, pixels = pill.physical_rect(), pill.painted.pixels
                self._platform.present(self._name(pill), rect, pixels)

    def _name(self, pill: Pill) -> str:
        return f"eye-{self._pills.index(pill)}"

    def rects(self) -> list[Rect]:
        """Give where the pills stand, physical px."""
        return [pill.physical_rect() for pill in self._pills]

    def expected(self, number: int, divisor: int) -> Expected:
        """Give what a base picture must show of this pill."""
        key = (number, divisor)
        if key not in self._expected:
            painted = self._pills[number].painted
            if painted is None:
                raise ValueError("a pill is proven before it was painted")
            self._expected[key] = expected(
                painted.pixels, painted.mask(), painted.references(), divisor
            )
        return self._expected[key]

    def pills(self) -> list[Pill]:
        """Give the pills, one per screen."""
        return list(self._pills)

    def raise_all(self) -> None:
        """Put every pill on top, mapped, where it belongs."""
        for pill in self._pills:
            pill.settle()
            to_top(pill)
            pill.repaint()
        self._keeper.raise_all()

    def covered(self) -> bool:
        """Say whether a pill is known to be hidden."""
        return self._keeper.covered()

    def _strayed(self) -> None:
        if not self._back.isActive():
            self._back.start(BACK_MS)

    def _come_back(self) -> None:
        for pill in self._pills:
            pill.settle()
        self._present()
