# SPDX-License-Identifier: GPL-3.0-or-later
"""Pixels are scaled once per size, and overwritten when let go (R-69)."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from console.core.view import Pixels
from console.qt.held_picture import HeldPicture

MARK = QColor(61, 167, 27)


def marked(width: int = 32, height: int = 18) -> Pixels:
    rgb = bytes([MARK.red(), MARK.green(), MARK.blue()]) * width * height
    return Pixels("p", False, width, height, rgb)


def holds_mark(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y) == MARK
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_picture_is_made_once_per_size(qapp: object) -> None:
    held = HeldPicture(marked())
    first = held.at(QSize(64, 36), 1.0)
    assert first.cacheKey() == held.at(QSize(64, 36), 1.0).cacheKey()
    assert first.size() == QSize(64, 36)
    doubled = held.at(QSize(64, 36), 2.0)
    assert doubled.size() == QSize(128, 72)
    assert doubled.devicePixelRatio() == 2


def test_corners_are_round_and_the_middle_is_the_picture(qapp: object) -> None:
    made = HeldPicture(marked()).at(QSize(64, 36), 1.0)
    assert made.pixelColor(0, 0).alpha() == 0
    assert made.pixelColor(32, 18) == MARK


def test_a_tall_screen_keeps_its_shape(qapp: object) -> None:
    made = HeldPicture(marked(9, 32)).at(QSize(64, 36), 1.0)
    assert made.pixelColor(1, 18).alpha() == 0
    assert made.pixelColor(32, 18) == MARK


def test_wiping_leaves_no_pixel_of_the_picture(qapp: object) -> None:
    held = HeldPicture(marked())
    source, scaled = held.source(), held.at(QSize(64, 36), 1.0)
    assert holds_mark(source)
    assert holds_mark(scaled)
    del source, scaled
    held.wipe()
    assert held.source().isNull()
    assert held.at(QSize(64, 36), 1.0).isNull()
    held.wipe()


def test_pixels_of_a_wrong_size_are_a_bug(qapp: object) -> None:
    with pytest.raises(ValueError, match="width times their height"):
        HeldPicture(Pixels("p", False, 32, 18, b"short"))
