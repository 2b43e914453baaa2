# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of the desktop about our windows, where there is a real one."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

DRAWN: Final = "offscreen"  # it can do neither, and would warn


def round_off(window: QWidget, radius: float) -> None:
    """Give a window round corners of this radius."""
    if QGuiApplication.platformName() == DRAWN:
        return
    path = QPainterPath()
    path.addRoundedRect(QRectF(window.rect()), radius, radius)
    window.setMask(QRegion(path.toFillPolygon().toPolygon()))


def to_top(window: QWidget) -> None:
    """Put a window above the others."""
    if QGuiApplication.platformName() != DRAWN:
        window.raise_()
