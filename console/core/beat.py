# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the console waits before it asks again, and other waits of its own."""

from typing import Final

from consent.timetable import CLOSES_AFTER_BELL
from console.core.chance import Chance
from console.core.moment import Moment

ASK_AGAIN_S: Final = 30.0
ASK_AGAIN_JITTER: Final = 0.25
WINDOW_ALIVE_S: Final = 2.0
LINKS_AFTER_LESSON_S: Final = CLOSES_AFTER_BELL.total_seconds()
SENTENCE_S: Final = 8.0


def ask_again_at(now: Moment, chance: Chance) -> float:
    """Say when a no may be asked again: 30 s on, a little uneven over the class."""
    return now.boot_s + ASK_AGAIN_S * (1 + ASK_AGAIN_JITTER * chance.jitter())


def is_due(at_s: float | None, now: Moment) -> bool:
    """Say whether a set time has come."""
    return at_s is not None and now.boot_s >= at_s


def earliest(times: list[float | None]) -> float | None:
    """Find the next of these times."""
    return min((at for at in times if at is not None), default=None)
