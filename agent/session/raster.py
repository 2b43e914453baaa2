# SPDX-License-Identifier: GPL-3.0-or-later
"""Look at raw px as a Pillow picture, without copying them."""

from typing import cast

from PIL import Image

from agent.session.platform.base import Pixels


def colour(pixels: Pixels) -> Image.Image:
    """Give raw px in colour; the picture lives only as long as the px stay there."""
    size = (pixels.width_px, pixels.height_px)
    data = cast("bytes", pixels.data)  # Pillow's types leave out memoryview
    return Image.frombuffer("RGB", size, data, "raw", "BGRX", 0, 1)


def grey(pixels: Pixels) -> Image.Image:
    """Give the brightness of raw px, as a picture of its own."""
    return colour(pixels).convert("L")


def raw(image: Image.Image) -> Pixels:
    """Give a Pillow picture back as raw px."""
    data = image.convert("RGB").convert("RGBA").tobytes("raw", "BGRA")
    return Pixels(image.width, image.height, data)
