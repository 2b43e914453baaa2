# SPDX-License-Identifier: GPL-3.0-or-later
"""The small picture."""

import io
import random
from statistics import median

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from agent.session.overview import jpeg, median5, on_tile, overview
from agent.session.platform.base import Area, Plan, Rect
from agent.session.raster import raw
from protocol.constants import OVERVIEW_BYTES

PLAN = Plan(Area(0, Rect(0, 0, 1920, 1080), 1.0), 2, 192, 108)
PILL = Rect(700, 8, 400, 48)


def noise(width: int, height: int, seed: int = 0) -> Image.Image:
    chance = random.Random(seed)
    return Image.frombytes("RGB", (width, height), chance.randbytes(width * height * 3))


def middle(image: Image.Image, x: int, y: int) -> int:
    """Do the same slowly: across, then down, one px at a time."""

    def row(at: int) -> float:
        px = [image.getpixel(((x + k) % image.width, at)) for k in range(-2, 3)]
        return median(p for p in px if isinstance(p, int | float))

    return int(median(row((y + k) % image.height) for k in range(-2, 3)))


@given(st.integers(0, 1000), st.integers(0, 11), st.integers(0, 8))
def test_R27_the_median_is_the_median(seed: int, x: int, y: int) -> None:
    image = noise(12, 9, seed).convert("L")
    assert median5(image).getpixel((x, y)) == middle(image, x, y)


def test_it_is_baseline_jpeg_with_half_the_colour() -> None:
    data = overview(raw(noise(192, 108)), PLAN, PILL, 50)
    assert data[:2] == b"\xff\xd8"
    assert b"\xff\xc0" in data
    assert b"\xff\xc2" not in data
    start = data.index(b"\xff\xc0")
    components = [data[start + 10 + 3 * k + 1] for k in range(3)]
    assert components == [0x22, 0x11, 0x11]


def test_the_pill_is_flat_grey() -> None:
    data = overview(raw(Image.new("RGB", (192, 108), "#ffffff")), PLAN, PILL, 90)
    image = Image.open(io.BytesIO(data)).convert("RGB")
    pixel = image.getpixel((90, 3))
    assert isinstance(pixel, tuple)
    assert all(abs(part - 128) < 8 for part in pixel)


def test_the_grey_covers_every_px_the_pill_touches() -> None:
    assert on_tile(PILL, PLAN) == (69, 0, 112, 7)


def test_the_grey_stays_inside_the_tile() -> None:
    assert on_tile(Rect(0, 0, 1920, 1080), PLAN) == (0, 0, 192, 108)


def test_the_pills_words_leave_no_trace_outside_the_grey() -> None:
    plain = noise(192, 108)
    written = plain.copy()
    written.paste((255, 0, 0), (71, 1, 109, 5))
    one = overview(raw(plain), PLAN, PILL, 50)
    assert one == overview(raw(written), PLAN, PILL, 50)


def test_too_many_bytes_lower_the_quality() -> None:
    big = noise(240, 400)
    assert len(jpeg(big, 90, OVERVIEW_BYTES)) <= OVERVIEW_BYTES


def test_the_lowest_quality_is_the_end() -> None:
    assert len(jpeg(noise(64, 64), 20, 10)) > 10
