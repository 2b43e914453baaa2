# SPDX-License-Identifier: GPL-3.0-or-later
"""Say whether a picture of the screen really shows the indicator, all of it, as it is.

Expected is the pill as we painted it, reduced like the base picture. Two reference
cells give gain and offset, so that tints and dimming do no harm; through them every
4x4 block must agree, words included. The other cells change with every state, so that
a picture of an older pill fails. Source: docs/spec/pixels.md, "The proof".
"""

from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageChops

from agent.session.platform.base import Pixels, Rect
from agent.session.raster import grey

GAIN_AT_LEAST: Final = 0.45  # share of the painted contrast that must be left
BLOCK_PX: Final = 4
BLOCK_OFF_AT_MOST: Final = 26  # of 255, mean of one block
FULL: Final = 255
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the base picture must show in the pill's rectangle."""

    image: Image.Image
    inside: Image.Image  # 255 where a whole block lies within the pill's outline
    ink: Box
    ground: Box
    ink_value: float
    ground_value: float

    def check(self, seen: Pixels | None) -> str:
        """Give "" when the pill is proven, else why not; never for the wire."""
        if seen is None:
            return "off screen"
        if (seen.width_px, seen.height_px) != self.image.size:
            return "size"
        got = grey(seen)
        ink, ground = _mean(got, self.ink), _mean(got, self.ground)
        gain = (ground - ink) / (self.ground_value - self.ink_value)
        if gain < GAIN_AT_LEAST:
            return f"contrast {gain:.2f}"
        return self._blocks(got, gain, ink - gain * self.ink_value)

    def _blocks(self, got: Image.Image, gain: float, offset: float) -> str:
        """Compare block by block, through what the references say of the light."""
        ramp = [max(0, min(FULL, round(gain * v + offset))) for v in range(FULL + 1)]
        wanted = self.image.point(ramp)
        off = ImageChops.difference(got, wanted).reduce(BLOCK_PX)
        worst = _number(ImageChops.darker(off, self.inside).getextrema()[1])
        return f"block {worst:.0f}" if worst > BLOCK_OFF_AT_MOST else ""


def expected(
    painted: Pixels, mask: Image.Image, cells: list[Rect], divisor: int
) -> Expected:
    """Reduce a painted pill as the base picture is reduced.

    Args:
        painted: the pill, physical px.
        mask: mode L, 255 where the window is opaque.
        cells: the inked and the empty reference cell, within the pill.
        divisor: of the base picture.

    Raises:
        ValueError: the two reference cells do not differ (a bug of the painter).
    """
    image = grey(painted).reduce(divisor)
    ink, ground = (_inner(cell, divisor) for cell in cells)
    ink_value, ground_value = _mean(image, ink), _mean(image, ground)
    if abs(ground_value - ink_value) < BLOCK_OFF_AT_MOST * 2:
        raise ValueError("the reference cells of the pill do not differ")
    return Expected(
        image, _whole_blocks(mask, divisor), ink, ground, ink_value, ground_value
    )


def _whole_blocks(mask: Image.Image, divisor: int) -> Image.Image:
    """Mark the blocks wholly inside the pill; its ragged rim is not compared."""
    whole = mask.reduce(divisor * BLOCK_PX)
    return whole.point([FULL * (value == FULL) for value in range(FULL + 1)])


def _inner(cell: Rect, divisor: int) -> Box:
    """Give a cell in base px without its rim."""
    left, top = cell.x_px // divisor + 1, cell.y_px // divisor + 1
    right = (cell.x_px + cell.width_px) // divisor - 1
    bottom = (cell.y_px + cell.height_px) // divisor - 1
    return left, top, right, bottom


def _mean(image: Image.Image, box: Box) -> float:
    one = image.resize((1, 1), Image.Resampling.BOX, box)
    return _number(one.getpixel((0, 0)))


def _number(value: object) -> float:
    """Narrow what Pillow types as one value or a tuple of them."""
    if isinstance(value, int | float):
        return float(value)
    raise TypeError("a grey image has one number per px")
