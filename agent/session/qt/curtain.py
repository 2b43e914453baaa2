# SPDX-License-Identifier: GPL-3.0-or-later
"""The attention screen of one monitor: who asks, why, how long, and where help is.

It is honest, not a security boundary. Source: docs/spec/indicator.md, "The curtain".
"""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from agent.session.platform.base import Rect
from agent.session.qt.pill_paint import font
from agent.session.qt.style import button, frame, label, picture, sheet
from agent.session.qt.theme import YOUNG_FACTOR, tokens
from agent.session.words.say import Say, minutes
from protocol.messages.local import Band, CurtainUp

TITLE: Final = "Inzage aandacht"
RING_PX: Final = 212
PATCH_PX: Final = 8
INSET_PX: Final = 4
LARGER: Final = 1.3
LOW_PX: Final = 700  # a monitor this low gets a smaller ring and title


class Ring(QWidget):
    """The time that is left, as a ring that empties and as a number."""

    def __init__(self, parent: QWidget, factor: float) -> None:
        """Start full."""
        super().__init__(parent)
        self._share, self._words = 1.0, ""
        self._factor = factor
        side = round(RING_PX * factor)
        self.setFixedSize(side, side)

    def show_left(self, left_s: float, whole_s: float) -> None:
        """Show what is left of the whole."""
        self._share = max(0.0, min(1.0, left_s / whole_s)) if whole_s > 0 else 0.0
        self._words = minutes(left_s)
        self.setAccessibleName(self._words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, then the number."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        pen = QPen(QColor(t.line), 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(QColor(t.accent))
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(360 * 16 * self._share))
        painter.setPen(QColor(t.text))
        painter.setFont(font(52 * self._factor, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class CurtainWindow(QWidget):
    """The curtain of one monitor. It cannot be closed, only lowered."""

    help_wanted = Signal()

    def __init__(
        self, screen: QScreen, asked: CurtainUp, say: Say, *, demo: bool
    ) -> None:
        """Make it for this monitor, not shown yet."""
        super().__init__(
            None,
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.BypassWindowManagerHint,
        )
        self.own_screen = screen
        self._asked, self._say, self._demo = asked, say, demo
        young = say.band is Band.SIX_TO_NINE
        self._factor = YOUNG_FACTOR if young else 1.0
        self._small = screen.geometry().height() < LOW_PX
        self.setWindowTitle(TITLE)
        self.setObjectName("curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self._rows = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        say, asked = self._say, self._asked
        self.setStyleSheet(sheet(tokens(), self._factor))
        teacher = say.teacher(asked.teacher, first=True)
        who = say("curtain.who", teacher=teacher, why=asked.reason.rstrip("."))
        self.setAccessibleName(f"{say('curtain.title')} {who}")
        self._rows.setContentsMargins(48, 64, 48, 40)
        self._rows.setSpacing(round(12 * self._factor))
        self._rows.addStretch(3)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.ring = Ring(self, self._factor * (0.7 if self._small else 1.0))
        self._rows.addWidget(self.ring, 0, middle)
        self._rows.addSpacing(8 if self._small else 28)
        title = label(say("curtain.title"), "display")
        size = round((34 if self._small else 54) * self._factor)
        title.setStyleSheet(f"font-size: {size}px;")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows.addWidget(title)
        reason = label(f"{say('demo')} · {who}" if self._demo else who, "heading")
        reason.setStyleSheet(f"color: {tokens().text2};")
        reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows.addWidget(reason)
        self._rows.addSpacing(8)
        self._rows.addWidget(self._safe(), 0, middle)
        self._rows.addStretch(4)
        self._rows.addLayout(self._foot())

    def _safe(self) -> QFrame:
        card = frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(12)
        row.addWidget(picture("check", tokens().accent, 22))
        row.addWidget(label(self._say("curtain.safe"), "heading", wrap=False))
        return card

    def _foot(self) -> QHBoxLayout:
        say, ink = self._say, tokens().text
        teacher = say.teacher(self._asked.teacher)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(picture("hand", ink))
        row.addWidget(label(say("curtain.unwell", teacher=teacher), "second"), 1)
        larger = button(say("curtain.larger"), "curtainLarger", "big", "setup", ink)
        larger.clicked.connect(self._enlarge)
        helped = button(say("curtain.help"), "curtainHelp", "big", "hand", ink)
        helped.clicked.connect(self.help_wanted)
        row.addWidget(larger)
        row.addWidget(helped)
        return row

    def _enlarge(self) -> None:
        """Make every word larger, once; again makes them as they were."""
        self._factor = 1.0 if self._factor > 1.0 else LARGER
        self.setStyleSheet(sheet(tokens(), self._factor))

    def patches(self) -> list[Rect]:
        """Give the places that show nothing but the curtain's ground, physical px."""
        origin, k = self.own_screen.geometry().topLeft(), self.own_screen
        ratio = k.devicePixelRatio()
        width = round(k.geometry().width() * ratio)
        height = round(k.geometry().height() * ratio)
        far_x, far_y = width - INSET_PX - PATCH_PX, height - INSET_PX - PATCH_PX
        corners = [
            (INSET_PX, INSET_PX),
            (far_x, INSET_PX),
            (INSET_PX, far_y),
            (far_x, far_y),
            (INSET_PX, height // 2),
            (far_x, height // 2),
        ]
        return [
            Rect(origin.x() + x, origin.y() + y, PATCH_PX, PATCH_PX) for x, y in corners
        ]

    def press_at(self, place: QRect) -> bool:
        """Press the button under this global place; the pointer's grab is elsewhere."""
        here = self.mapFromGlobal(place.topLeft())
        child = self.childAt(here)
        if isinstance(child, QAbstractButton):
            child.click()
            return True
        return False

    outside_pressed = Signal(QRect)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand a press outside this monitor to the curtain that stands there."""
        at = event.globalPosition().toPoint()
        if not self.geometry().contains(at):
            self.outside_pressed.emit(QRect(at, at))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), QColor(tokens().curtain))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse."""
        event.ignore()
