# SPDX-License-Identifier: GPL-3.0-or-later
"""What one click on Aandacht asks: the last reason and length, else the first listed.

The button shows it before it is clicked, so the purpose is stated and chosen at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from console.core.view import Choice
from console.qt.memory import LAST_ATTENTION_MINUTES, LAST_ATTENTION_REASON, Memory

CLASS_MINUTES: Final = (1, 2, 3, 5, 10)
ALONE_MINUTES: Final = (1, 2)
USUAL_MINUTES: Final = 2


@dataclass(frozen=True, slots=True)
class Usual:
    """A reason the pupils will read, and for how long."""

    reason: Choice
    minutes: int


def usual_attention(reasons: Sequence[Choice], memory: Memory) -> Usual | None:
    """Choose what one click asks of the whole class; None when no reason is listed."""
    last = memory.recall(LAST_ATTENTION_REASON)
    reason = next((r for r in reasons if r.code == last), next(iter(reasons), None))
    return None if reason is None else Usual(reason, _minutes(memory))


def _minutes(memory: Memory) -> int:
    kept = memory.recall(LAST_ATTENTION_MINUTES)
    return next((n for n in CLASS_MINUTES if str(n) == kept), USUAL_MINUTES)
