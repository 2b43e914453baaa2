# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the small picture: one sees where somebody is, not what it says.

Source: docs/spec/pixels.md, "The small picture"; docs/rights.md R-27.
"""

import io
from typing import Final

from PIL import Image, ImageChops

from agent.session.platform.base import Pixels, Plan, Rect
from agent.session.raster import colour
from protocol.constants import OVERVIEW_BYTES

FLAT_GREY: Final = (128, 128, 128)
LOWEST_QUALITY: Final = 10
QUALITY_STEP: Final = 10
_REACH = (-2, -1, 1, 2)  # px either side that the median looks at


def overview(tile: Pixels, plan: Plan, pill: Rect, quality: int) -> bytes:
    """Make the JPEG of one monitor: pill flat grey, 5-median, baseline, 4:2:0.

    Args:
        tile: the reduced screen.
        plan: how it was reduced.
        pill: where the indicator stands, physical px of the desktop.
        quality: what the daemon asks; lowered when the bytes would be too many.
    """
    image = colour(tile).copy()
    box = on_tile(pill, plan)
    image.paste(FLAT_GREY, box)  # before: its words may not bleed through the median
    image = median5(image)
    image.paste(FLAT_GREY, box)  # after: the edge stays one edge
    return jpeg(image, quality, OVERVIEW_BYTES)


def on_tile(pill: Rect, plan: Plan) -> tuple[int, int, int, int]:
    """Give the px of the tile that the pill touches, one more on each side."""
    rect = plan.area.rect
    across, down = (
        plan.tile_width_px / rect.width_px,
        plan.tile_height_px / rect.height_px,
    )
    left, top = pill.x_px - rect.x_px, pill.y_px - rect.y_px
    return (
        max(0, int(left * across) - 1),
        max(0, int(top * down) - 1),
        min(plan.tile_width_px, int((left + pill.width_px) * across) + 2),
        min(plan.tile_height_px, int((top + pill.height_px) * down) + 2),
    )


def median5(image: Image.Image) -> Image.Image:
    """Take the middle of five px across, then of five down."""
    across = _middle(image, *(ImageChops.offset(image, k, 0) for k in _REACH))
    return _middle(across, *(ImageChops.offset(across, 0, k) for k in _REACH))


def _middle(
    e: Image.Image, a: Image.Image, b: Image.Image, c: Image.Image, d: Image.Image
) -> Image.Image:
    """Find the median of five by seven comparisons, each over whole pictures."""
    low, high = ImageChops.darker, ImageChops.lighter
    f = high(low(a, b), low(c, d))
    g = low(high(a, b), high(c, d))
    return high(low(f, g), low(e, high(f, g)))


def jpeg(image: Image.Image, quality: int, most_bytes: int) -> bytes:
    """Encode as baseline JPEG 4:2:0, with less quality until it fits."""
    while True:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, subsampling="4:2:0")
        if out.tell() <= most_bytes or quality <= LOWEST_QUALITY:
            return out.getvalue()
        quality = max(LOWEST_QUALITY, quality - QUALITY_STEP)
