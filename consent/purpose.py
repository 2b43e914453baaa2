# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed list of powers and the ceilings no school can raise.

Source: docs/spec/decision.md "Ceilings"; docs/rights.md R-21, R-25, R-27, R-73.
"""

from enum import StrEnum
from typing import Final


class Purpose(StrEnum):
    """What a teacher may do to a pupil's laptop. There is nothing else."""

    OVERVIEW = "overview"
    VIEW = "view"
    SHOW = "show"
    ATTENTION = "attention"
    SHARE = "share"

    @property
    def is_picture(self) -> bool:
        """Say whether pixels leave the laptop: then the pupil's yes is needed."""
        return self in PICTURES


PICTURES: Final = frozenset({Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW})

OVERVIEW_WIDTH_PX: Final = 240
OVERVIEW_WIDTHS_PX: Final = (160, 192, 240)
OVERVIEW_GAP_S: Final = 1.0
OVERVIEW_SETTLED_S: Final = 1.0
OVERVIEW_AT_LEAST_EACH_S: Final = 10.0
OVERVIEW_S: Final = 15 * 60
VIEW_WIDTH_PX: Final = 1_280
VIEW_GAP_S: Final = 0.25
VIEW_NOTICE_S: Final = 3
VIEW_S: Final = 120
VIEW_SLOT_S: Final = 600  # per pupil and slot date, over all teachers, show included
VIEW_REFUSED_COUNTS_S: Final = 15
SHOW_PREVIEW_S: Final = 20
ATTENTION_S: Final = 600  # per slot date, in all
ATTENTION_TIMES: Final = 3  # per slot date
ATTENTION_GAP_S: Final = 60
ATTENTION_ALONE_S: Final = 120
OFFER_VIEW_S: Final = 120
OFFERS_PER_LESSON: Final = 2
SET_DAYS: Final = 7
CHARTER_DAYS: Final = 366
GUARDIAN_AGE: Final = 13
FLOOR_WEEKDAYS: Final = frozenset(range(5))  # Monday to Friday
FLOOR_FROM_HOUR: Final = 7
FLOOR_UNTIL_HOUR: Final = 18
