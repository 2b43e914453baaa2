# SPDX-License-Identifier: GPL-3.0-or-later
"""One picture in memory, for proof and tile alike."""

from PIL import Image

from agent.session.platform.base import Area, Pixels, Rect, plan
from agent.session.platform.whole import WholeShot, differs
from agent.session.raster import colour

SIZE = (400, 200)
AREA = Area(0, Rect(100, 0, *SIZE), 1.0)


def shot(width_px: int = 100) -> WholeShot:
    image = Image.new("RGB", SIZE, "#102030")
    image.paste("#ffffff", (40, 20, 80, 40))
    raw = image.convert("RGBA").tobytes("raw", "BGRA")
    return WholeShot(plan(AREA, width_px, by_text_size=False), SIZE, raw)


def test_a_cut_is_read_from_the_base() -> None:
    cut = shot().cut(Rect(140, 20, 40, 20))
    assert cut is not None
    assert (cut.width_px, cut.height_px) == (20, 10)
    assert colour(cut).getextrema() == ((255, 255), (255, 255), (255, 255))


def test_a_cut_off_this_monitor_or_between_px_is_none() -> None:
    assert shot().cut(Rect(0, 0, 40, 20)) is None
    assert shot().cut(Rect(141, 20, 40, 20)) is None


def test_a_cut_of_an_undivided_base_may_start_anywhere() -> None:
    assert shot(400).cut(Rect(141, 21, 39, 19)) is not None


def test_the_tile_shows_the_whole_monitor() -> None:
    tile = shot().tile()
    assert (tile.width_px, tile.height_px) == (100, 50)
    image = colour(tile)
    assert image.getpixel((2, 2)) == (0x10, 0x20, 0x30)
    assert image.getpixel((15, 7)) == (255, 255, 255)


def test_a_tile_as_large_as_the_base_is_the_base() -> None:
    assert shot(400).tile().width_px == 400


def test_differs_compares_bytes() -> None:
    one, other = Pixels(1, 1, b"abcd"), Pixels(1, 1, b"abce")
    assert differs(None, one)
    assert differs(one, other)
    assert not differs(one, Pixels(1, 1, memoryview(b"abcd")))
