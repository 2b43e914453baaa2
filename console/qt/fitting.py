# SPDX-License-Identifier: GPL-3.0-or-later
"""A first size that leaves room for the frame the system draws round a window."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from console.qt.screens import screen_of

FRAME_PX: Final = 48  # a title bar and its edges, on the systems we know


def fit(window: QWidget, usual: QSize) -> None:
    """Give a window its usual size, or what its screen has room for."""
    room = screen_of(
        window.parentWidget() or window
    ).availableGeometry().size() - QSize(FRAME_PX, FRAME_PX)
    window.resize(usual.boundedTo(room.expandedTo(window.minimumSize())))
