# SPDX-License-Identifier: GPL-3.0-or-later
"""A card goes where it covers least of what must stay in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from agent.session.qt.free_place import MARGIN_PX, free_corner

ROOM = QRect(0, 0, 1366, 768)
CARD = QSize(360, 150)
PILL_TOP = QRect(500, 0, 360, 48)
PILL_RIGHT = QRect(1000, 670, 360, 48)


def corner(*kept: QRect) -> str:
    """Name the corner that is chosen."""
    found = free_corner(ROOM, CARD, kept)
    across = "right" if found.x() > ROOM.width() // 2 else "left"
    down = "bottom" if found.y() > ROOM.height() // 2 else "top"
    return f"{down} {across}"


@pytest.mark.parametrize(
    ("kept", "chosen"),
    [
        ((), "bottom right"),
        ((PILL_TOP,), "bottom right"),
        ((PILL_RIGHT,), "bottom left"),
        ((PILL_TOP, QRect(400, 60, 940, 690)), "bottom left"),
        ((PILL_TOP, QRect(0, 60, 1366, 690)), "top right"),
        ((PILL_RIGHT, QRect(0, 0, 900, 768)), "top right"),
    ],
    ids=["nothing", "pill", "pill there", "window right", "window low", "both"],
)
def test_it_covers_what_matters_least(kept: tuple[QRect, ...], chosen: str) -> None:
    assert corner(*kept) == chosen


def test_the_first_that_is_kept_counts_before_the_rest() -> None:
    left, above = QRect(0, 0, 980, 768), QRect(0, 0, 1366, 500)
    assert corner(left, above) == "bottom right"
    assert corner(PILL_RIGHT, left, above) == "top right"


def test_it_stands_inside_the_screen() -> None:
    found = QRect(free_corner(ROOM, CARD, ()), CARD)
    assert ROOM.contains(found)
    assert found.topLeft() != QPoint(0, 0)
    assert ROOM.right() - found.right() >= MARGIN_PX - 1


def test_it_leaves_a_taskbar_that_takes_no_room_in_sight() -> None:
    found = QRect(free_corner(ROOM, CARD, ()), CARD)
    assert ROOM.bottom() - found.bottom() >= 48
