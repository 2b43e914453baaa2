# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bar leaves out first where there is no room: words, then the panel's button.

Bedek, Schermen, Delen, Aandacht keep icon and word; Stop de les goes last of all.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Line(IntEnum):
    """How much is said beside the lesson's name."""

    NOTHING = 0
    LEFT = 1
    TIMES = 2
    WHOLE = 3


@dataclass(frozen=True, slots=True)
class BarForm:
    """One way to show the bar."""

    line: Line
    lesson_most_px: int
    hands: bool = True
    end: bool = True

    @property
    def more(self) -> bool:
        """Say whether something went under Meer."""
        return not (self.hands and self.end)


@dataclass(frozen=True, slots=True)
class BarNeeds:
    """How wide the parts of the bar would like to be."""

    room_px: int
    lesson_px: int
    lines_px: dict[Line, int]
    always_px: int  # what no form leaves out
    hands_px: int  # 0 where the panel stands beside the wall
    end_px: int
    more_px: int
    apart_px: int


NAME_PX: Final = 160
SHORT_NAME_PX: Final = 96
ANY_PX: Final = 10_000
FORMS: Final = (
    BarForm(Line.WHOLE, ANY_PX),
    BarForm(Line.TIMES, ANY_PX),
    BarForm(Line.TIMES, NAME_PX),
    BarForm(Line.LEFT, NAME_PX),
    BarForm(Line.NOTHING, NAME_PX),
    BarForm(Line.NOTHING, SHORT_NAME_PX),
    BarForm(Line.NOTHING, 0),
    BarForm(Line.NOTHING, 0, hands=False),
    BarForm(Line.NOTHING, 0, hands=False, end=False),
)


def choose_form(needs: BarNeeds) -> BarForm:
    """Take the fullest form that fits; the smallest when none does."""
    fits = (form for form in FORMS if width_px(form, needs) <= needs.room_px)
    return next(fits, FORMS[-1])


def width_px(form: BarForm, needs: BarNeeds) -> int:
    """Say how wide the bar is in this form."""
    parts = [
        min(needs.lesson_px, form.lesson_most_px),
        needs.lines_px[form.line],
        needs.hands_px if form.hands else 0,
        needs.end_px if form.end else 0,
        needs.more_px if form.more else 0,
    ]
    return needs.always_px + sum(part + needs.apart_px for part in parts if part)
