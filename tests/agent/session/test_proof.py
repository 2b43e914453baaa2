# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof: what passes for our pill, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance

from agent.session.platform.base import Pixels, Rect
from agent.session.proof import Expected, expected
from agent.session.raster import raw

SIZE = (240, 48)
CELLS = [Rect(200, 8, 8, 8), Rect(208, 8, 8, 8)]


def pill(*, words: bool = True, nonce: bool = True) -> Image.Image:
    """Draw something like a pill."""
    image = Image.new("RGB", SIZE, "#ffffff")
    draw = ImageDraw.Draw(image)
    if words:
        for x in range(52, 180, 6):
            draw.rectangle((x, 10, x + 2, 22), fill="#182026")
    draw.rectangle((200, 8, 207, 15), fill="#182026")
    draw.rectangle((208, 8, 215, 15), fill="#e9edef")
    draw.rectangle((200, 16, 207, 23), fill="#182026" if nonce else "#e9edef")
    return image


def wanted(divisor: int = 2) -> Expected:
    mask = Image.new("L", SIZE, 0)
    ImageDraw.Draw(mask).rounded_rectangle((1, 1, 238, 46), 23, fill=255)
    return expected(raw(pill()), mask, CELLS, divisor)


def seen(image: Image.Image, divisor: int = 2) -> Pixels:
    return raw(image.reduce(divisor) if divisor > 1 else image)


@pytest.mark.parametrize("divisor", [1, 2])
def test_the_pill_as_painted_is_proven(divisor: int) -> None:
    assert wanted(divisor).check(seen(pill(), divisor)) == ""


def test_a_dimmed_pill_is_proven() -> None:
    dim = ImageEnhance.Brightness(pill()).enhance(0.6)
    assert wanted().check(seen(dim)) == ""


def test_too_little_contrast_is_no_proof() -> None:
    faint = Image.blend(Image.new("RGB", SIZE, "#808080"), pill(), 0.3)
    assert wanted().check(seen(faint)).startswith("contrast")


def test_D07_missing_words_are_no_proof() -> None:
    assert wanted().check(seen(pill(words=False))).startswith("block")


def test_D07_an_older_nonce_is_no_proof() -> None:
    assert wanted().check(seen(pill(nonce=False))).startswith("block")


def test_R02_off_screen_is_no_proof() -> None:
    assert wanted().check(None) == "off screen"


def test_another_size_is_no_proof() -> None:
    assert wanted().check(Pixels(10, 10, bytes(400))) == "size"


def test_a_black_screen_is_no_proof() -> None:
    assert wanted().check(seen(Image.new("RGB", SIZE))).startswith("contrast")


def test_what_lies_outside_the_outline_is_not_compared() -> None:
    image = pill()
    ImageDraw.Draw(image).rectangle((0, 0, 5, 5), fill="#ff0000")
    assert wanted().check(seen(image)) == ""


def test_equal_reference_cells_are_our_own_bug() -> None:
    mask = Image.new("L", SIZE, 255)
    with pytest.raises(ValueError, match="do not differ"):
        expected(raw(Image.new("RGB", SIZE)), mask, CELLS, 2)


@given(
    left=st.integers(24, 168),
    width=st.just(48),
    shade=st.sampled_from(["#336633", "#000000", "#808080", "#c00000"]),
)
def test_R02_D07_any_fifth_covered_is_no_proof(
    left: int, width: int, shade: str
) -> None:
    image = pill()
    ImageDraw.Draw(image).rectangle((left, 0, left + width, 47), fill=shade)
    assert wanted().check(seen(image)) != ""
