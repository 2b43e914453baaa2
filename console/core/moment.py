# SPDX-License-Identifier: GPL-3.0-or-later
"""One reading of both clocks, taken by the shell and handed to the core."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """Durations count on boot time; the wall clock is for the bell and for eyes."""

    boot_s: float
    wall: datetime  # aware, UTC
