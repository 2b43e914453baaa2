# SPDX-License-Identifier: GPL-3.0-or-later
"""The small card that opens under a button, always inside the window."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainterPath,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.qt.buttons import Button
from console.qt.labels import PlainLabel
from console.qt.screens import screen_of
from console.qt.theme import Theme
from console.qt.tokens import CARD_RADIUS_PX

WIDEST_PX: Final = 460
LEAST_PX: Final = 240
MARGIN_PX: Final = 8
BESIDE_TEXT_PX: Final = 72  # icon, edges and margins of a row


class Popover(QFrame):
    """A card of rows; a row, Esc or a click outside closes it."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.theme = theme
        self._rows: list[Button] = []
        self.setProperty("popover", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 12, 8, 8)
        self.column.setSpacing(2)
        if title:
            self.add_text(title, "strong")
        self.setAccessibleName(title)

    def add_text(self, text: str, role: str) -> None:
        """Add a line that cannot be clicked."""
        label = PlainLabel(text, role, wraps=True)
        label.setContentsMargins(12, 0, 12, 4)
        self.column.addWidget(label)

    def add_row(
        self, text: str, hint: str, icon_name: str, done: Callable[[], None]
    ) -> Button:
        """Add a row: a word, a hint below it, what it does."""
        button = Button(self.theme, text, icon_name=icon_name, kind="row")
        button.clicked.connect(lambda: self._take(done))
        self._rows.append(button)
        self.column.addWidget(button)
        if hint:
            row = QHBoxLayout()
            row.setContentsMargins(40, 0, 12, 6)
            row.addWidget(PlainLabel(hint, "caption"))
            self.column.addLayout(row)
            button.setAccessibleDescription(hint)
        return button

    def open_under(self, anchor: QWidget) -> None:
        """Show the card under a button, inside the window and the screen."""
        window = anchor.window()
        edges = QRect(window.mapToGlobal(QPoint()), window.size())
        screen = screen_of(anchor).availableGeometry()
        room = edges.intersected(screen)
        if room.width() < LEAST_PX:  # most of the window is off the screen
            room = screen
        room.adjust(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        widest = min(WIDEST_PX, room.width())
        self.setMinimumWidth(min(self.minimumWidth(), widest))
        self.setMaximumWidth(widest)
        for row in self._rows:
            _break_lines(row, widest - BESIDE_TEXT_PX)
        width = min(widest, max(self.minimumWidth(), self.sizeHint().width()))
        self.resize(width, self.column.totalHeightForWidth(width))
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 6))
        self.move(
            max(room.left(), min(corner.x(), room.right() + 1 - self.width())),
            max(room.top(), min(corner.y(), room.bottom() + 1 - self.height())),
        )
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off, so that none of a square window shows."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), CARD_RADIUS_PX, CARD_RADIUS_PX)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the rows with the arrows; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _take(self, done: Callable[[], None]) -> None:
        self.close()
        done()


def _break_lines(row: Button, widest_px: int) -> None:
    """Let a long word of the school's take two lines or more."""
    row.ensurePolished()
    whole, measure = row.accessibleName(), QFontMetrics(row.font())
    lines = [""]
    for word in whole.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure.horizontalAdvance(longer) > widest_px:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > 1:
        row.say("\n".join(lines))
        row.setAccessibleName(whole)
