# SPDX-License-Identifier: GPL-3.0-or-later
"""Our icons."""

from importlib.resources import files

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from agent.session.qt import icons

NAMES = sorted(
    entry.name.removesuffix(".svg")
    for entry in files("agent.session.qt").joinpath("icons").iterdir()
    if entry.name.endswith(".svg")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_colour_asked(qtbot: QtBot, name: str) -> None:
    image = icons.pixmap(name, "#ff0000", 24).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert all(px.red() > 200 and px.green() < 60 for px in inked)


def test_a_small_icon_has_a_thicker_line(qtbot: QtBot) -> None:
    def ink(*, small: bool) -> int:
        image = QImage(48, 48, QImage.Format.Format_ARGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        icons.renderer("eye-open", "#000000", small=small).render(painter)
        painter.end()
        return sum(255 - byte for byte in bytes(image.constBits()))

    assert ink(small=True) > ink(small=False)


def test_an_icon_for_a_button_is_sharp_at_200_percent(qtbot: QtBot) -> None:
    made = icons.icon("hand", "#000000", 20)
    assert {size.width() for size in made.availableSizes()} == {20, 40}
