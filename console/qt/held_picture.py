# SPDX-License-Identifier: GPL-3.0-or-later
"""One pupil's pixels while they may be shown: scaled once, wiped when let go.

Source: docs/rights.md R-69 and R-72: gone within two seconds, never on disk.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QTransform

from console.core.view import Pixels
from console.qt.tokens import RADIUS_PX

_CHANNELS = 3


class HeldPicture:
    """A picture as it came, and the same picture at the size of its tile."""

    def __init__(self, pixels: Pixels) -> None:
        self._source = _image(pixels)
        self._scaled = QImage()
        self._key: tuple[QSize, float] | None = None

    def source(self) -> QImage:
        """Give the picture as it came."""
        return self._source

    def at(self, size: QSize, scale: float) -> QImage:
        """Give the picture at a tile's size, its corners round; made once per size."""
        if not self._source.isNull() and self._key != (size, scale):
            _wipe(self._scaled)
            self._scaled = _rounded(self._source, size, scale)
            self._key = (QSize(size), scale)
        return self._scaled

    def wipe(self) -> None:
        """Overwrite the pixels, so that freed memory holds none either."""
        for image in (self._source, self._scaled):
            _wipe(image)
        self._source, self._scaled, self._key = QImage(), QImage(), None


def _image(pixels: Pixels) -> QImage:
    stride = pixels.width_px * _CHANNELS
    if len(pixels.rgb) != stride * pixels.height_px:
        raise ValueError("Pixels whose size is not their width times their height")
    borrowed = QImage(
        pixels.rgb,
        pixels.width_px,
        pixels.height_px,
        stride,
        QImage.Format.Format_RGB888,
    )
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)


def _rounded(source: QImage, size: QSize, scale: float) -> QImage:
    target = QSize(round(size.width() * scale), round(size.height() * scale))
    fitted = source.scaled(
        target,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    made = QImage(target, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    _paint_rounded(made, fitted, RADIUS_PX * scale)
    _wipe(fitted)
    made.setDevicePixelRatio(scale)
    return made


def _paint_rounded(onto: QImage, fitted: QImage, radius_px: float) -> None:
    left = (onto.width() - fitted.width()) / 2
    top = (onto.height() - fitted.height()) / 2
    brush = QBrush(fitted)
    brush.setTransform(QTransform.fromTranslate(left, top))
    painter = QPainter(onto)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    where = QRectF(left, top, fitted.width(), fitted.height())
    painter.drawRoundedRect(where, radius_px, radius_px)
    painter.end()


def _wipe(image: QImage) -> None:
    if not image.isNull():
        image.fill(0)
