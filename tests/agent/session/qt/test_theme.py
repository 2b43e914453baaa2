# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours that everyone can read, light and dark."""

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from agent.session.qt.theme import DARK, LIGHT, Tokens, colour, tokens


def luminance(token: str) -> float:
    """WCAG 2.2, relative luminance."""
    made = QColor(token)
    parts = [made.redF(), made.greenF(), made.blueF()]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_R04_every_pair_in_use_is_readable(t: Tokens) -> None:
    for ground in (t.bg, t.surface, t.sunken, t.accent_soft, t.curtain):
        assert contrast(t.text, ground) >= 4.5
        assert contrast(t.text2, ground) >= 4.5
        assert contrast(t.accent, ground) >= 4.5
    assert contrast(t.on_accent, t.accent) >= 4.5
    assert contrast(t.control, t.surface) >= 3
    assert contrast(t.text, t.sunken) > 9  # proof cells
    assert contrast(t.on_accent, t.accent_hover) > 9


def test_the_desktops_palette_decides(qtbot: QtBot) -> None:
    before = QGuiApplication.palette()
    try:
        for window, wanted in (("#202020", DARK), ("#f0f0f0", LIGHT)):
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Window, QColor(window))
            QGuiApplication.setPalette(palette)
            assert tokens() is wanted
    finally:
        QGuiApplication.setPalette(before)


def test_a_token_is_a_colour() -> None:
    assert colour("#0B6374") == QColor(0x0B, 0x63, 0x74)
