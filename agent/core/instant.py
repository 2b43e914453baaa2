# SPDX-License-Identifier: GPL-3.0-or-later
"""One reading of both clocks, made by the shell and handed to the core."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Instant:
    """Boot time counts durations, wall time says whether school is on.

    Attributes:
        boot_s: seconds since boot, suspend included; never set back by anybody.
        wall: aware UTC; may be wrong, and is checked before it is believed.
    """

    boot_s: float
    wall: datetime

    @property
    def apart_s(self) -> float:
        """How far the two clocks stand apart; it changes when one of them is set."""
        return self.wall.timestamp() - self.boot_s
