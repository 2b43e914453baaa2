# SPDX-License-Identifier: GPL-3.0-or-later
"""A card in the middle of the screen that asks one thing and stays on top."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from agent.session.qt.native import round_off
from agent.session.qt.style import sheet
from agent.session.qt.theme import YOUNG_FACTOR, tokens

RADIUS_PX = 12
TOP_SHARE = 0.16
EDGE_PX = 80


class CardWindow(QWidget):
    """Frameless, with our own rounded edge; closing it is an answer of the subclass."""

    def __init__(self, title: str, *, young: bool) -> None:
        """Make the card, not shown yet."""
        super().__init__(
            None,
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.Dialog,
        )
        self.setWindowTitle(title)
        self.setObjectName("card")
        self.tokens = tokens()
        self.factor = YOUNG_FACTOR if young else 1.0
        self.setStyleSheet(sheet(self.tokens, self.factor))

    def px(self, size: float) -> int:
        """Give a size for this pupil."""
        return round(size * self.factor)

    def room_px(self) -> int:
        """Give how high a card may be: the screen, less the oogje's edge."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        return room.height() - EDGE_PX

    def centre(self, width: int) -> None:
        """Stand in the middle, a little above it, as high as the words need."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        width = min(width, room.width() - 32)
        self.setFixedWidth(width)
        hint = self.heightForWidth(width)
        wanted = hint if hint > 0 else self.sizeHint().height()
        height = min(wanted, self.room_px())
        self.setFixedHeight(height)
        left = room.left() + (room.width() - width) // 2
        free = room.height() - height
        top = room.top() + max(min(64, free), int(free * TOP_SHARE))
        self.move(left, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off."""
        super().resizeEvent(event)
        round_off(self, RADIUS_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and one line round it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.tokens.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.tokens.control), 2))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
