# SPDX-License-Identifier: GPL-3.0-or-later
"""The one maker of labels: plain text always, whatever the text holds."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from console.qt.icons import icon_pixmap
from console.qt.plain_text import clean
from console.qt.theme import Theme

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
