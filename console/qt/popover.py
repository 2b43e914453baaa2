# SPDX-License-Identifier: GPL-3.0-or-later
"""The small card that opens under a button of the lesson bar."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.qt.buttons import Button
from console.qt.labels import PlainLabel
from console.qt.theme import Theme
from console.qt.tokens import CARD_RADIUS_PX


class Popover(QFrame):
    """A card of rows; a row, Esc or a click outside closes it."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.theme = theme
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
        self.column.addWidget(button)
        if hint:
            row = QHBoxLayout()
            row.setContentsMargins(40, 0, 12, 6)
            row.addWidget(PlainLabel(hint, "caption"))
            self.column.addLayout(row)
            button.setAccessibleDescription(hint)
        return button

    def open_under(self, anchor: QWidget) -> None:
        """Show the card under a button, inside the screen."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 6))
        room = anchor.screen().availableGeometry()
        left = min(corner.x(), room.right() - self.width() - 8)
        self.move(max(room.left(), left), corner.y())
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
