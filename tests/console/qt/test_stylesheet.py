# SPDX-License-Identifier: GPL-3.0-or-later
"""The style sheet is made of tokens alone."""

import re
from dataclasses import asdict

from console.qt.stylesheet import style_sheet
from console.qt.tokens import DARK, LIGHT


def test_every_colour_is_a_token() -> None:
    for tokens in (LIGHT, DARK):
        sheet = style_sheet(tokens)
        assert "$" not in sheet
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", sheet))
        assert used <= set(asdict(tokens).values())


def test_nothing_blinks_slides_or_fades() -> None:
    sheet = style_sheet(LIGHT)
    assert "gradient" not in sheet
    assert "animation" not in sheet
