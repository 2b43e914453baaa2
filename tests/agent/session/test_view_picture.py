# SPDX-License-Identifier: GPL-3.0-or-later
"""The large picture."""

import io
import random

from PIL import Image

from agent.session.raster import raw
from agent.session.view_picture import view_picture
from protocol.constants import PICTURE_BYTES


def test_the_mark_stands_at_the_foot() -> None:
    tile = raw(Image.new("RGB", (64, 40), "#ffffff"))
    mark = Image.new("RGB", (64, 16), "#000000")
    image = Image.open(io.BytesIO(view_picture(tile, mark, 80))).convert("L")
    top, foot = image.getpixel((32, 4)), image.getpixel((32, 36))
    assert isinstance(top, int)
    assert isinstance(foot, int)
    assert top > 200
    assert foot < 50


def test_without_a_mark_nothing_is_drawn() -> None:
    tile = raw(Image.new("RGB", (16, 16), "#ffffff"))
    image = Image.open(io.BytesIO(view_picture(tile, None, 80))).convert("L")
    assert min(image.tobytes()) > 240


def test_the_worst_page_fits() -> None:
    size = (1280, 720)
    chance = random.Random(1)
    tile = raw(Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3)))
    assert len(view_picture(tile, None, 90)) <= PICTURE_BYTES
