# SPDX-License-Identifier: GPL-3.0-or-later
"""One picture in a card, 16:9; the same grey and initials when there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.qt.held_picture import HeldPicture
from console.qt.phrases import initials
from console.qt.theme import Theme
from console.qt.tokens import HEADING_PX, RADIUS_PX

WIDTH_PX = 254


class PictureBox(QWidget):
    """Borrows the tile's pixels while painting; keeps none of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._name = theme, ""
        self._held: HeldPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for 16:9 of the card's width."""
        return QSize(WIDTH_PX, round(WIDTH_PX * 9 / 16))

    def show_held(self, held: HeldPicture | None, name: str) -> None:
        """Show a pupil's pixels as they are held now."""
        self._held, self._name = held, name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, or the grey with initials."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS_PX, RADIUS_PX)
        painter.fillPath(shape, self._theme.color("none"))
        image = self._held.source() if self._held else None
        if image is not None and not image.isNull():
            painter.setClipPath(shape)
            painter.drawImage(box, image)
            painter.setClipping(False)
        else:
            self._initials(painter, box)
        painter.setPen(self._theme.color("line"))
        painter.drawPath(shape)
        painter.end()

    def _initials(self, painter: QPainter, box: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(HEADING_PX + 5)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(self._name))
