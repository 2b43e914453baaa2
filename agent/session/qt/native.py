# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of the desktop about our windows, where there is a real one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

DRAWN: Final = "offscreen"  # it can do neither, and would warn


def round_off(
    window: QWidget, radius: float, parts: Sequence[QRect] | None = None
) -> None:
    """Give a window round corners; or let it be only these parts, each round."""
    if QGuiApplication.platformName() == DRAWN:
        return
    window.setMask(rounded(parts or [window.rect()], radius))


def rounded(parts: Sequence[QRect], radius: float) -> QRegion:
    """Give the shape of parts with round corners."""
    shape = QRegion()
    for part in parts:
        path = QPainterPath()
        path.addRoundedRect(QRectF(part), radius, radius)
        shape = shape.united(QRegion(path.toFillPolygon().toPolygon()))
    return shape


def to_top(window: QWidget) -> None:
    """Put a window above the others."""
    if QGuiApplication.platformName() != DRAWN:
        window.raise_()
