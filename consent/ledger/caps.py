# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of a slot's limits was used, counted from lines, never from memory.

Source: docs/spec/ledger.md "Counting"; docs/rights.md R-25.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from consent import purpose as limits
from consent.purpose import Purpose

_COUNTED_AS_VIEW: Final = frozenset({Purpose.VIEW, Purpose.SHOW})


@dataclass(frozen=True, slots=True)
class Look:
    """One OPEN of a slot date with its CLOSE, as far as there is one."""

    purpose: Purpose
    access: str
    opened: datetime
    until: datetime
    closed: datetime | None = None
    seconds: int | None = None

    @property
    def counted_s(self) -> int:
        """Count its seconds; an unfinished look counts in full."""
        if self.seconds is not None:
            return self.seconds
        return max(0, round((self.until - self.opened).total_seconds()))


@dataclass(frozen=True, slots=True)
class Used:
    """What one slot date has used so far."""

    view_s: int = 0  # view and show, all teachers, refused asks included
    attention_times: int = 0
    attention_s: int = 0
    attention_ended: datetime | None = None


def used(looks: Iterable[Look], refused_looks: int) -> Used:
    """Count a slot date.

    Args:
        looks: its OPEN lines with their CLOSE lines.
        refused_looks: how many asks to view or show got a no.
    """
    held = tuple(looks)
    views = [look.counted_s for look in held if look.purpose in _COUNTED_AS_VIEW]
    locks = [look for look in held if look.purpose is Purpose.ATTENTION]
    ends = [look.until if look.closed is None else look.closed for look in locks]
    return Used(
        view_s=sum(views) + refused_looks * limits.VIEW_REFUSED_COUNTS_S,
        # A lock that goes on after a lost link keeps its id and is not a second one.
        attention_times=len({look.access for look in locks}),
        attention_s=sum(look.counted_s for look in locks),
        attention_ended=max(ends, default=None),
    )
