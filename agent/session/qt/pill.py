# SPDX-License-Identifier: GPL-3.0-or-later
"""The oogje of one screen: a small window on top of everything, never closable.

Source: docs/spec/indicator.md.
"""

import math
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from agent.session.eye import EyeFace, Press
from agent.session.platform.base import Rect
from agent.session.qt.native import round_off
from agent.session.qt.pill_paint import GRID, HEIGHT, Painted
from agent.session.qt.theme import Tokens

TITLE: Final = "Inzage oogje"
DRAG_PX: Final = 6
MARGIN_PX: Final = 8
BUTTON_NAMES: Final = {
    Press.STOP: "eyeStop",
    Press.NEE: "eyeNee",
    Press.RESUME: "eyeResume",
}


class Spot(QAbstractButton):
    """A button whose looks are part of the pill's one picture."""

    def __init__(self, parent: QWidget, name: str) -> None:
        """Take the name that tests and screen readers find it by."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: the pill already did."""


class Grip(Spot):
    """The pill itself: a click opens, a drag moves along the edge."""

    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Start at rest."""
        super().__init__(parent, "eyeOpen")
        self._from: QPointF | None = None
        self._moving = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the hand took hold."""
        self._from, self._moving = event.globalPosition(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move with the hand once it means it."""
        if self._from is None:
            return
        way = event.globalPosition() - self._from
        if self._moving or way.manhattanLength() > DRAG_PX:
            self._moving = True
            self.setDown(False)
            self._from = event.globalPosition()
            self.dragged.emit(way.toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a drag is no click."""
        self._from = None
        if self._moving:
            self._moving = False
            self.dropped.emit()
            return
        super().mouseReleaseEvent(event)


class Pill(QWidget):
    """One pill. It paints one prepared picture and moves along one edge."""

    pressed = Signal(object)  # Press
    opened = Signal()
    placed = Signal(float, bool)  # share along the edge, at the bottom

    def __init__(self, screen: QScreen) -> None:
        """Make it for this screen, not shown yet."""
        flags = (
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.BypassWindowManagerHint
        )
        super().__init__(None, flags)
        self.own_screen = screen
        self.painted: Painted | None = None
        self._ground = QColor()
        self._press: Press | None = None
        self._share, self._bottom = 0.5, False
        self._dragging = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(TITLE)
        self.setObjectName("eye")
        self.setScreen(screen)
        self._grip = Grip(self)
        self._grip.clicked.connect(self.opened)
        self._grip.dragged.connect(self._drag)
        self._grip.dropped.connect(self._drop)
        self._button = Spot(self, "eyeStop")
        self._button.clicked.connect(self._clicked)

    @property
    def ratio(self) -> float:
        """Physical px per logical px."""
        return self.own_screen.devicePixelRatio()

    def show_painted(
        self, painted: Painted, face: EyeFace, tokens: Tokens, hint: str
    ) -> None:
        """Take on a new look at once."""
        self.painted = painted
        self._ground = QColor(tokens.surface)
        width = math.ceil(painted.image.width() / self.ratio)
        height = math.ceil(painted.image.height() / self.ratio)
        if (width, height) != (self.width(), self.height()):
            self.setFixedSize(width, height)
            round_off(self, height / 2)
        self._grip.setGeometry(self.rect())
        self._grip.setAccessibleName(face.spoken)
        self._grip.setToolTip(f"{face.spoken}\n{hint}")
        self.setAccessibleName(face.spoken)
        self._place_button(painted, face)
        self.settle()
        self.repaint()

    def _place_button(self, painted: Painted, face: EyeFace) -> None:
        self._press = face.press
        box = painted.layout.button
        self._button.setVisible(face.press is not None and box is not None)
        if face.press is None or box is None:
            return
        self._button.setObjectName(BUTTON_NAMES[face.press])
        self._button.setAccessibleName(face.press_words)
        physical, k = painted.physical(box), self.ratio
        self._button.setGeometry(
            QRectF(
                physical.x() / k,
                physical.y() / k,
                physical.width() / k,
                physical.height() / k,
            ).toAlignedRect()
        )
        self._button.raise_()

    def physical_rect(self) -> Rect:
        """Give where the picture stands, in physical px of the desktop."""
        origin, k = self.own_screen.geometry().topLeft(), self.ratio
        here = self.pos() - origin
        image = self.painted.image if self.painted else None
        return Rect(
            origin.x() + round(here.x() * k),
            origin.y() + round(here.y() * k),
            image.width() if image else 0,
            image.height() if image else 0,
        )

    def place(self, share: float, *, bottom: bool) -> None:
        """Stand at this share of the top or bottom edge."""
        self._share, self._bottom = min(1.0, max(0.0, share)), bottom
        self.settle()

    def settle(self) -> None:
        """Go where the pill belongs: on the edge, on even physical px."""
        if self._dragging:
            return
        room = self.own_screen.geometry()
        free = max(0, room.width() - self.width() - 2 * MARGIN_PX)
        x = MARGIN_PX + round(free * self._share)
        y = room.height() - self.height() - MARGIN_PX if self._bottom else MARGIN_PX
        # a multiple of eight logical px is an even number of physical px at every
        # scale in steps of a quarter
        wanted = room.topLeft() + QPoint(x // GRID * GRID, y // GRID * GRID)
        if wanted != self.pos():
            self.move(wanted)

    def _drag(self, way: QPoint) -> None:
        self._dragging = True
        room = self.own_screen.geometry()
        x = min(max(room.left(), self.x() + way.x()), room.right() - self.width())
        y = min(max(room.top(), self.y() + way.y()), room.bottom() - self.height())
        self.move(x, y)

    def _drop(self) -> None:
        self._dragging = False
        room = self.own_screen.geometry()
        free = max(1, room.width() - self.width() - 2 * MARGIN_PX)
        share = (self.x() - room.left() - MARGIN_PX) / free
        bottom = self.geometry().center().y() > room.center().y()
        self.place(share, bottom=bottom)
        self.placed.emit(self._share, self._bottom)

    def _clicked(self) -> None:
        if self._press is not None:
            self.pressed.emit(self._press)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Come back when another program moved us."""
        super().moveEvent(event)
        if not self._dragging and self.painted is not None:
            self.strayed.emit()

    strayed = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the prepared picture, px for px."""
        if self.painted is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        image = self.painted.image
        image.setDevicePixelRatio(self.ratio)
        painter.drawImage(QPoint(0, 0), image)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse: the pill is never closed."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Refuse to be minimised."""
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.showNormal()
        super().changeEvent(event)


def height_px(step: int) -> int:
    """Give the physical height of a pill with this grid step."""
    return HEIGHT // GRID * step
