# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw px and pictures."""

from PIL import Image

from agent.session.platform.base import Pixels
from agent.session.raster import colour, grey, raw


def test_raw_px_are_blue_green_red() -> None:
    pixels = Pixels(1, 1, bytes((10, 20, 30, 0)))
    assert colour(pixels).getpixel((0, 0)) == (30, 20, 10)


def test_there_and_back_is_the_same() -> None:
    image = Image.new("RGB", (3, 2), (1, 2, 3))
    assert colour(raw(image)).tobytes() == image.tobytes()


def test_grey_is_brightness() -> None:
    assert grey(Pixels(1, 1, b"\xff\xff\xff\x00")).getpixel((0, 0)) == 255
