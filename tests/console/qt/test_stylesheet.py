# SPDX-License-Identifier: GPL-3.0-or-later
"""The style sheet is made of tokens alone."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.qt.buttons import Button
from console.qt.stylesheet import style_sheet
from console.qt.theme import Theme
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


KINDS = ("plain", "main", "ink", "link", "icon", "row", "chip", "arrow")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("checked", [False, True])
def test_the_focus_is_seen_on_every_button(
    qtbot: QtBot, theme: Theme, kind: str, checked: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button, other = (Button(theme, "Doe", kind=kind, icon_name="hand") for _ in "ab")
    for one in (button, other):
        one.setCheckable(checked)
        one.setChecked(checked)
        column.addWidget(one)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != before
