# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a card may stand without covering what must stay in sight."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize

MARGIN_PX: Final = 24
BELOW_PX: Final = 56  # a taskbar that hides itself, or is only drawn, takes no room


def free_corner(room: QRect, size: QSize, kept: Sequence[QRect]) -> QPoint:
    """Choose the corner of a screen where a card covers least of what is kept in sight.

    Args:
        room: the screen, as far as windows may use it.
        size: the card's.
        kept: what must stay in sight, the most important first: a corner that covers
            nothing of it is better than one that covers nothing of the rest.

    Returns:
        The card's top left; the bottom right corner where all are as good.
    """
    right = room.right() - size.width() - MARGIN_PX
    bottom = room.bottom() - size.height() - BELOW_PX
    left, top = room.left() + MARGIN_PX, room.top() + MARGIN_PX
    corners = (
        QPoint(right, bottom),
        QPoint(left, bottom),
        QPoint(right, top),
        QPoint(left, top),
    )
    return min(corners, key=lambda corner: _covered(QRect(corner, size), kept))


def _covered(card: QRect, kept: Sequence[QRect]) -> tuple[int, ...]:
    common = (card.intersected(one) for one in kept)
    return tuple(one.width() * one.height() for one in common)
