# SPDX-License-Identifier: GPL-3.0-or-later
"""Every pair of colours that is used can be read: WCAG 2, computed from the tokens."""

import re
from dataclasses import asdict

import pytest

from console.qt.tokens import DARK, LIGHT, Tokens

READ = 4.5
SEE = 3.0
GROUNDS = ("bg", "surface", "sunken", "none", "accent_soft", "curtain")
PAIRS = [
    *(("text", ground, READ) for ground in GROUNDS),
    *(("text2", ground, READ) for ground in GROUNDS),
    *(("text3", ground, READ) for ground in ("bg", "surface", "sunken")),
    *(
        ("accent", g, READ)
        for g in ("bg", "surface", "sunken", "accent_soft", "curtain")
    ),
    ("on_accent", "accent", READ),
    ("on_accent", "accent_hover", READ),
    ("on_ink", "ink", READ),
    ("control", "surface", SEE),
    ("control", "bg", SEE),
    ("accent", "none", SEE),
    ("accent_line", "surface", SEE),
    ("ink", "surface", SEE),
]


def luminance(color: str) -> float:
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_in_use_has_enough_contrast(
    tokens: Tokens, front: str, ground: str, least: float
) -> None:
    assert contrast(getattr(tokens, front), getattr(tokens, ground)) >= least


def test_contrast_is_the_formula_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_R60_no_token_is_red(tokens: Tokens) -> None:
    for color in asdict(tokens).values():
        assert re.fullmatch(r"#[0-9A-F]{6}", color)
        red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
        assert red <= max(green, blue) + 8
