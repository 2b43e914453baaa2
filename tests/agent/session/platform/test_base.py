# SPDX-License-Identifier: GPL-3.0-or-later
"""Rectangles and plans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.session.platform.base import Area, Rect, plan


def area(width: int = 1920, height: int = 1080, scale: float = 1.0) -> Area:
    return Area(0, Rect(0, 0, width, height), scale)


def test_a_rectangle_holds_what_lies_wholly_inside() -> None:
    pill = Rect(100, 8, 300, 48)
    assert pill.holds(pill)
    assert pill.holds(Rect(110, 10, 10, 10))
    for outside in ((99, 8), (100, 7), (391, 8), (100, 47)):
        assert not pill.holds(Rect(*outside, 10, 10))


@pytest.mark.parametrize(
    ("width", "scale", "asked", "tile"),
    [
        (1920, 1.0, 192, 192),
        (1920, 1.0, 500, 240),
        (1366, 1.0, 240, 170),
        (1920, 2.0, 240, 120),
        (3840, 2.0, 240, 240),
    ],
)
def test_R27_a_small_picture_keeps_to_the_ceiling_of_its_desktop(
    width: int, scale: float, asked: int, tile: int
) -> None:
    made = plan(area(width, 1080, scale), min(asked, 240), by_text_size=True)
    assert made.tile_width_px == tile


@pytest.mark.parametrize(
    ("width", "tile", "divisor"),
    [
        (1920, 1280, 1),
        (1366, 1280, 1),
        (1024, 1024, 1),
        (2560, 1280, 2),
        (3840, 1280, 2),
    ],
)
def test_a_large_picture_is_proven_in_full_when_half_would_be_too_small(
    width: int, tile: int, divisor: int
) -> None:
    made = plan(area(width, width * 9 // 16), 1280, by_text_size=False)
    assert (made.tile_width_px, made.divisor) == (tile, divisor)


@given(st.integers(16, 8000), st.integers(16, 8000), st.integers(1, 1280))
def test_a_tile_is_never_larger_than_its_base(
    width: int, height: int, asked: int
) -> None:
    made = plan(area(width, height), asked, by_text_size=False)
    base_width, base_height = made.base_size_px
    assert 1 <= made.tile_width_px <= base_width
    assert 1 <= made.tile_height_px <= max(1, base_height)
