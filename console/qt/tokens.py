# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours, sizes and spaces of every window, each named for what it is for.

One accent, no red. The contrast of every pair used is computed in the tests.
Source: docs/spec/look.md.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, as #rrggbb."""

    bg: str
    surface: str
    sunken: str
    none: str  # the one grey of "no picture", whatever the cause
    line: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str  # someone looks, someone waits, the one main button
    accent_hover: str
    accent_soft: str
    accent_line: str
    on_accent: str
    ink: str  # attention: never the accent, for it is not looking
    on_ink: str
    curtain: str


LIGHT: Final = Tokens(
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
    ink="#182026",
    on_ink="#FFFFFF",
    curtain="#E6EFF1",
)
DARK: Final = Tokens(
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
    ink="#E9EDF0",
    on_ink="#13171A",
    curtain="#16262B",
)

HEADING_PX: Final = 17
BODY_PX: Final = 14
SMALL_PX: Final = 13
CAPTION_PX: Final = 12
RADIUS_PX: Final = 8
CARD_RADIUS_PX: Final = 12
ICON_PX: Final = 20
DRAWER_BELOW_PX: Final = 1_240  # the side panel becomes a drawer
TINY_BELOW_PX: Final = 860  # a laptop of 1366 px at 200 %
MORE_BELOW_PX: Final = 1_050  # only the main buttons stay, the rest is under "Meer"
