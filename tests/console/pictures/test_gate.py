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


@pytest.mark.parametrize("name", list(BAD))
def test_S07_everything_else_is_turned_away(name: str) -> None:
    with pytest.raises(GateError, match=r"\.$"):
        check_jpeg(BAD[name], OVERVIEW)


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
