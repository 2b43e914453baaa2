# SPDX-License-Identifier: GPL-3.0-or-later
"""The one maker of labels: plain text always, whatever the text holds."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStylePainter, QWidget

from console.qt.icons import icon_pixmap
from console.qt.plain_text import clean
from console.qt.theme import Theme

SHORTEST_PX: Final = 64  # of a label that gives way
_FIXED: Final = frozenset({"demo", "place"})


class PlainLabel(QLabel):
    """A label that never reads its text as a page."""

    def __init__(
        self, text: str = "", role: str = "body", *, wraps: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if role in _FIXED:
            fixed = QSizePolicy.Policy.Fixed
            self.setSizePolicy(fixed, fixed)
        self.setWordWrap(wraps)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show text from anywhere, made harmless; unchanged text costs nothing."""
        harmless = clean(text)
        if harmless != self.text():
            super().setText(harmless)


class YieldingLabel(PlainLabel):
    """A line that ends in … where there is no room, so that it pushes nothing away.

    A screen reader hears it whole.
    """

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters only."""
        least = super().minimumSizeHint()
        if self.wordWrap():
            return least
        return QSize(min(least.width(), SHORTEST_PX), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        if self.wordWrap():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        room = self.contentsRect()
        end = Qt.TextElideMode.ElideRight
        line = self.fontMetrics().elidedText(self.text(), end, room.width())
        painter.drawItemText(
            room,
            self.alignment(),
            self.palette(),
            self.isEnabled(),
            line,
            self.foregroundRole(),
        )


class IconLabel(QLabel):
    """An icon that stands beside a word; a screen reader hears the word alone."""

    def __init__(self, theme: Theme, name: str, size_px: int, token: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme, self._name, self._size_px, self._token = (
            theme,
            name,
            size_px,
            token,
        )
        self.setFixedSize(size_px, size_px)
        theme.changed.connect(self._paint)
        self._paint()

    def show_icon(self, name: str, token: str) -> None:
        """Change to another icon or colour."""
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self._paint()

    def _paint(self) -> None:
        color = getattr(self._theme.tokens, self._token)
        self.setPixmap(
            icon_pixmap(self._name, color, self._size_px, self.devicePixelRatioF())
        )


def rule() -> QFrame:
    """Make a thin line between two parts of a card."""
    line = QFrame()
    line.setProperty("rule", "true")
    return line


def card(kind: str = "true", parent: QWidget | None = None) -> QFrame:
    """Make an empty card."""
    frame = QFrame(parent)
    frame.setProperty("card", kind)
    return frame
