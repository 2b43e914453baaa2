# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state of a tile is painted, in light and dark, at 100 % and 200 %."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from console.qt.held_picture import HeldPicture
from console.qt.theme import Theme
from console.qt.tile_face import Chip, Ground, TileFace, Weight
from console.qt.tile_painter import (
    FOOT_PX,
    Marks,
    TilePainter,
    cell_height_px,
    picture_size,
)
from tests.fakes.worker import drawn

CELL = QRect(0, 0, 180, cell_height_px(180))
USUAL = TileFace("Jonas V.", "JV", Ground.PICTURE)
GREY = replace(USUAL, ground=Ground.NONE, sentence="geen beeld")
STATES = {
    "usual": USUAL,
    "grey": GREY,
    "hand": replace(USUAL, hand=True, framed=True, chip=Chip("hand", "1", accent=True)),
    "look": replace(USUAL, framed=True, chip=Chip("eye-open", "1:40", accent=True)),
    "curtain": replace(USUAL, ground=Ground.CURTAIN, sentence="aandacht getoond"),
    "asked": replace(
        USUAL, chip=Chip("clock"), sentence="gevraagd", weight=Weight.EXCEPTION
    ),
    "lost": replace(GREY, chip=Chip("away"), sentence="verbinding weg"),
}


def painted(
    theme: Theme, face: TileFace, scale: float = 1, marks: Marks | None = None
) -> QImage:
    image = QImage(CELL.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(theme.color("bg"))
    painter = QPainter(image)
    held = HeldPicture(drawn("p", 3))
    TilePainter(theme).paint(painter, CELL, face, held, marks or Marks())
    painter.end()
    return image


def colors(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.mark.parametrize("scale", [1, 2])
def test_each_state_is_told_from_each_other(theme: Theme, scale: float) -> None:
    images = {name: painted(theme, face, scale) for name, face in STATES.items()}
    for (one, first), (other, second) in product(images.items(), repeat=2):
        assert (one == other) == (first == second), (one, other)


def test_a_hand_paints_ground_and_frame(theme: Theme) -> None:
    tokens = theme.tokens
    assert {tokens.accent, tokens.accent_soft} <= colors(painted(theme, STATES["hand"]))
    usual = colors(painted(theme, USUAL))
    assert not {tokens.accent, tokens.accent_soft} & usual


def test_no_picture_paints_no_pixel_of_a_picture(theme: Theme) -> None:
    grey = painted(theme, GREY)
    middle = grey.pixelColor(20, 60)
    assert middle == QColor(theme.tokens.none)
    curtain = painted(theme, STATES["curtain"])
    assert curtain.pixelColor(20, 60) == QColor(theme.tokens.curtain)


def test_a_chosen_tile_has_a_frame_around_it(theme: Theme) -> None:
    chosen = painted(theme, USUAL, marks=Marks(chosen=True))
    walked = painted(theme, USUAL, marks=Marks(current=True))
    assert len({chosen.cacheKey(), walked.cacheKey()}) == 2
    assert chosen != painted(theme, USUAL)
    assert chosen != walked


def test_a_long_sentence_is_cut_inside_the_tile(theme: Theme) -> None:
    long = replace(GREY, sentence="verbinding weg " * 20, name="Naam " * 40)
    image = painted(theme, long)
    right = QRect(CELL.width() - 4, 0, 4, CELL.height())
    assert colors(image.copy(right)) == {theme.tokens.bg}


def test_a_sentence_that_is_cut_keeps_its_time(theme: Theme) -> None:
    said = "verbinding weg sinds heel lang geleden, 10:3{}"
    one, other = (painted(theme, replace(GREY, sentence=said.format(n))) for n in "17")
    assert one != other


def test_one_without_a_time_keeps_its_beginning(theme: Theme) -> None:
    said = "gevraagd, nog {} getoond op deze laptop"
    words = ("niet", "wel ")
    one, other = (painted(theme, replace(GREY, sentence=said.format(w))) for w in words)
    assert one != other


def test_a_picture_is_sixteen_to_nine(qapp: object) -> None:
    size = picture_size(176)
    assert (size.width(), size.height()) == (160, 90)
    assert cell_height_px(176) == 90 + FOOT_PX + 14
    assert picture_size(1).width() == 16
