# SPDX-License-Identifier: GPL-3.0-or-later
"""Write who looks, and when, into a large picture: Qt has every letter."""

from functools import lru_cache
from typing import Final

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from agent.session.qt.pill_paint import font

HEIGHT_PX: Final = 26
TEXT_PX: Final = 14
INK: Final = "#FFFFFF"
GROUND: Final = "#182026"
KEPT: Final = 4


@lru_cache(maxsize=KEPT)
def draw_mark(words: str, width_px: int) -> Image.Image:
    """Give the strip for the foot of a picture of this width."""
    strip = QImage(width_px, HEIGHT_PX, QImage.Format.Format_RGB32)
    strip.fill(QColor(GROUND))
    painter = QPainter(strip)
    painter.setFont(font(TEXT_PX, strong=True))
    painter.setPen(QColor(INK))
    painter.drawText(
        QRectF(10, 0, width_px - 20, HEIGHT_PX),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        words,
    )
    painter.end()
    raw = bytes(strip.constBits())
    return Image.frombytes("RGB", (width_px, HEIGHT_PX), raw, "raw", "BGRX")
