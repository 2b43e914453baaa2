# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own outline icons, in any colour and size."""

from functools import lru_cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SMALL_PX: Final = 18
KEPT: Final = 64


@lru_cache(maxsize=KEPT)
def renderer(name: str, colour: str, *, small: bool = False) -> QSvgRenderer:
    """Give the drawing; a small one has a thicker line, or it would fade."""
    text = files("agent.session.qt").joinpath(f"icons/{name}.svg").read_text("utf-8")
    text = text.replace("currentColor", colour)
    if small:
        text = text.replace('stroke-width="1.75"', 'stroke-width="2.1"')
    return QSvgRenderer(QByteArray(text.encode()))


def draw(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw an icon into a box."""
    renderer(name, colour, small=box.width() <= SMALL_PX).render(painter, box)


def pixmap(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """Give an icon as a picture for a screen of this pixel ratio."""
    side = round(size_px * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    small = size_px <= SMALL_PX
    renderer(name, colour, small=small).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, size_px: int = 20) -> QIcon:
    """Give an icon for a button, sharp at 100 % and 200 %."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, colour, size_px, ratio))
    return made
