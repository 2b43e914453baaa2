# SPDX-License-Identifier: GPL-3.0-or-later
"""The pill's one picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from agent.session.eye import EyeFace, Look, Press
from agent.session.proof import expected
from agent.session.qt.pill_paint import (
    NONCE_BITS,
    Painted,
    font,
    layout,
    paint,
    step_px,
)
from agent.session.qt.theme import DARK, LIGHT, Tokens

FACES = [
    EyeFace("Niemand kijkt mee.", "Er is nu geen les.", "eye-closed", Look.QUIET),
    EyeFace("Niemand kijkt mee.", "Les wiskunde", "eye-closed", Look.OUTLINE),
    EyeFace(
        "Mevr. P ziet een klein beeld.", "x", "eye-half", Look.EDGE, Press.STOP, "Stop"
    ),
    EyeFace(
        "Mevr. P ziet alles.", "y", "eye-open", Look.FILLED, Press.STOP, "Stop", 0.6
    ),
]


def painted(
    face: EyeFace = FACES[2],
    tokens: Tokens = LIGHT,
    nonce: int = 0,
    ratio: float = 1.0,
    factor: float = 1.0,
) -> Painted:
    return paint(face, tokens, nonce, ratio, factor, 1300)


@pytest.mark.parametrize("face", FACES, ids=[f.look.value for f in FACES])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("divisor", [1, 2])
def test_every_look_can_be_proven(
    qtbot: QtBot, face: EyeFace, tokens: Tokens, divisor: int
) -> None:
    made = painted(face, tokens)
    wanted = expected(made.pixels, made.mask(), made.references(), divisor)
    assert abs(wanted.ink_value - wanted.ground_value) > 100


@given(st.integers(0, 2**NONCE_BITS - 1), st.integers(0, 2**NONCE_BITS - 1))
def test_two_nonces_are_two_pictures(one: int, other: int) -> None:
    same = painted(nonce=one).pixels.data == painted(nonce=other).pixels.data
    assert same == (one == other)


@given(st.floats(1.0, 4.0), st.sampled_from([1.0, 1.3]))
def test_the_grid_is_even_at_every_scale(ratio: float, factor: float) -> None:
    step = step_px(ratio, factor)
    assert step % 2 == 0
    assert abs(step - 8 * ratio * factor) <= 1


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_cells_stand_on_whole_px_of_a_half_base(qtbot: QtBot, ratio: float) -> None:
    made = painted(ratio=ratio)
    for cell in made.references():
        assert cell.x_px % 2 == cell.y_px % 2 == cell.width_px % 2 == 0
    assert made.image.width() % 2 == made.image.height() % 2 == 0


def test_young_pupils_get_a_larger_pill(qtbot: QtBot) -> None:
    assert painted(factor=1.3).image.height() > painted().image.height()


def test_long_words_are_shortened_never_the_pill_widened_for_ever(
    qtbot: QtBot,
) -> None:
    face = EyeFace("M" * 80, "w" * 140, "eye-half", Look.EDGE, Press.STOP, "Stop")
    assert layout(face, 1300).width <= 560
    assert layout(face, 360).width <= 400


def test_the_button_stands_where_it_is_painted(qtbot: QtBot) -> None:
    box = painted().layout.button
    assert box is not None
    assert painted(FACES[0]).layout.button is None
    assert painted(ratio=2.0).physical(box).width() == box.width() * 2


def test_the_ring_shows_the_time_left(qtbot: QtBot) -> None:
    full = EyeFace("a", "b", "eye-open", Look.FILLED, Press.STOP, "Stop", 1.0)
    half = EyeFace("a", "b", "eye-open", Look.FILLED, Press.STOP, "Stop", 0.5)
    none = EyeFace("a", "b", "eye-open", Look.FILLED, Press.STOP, "Stop", None)
    pictures = {painted(face).pixels.data for face in (full, half, none)}
    assert len(pictures) == 3


def test_text_keeps_the_system_font(qtbot: QtBot) -> None:
    assert font(13, strong=True).pixelSize() == 13
    assert font(13, strong=True).weight() > font(13).weight()
