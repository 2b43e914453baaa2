# SPDX-License-Identifier: GPL-3.0-or-later
"""The gate: the one kind of picture an agent makes, and nothing near it."""

import io
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from console.pictures.gate import OVERVIEW, VIEW, GateError, check_jpeg
from tests.console.pictures.jpegs import corpus, jpeg

GOOD = jpeg()
BAD = corpus()
TOO_BIG = "The picture is too small or too big."
NOT_ONE = "The picture does not start and end as one JPEG."
SEGMENT = "The picture has a segment that is not allowed."
SIZE = "The picture is larger than its purpose allows."
COLOUR = "The picture is not 8-bit colour."
CODES = "A code table has a wrong length."
SCAN = "The picture is not one whole scan."
MARKER = "The picture has a marker in its scan."
WHY = {  # each by the first thing that is wrong, so that each check is tried alone
    TOO_BIG: ("empty", "short", "heavy", "png", "gif", "bmp", "tiff"),
    NOT_ONE: ("cut", "no start", "trailing", "webp", "eps", "fits", "j2k"),
    SEGMENT: (
        *("progressive", "arithmetic", "lossless", "cmyk"),
        *("exif", "comment", "profile", "no marker"),
    ),
    SIZE: ("wide", "high", "bomb", "no width", "no height"),
    COLOUR: ("grey", "12 bit", "long size", "one component said"),
    CODES: ("no code table", "cut code table"),
    SCAN: ("part of the spectrum", "fewer components", "longer scan header"),
    MARKER: ("marker in the scan", "two scans", "two pictures"),
    "A segment of the picture is cut off.": ("segment of one", "long segment"),
    "A code table is not a baseline one.": ("odd code table", "short code table"),
    "A code table is empty or too long.": ("empty code table", "cut in a table"),
    "A quantisation table has a wrong length.": ("short table", "no table"),
    "A quantisation table is not an 8-bit one.": ("16-bit table",),
    "A restart interval has a wrong length.": ("restart",),
    "Two components of the picture have one name.": ("one name twice",),
    "The picture is sampled in a way we do not use.": ("4:1:1", "a fourth table"),
    "The picture has no size.": ("no size",),
    "The picture has two sizes.": ("two sizes",),
    "The picture has too many segments.": ("many segments",),
}
EACH = [(name, why) for why, names in WHY.items() for name in names]


@pytest.mark.parametrize("subsampling", ["4:4:4", "4:2:2", "4:2:0"])
def test_what_an_agent_makes_passes(subsampling: str) -> None:
    data = jpeg(subsampling=subsampling, quality=20)
    assert check_jpeg(data, OVERVIEW) == (192, 108)


def test_restarts_and_optimised_tables_pass() -> None:
    assert check_jpeg(jpeg(optimize=True), OVERVIEW) == (192, 108)
    assert check_jpeg(jpeg(restart_marker_rows=1), OVERVIEW) == (192, 108)


def test_a_view_may_be_larger_than_a_small_picture() -> None:
    large = jpeg((1280, 720), quality=30)
    assert check_jpeg(large, VIEW) == (1280, 720)
    with pytest.raises(GateError):
        check_jpeg(large, OVERVIEW)


@pytest.mark.parametrize(("name", "why"), EACH, ids=[name for name, _ in EACH])
def test_S07_everything_else_is_turned_away(name: str, why: str) -> None:
    with pytest.raises(GateError) as turned_away:
        check_jpeg(BAD[name], OVERVIEW)
    assert str(turned_away.value) == why


def test_nothing_bad_is_left_untried() -> None:
    assert {name for name, _ in EACH} == set(BAD)


@settings(max_examples=400)
@given(
    at=st.integers(0, len(GOOD) - 1),
    cut=st.integers(0, 40),
    put=st.binary(max_size=40),
)
def test_S07_what_passes_after_a_change_stays_inside_the_limits(
    at: int, cut: int, put: bytes
) -> None:
    data = GOOD[:at] + put + GOOD[at + cut :]
    try:
        width, height = check_jpeg(data, OVERVIEW)
    except GateError:
        return
    assert 0 < width <= OVERVIEW.width_px
    assert 0 < height <= OVERVIEW.height_px
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _decode_or_fail_plainly(data, (width, height))


@given(st.binary(max_size=2_000))
def test_noise_never_passes(data: bytes) -> None:
    with pytest.raises(GateError):
        check_jpeg(data, OVERVIEW)


def _decode_or_fail_plainly(data: bytes, size: tuple[int, int]) -> None:
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            image.load()
            assert image.size == size
    except (OSError, SyntaxError, ValueError):
        return
