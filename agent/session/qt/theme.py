# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours and sizes of the house, light or dark as the desktop's palette is.

Source: docs/spec/indicator.md, "Anatomy". One accent, no red, no gradients.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QGuiApplication, QPalette

DARK_BELOW: Final = 128  # lightness of the desktop's window colour
YOUNG_FACTOR: Final = 1.3


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for."""

    dark: bool
    bg: str
    surface: str
    sunken: str
    none: str
    line: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_line: str
    on_accent: str
    curtain: str


LIGHT: Final = Tokens(
    dark=False,
    bg="#F4F6F7",
    surface="#FFFFFF",
    sunken="#E9EDEF",
    none="#DFE4E7",
    line="#D5DBDF",
    control="#7C8790",
    text="#182026",
    text2="#46525B",
    text3="#58646D",
    accent="#0B6374",
    accent_hover="#084E5C",
    accent_soft="#DDEFF2",
    accent_line="#4F8E9B",
    on_accent="#FFFFFF",
    curtain="#E6EFF1",
)
DARK: Final = Tokens(
    dark=True,
    bg="#13171A",
    surface="#1B2024",
    sunken="#252B30",
    none="#2B3238",
    line="#353E45",
    control="#7E8A94",
    text="#E9EDF0",
    text2="#B9C2C9",
    text3="#A2ADB6",
    accent="#73C9D8",
    accent_hover="#8FD8E4",
    accent_soft="#16343B",
    accent_line="#3F8794",
    on_accent="#06262C",
    curtain="#16262B",
)


def tokens() -> Tokens:
    """Give the colours that fit the desktop now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < DARK_BELOW else LIGHT


def colour(token: str) -> QColor:
    """Give a token as Qt wants it."""
    return QColor(token)
