# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own line icons, painted in a token's colour at the size asked."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SCALES = (1, 2, 3)


@cache
def icon(name: str, color: str, size_px: int) -> QIcon:
    """Give an icon sharp on every common screen."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(icon_pixmap(name, color, size_px, scale))
    return made


@cache
def icon_pixmap(name: str, color: str, size_px: int, scale: float) -> QPixmap:
    """Paint one icon; `scale` is the screen's device pixels per logical pixel."""
    side = round(size_px * scale)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_svg(name, color))).render(
        painter, QRectF(0, 0, side, side)
    )
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _svg(name: str, color: str) -> bytes:
    source = files("console.qt").joinpath("icons", f"{name}.svg").read_text("utf-8")
    return source.replace("currentColor", color).encode()
