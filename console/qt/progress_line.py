# SPDX-License-Identifier: GPL-3.0-or-later
"""A thin line: how much of a stretch is over. A number always stands beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.qt.theme import Theme


class ProgressLine(QWidget):
    """Painted only when the share moved by a pixel."""

    def __init__(
        self, theme: Theme, *, height_px: int = 3, fill: str = "accent_line"
    ) -> None:
        super().__init__()
        self._theme, self._fill, self._share = theme, fill, 0.0
        self._height_px = height_px
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for the line's height only."""
        return QSize(16, self._height_px)

    def show_share(self, share: float) -> None:
        """Move the line."""
        moved = round(share * self.width()) != round(self._share * self.width())
        self._share = share
        if moved:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rest in the line colour, the done part over it."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.fillRect(whole, self._theme.color("line"))
        whole.setWidth(whole.width() * self._share)
        painter.fillRect(whole, self._theme.color(self._fill))
        painter.end()
