# SPDX-License-Identifier: GPL-3.0-or-later
"""Each icon that is named exists, and takes the colour asked."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

import console.qt
from console.qt.icons import icon, icon_pixmap

FOLDER = Path(str(files("console.qt"))) / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_paints_in_the_colour_asked(qapp: object, name: str) -> None:
    image = icon_pixmap(name, "#0B6374", 24, 2.0).toImage()
    assert image.width() == 48
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#0B6374"}


def test_an_icon_is_made_once_and_sharp(qapp: object) -> None:
    assert icon("hand", "#000000", 18) is icon("hand", "#000000", 18)
    sizes = icon("hand", "#000000", 18).availableSizes()
    assert max(size.width() for size in sizes) == 54


def test_every_icon_a_source_names_exists() -> None:
    named: set[str] = set()
    for source in Path(console.qt.__file__).parent.glob("*.py"):
        text = source.read_text("utf-8")
        named |= set(re.findall(r'icon_name="([a-z-]+)"', text))
        named |= set(re.findall(r'IconLabel\(theme, "([a-z-]+)"', text))
        named |= set(re.findall(r'Chip\("([a-z-]+)"', text))
    assert named
    assert named <= set(NAMES)
