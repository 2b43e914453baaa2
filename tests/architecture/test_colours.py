# SPDX-License-Identifier: GPL-3.0-or-later
"""Pupil and teacher see one house: what the two sides each hold of it is the same."""

from dataclasses import asdict

import pytest

from agent.session.qt import theme
from console.qt import tokens

SIDES = [
    pytest.param(theme.LIGHT, tokens.LIGHT, id="light"),
    pytest.param(theme.DARK, tokens.DARK, id="dark"),
]
PUPILS_ALONE, TEACHERS_ALONE = {"dark"}, {"ink", "on_ink"}


@pytest.mark.parametrize(("pupil", "teacher"), SIDES)
def test_both_sides_name_the_same_colours(
    pupil: theme.Tokens, teacher: tokens.Tokens
) -> None:
    names = asdict(pupil).keys() - PUPILS_ALONE
    assert names == asdict(teacher).keys() - TEACHERS_ALONE


@pytest.mark.parametrize(("pupil", "teacher"), SIDES)
def test_a_colour_is_the_same_on_both_sides(
    pupil: theme.Tokens, teacher: tokens.Tokens
) -> None:
    theirs = asdict(teacher)
    other = {
        name: (colour, theirs[name])
        for name, colour in asdict(pupil).items()
        if name not in PUPILS_ALONE and colour != theirs[name]
    }
    assert other == {}
