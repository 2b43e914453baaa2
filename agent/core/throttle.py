# SPDX-License-Identifier: GPL-3.0-or-later
"""How often a picture leaves, and how old its pixels may be.

Source: docs/spec/access.md "One picture on its way".
"""

from dataclasses import dataclass, field
from typing import Final

FRAME_AGE_S: Final = 1.0
GAP_TOLERANCE_S: Final = 0.05  # two clocks' reading of one gap


@dataclass(slots=True)
class PictureLane:
    """One picture on its way at most, and of one screen never sooner than the gap."""

    gap_s: float
    out: int | None = None  # the number of the picture not yet taken
    _left_s: dict[int, float] = field(default_factory=dict)

    def is_free(self, screen: int, boot_s: float) -> bool:
        """Say whether a picture of this screen may leave now."""
        if self.out is not None:
            return False
        left_s = self._left_s.get(screen)
        return left_s is None or boot_s >= left_s + self.gap_s - GAP_TOLERANCE_S

    def leave(self, n: int, screen: int, boot_s: float) -> None:
        """Remember that picture n is on its way."""
        self.out = n
        self._left_s[screen] = boot_s

    def taken(self, n: int) -> bool:
        """Free the lane; say whether that was the picture on its way."""
        if self.out != n:
            return False
        self.out = None
        return True


def is_fresh(taken_ms: int, boot_s: float) -> bool:
    """Say whether pixels read at this boot time are still young enough to leave."""
    age_s = boot_s - taken_ms / 1000
    return 0 <= age_s < FRAME_AGE_S
