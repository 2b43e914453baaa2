# SPDX-License-Identifier: GPL-3.0-or-later
"""The two clocks and the chance of this machine, as the core wants them."""

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.core.moment import Moment
from protocol.constants import ID_BYTES


@dataclass(frozen=True, slots=True)
class Clocks:
    """Reads both clocks at once."""

    boot_s: Callable[[], float]
    wall: Callable[[], datetime]

    def moment(self) -> Moment:
        """Say what both clocks say now."""
        return Moment(self.boot_s(), self.wall())


class SystemChance:
    """Ids and jitter of the operating system."""

    def __init__(self) -> None:
        self._random = random.SystemRandom()

    def fresh_id(self) -> bytes:
        """Give 16 random bytes."""
        return secrets.token_bytes(ID_BYTES)

    def jitter(self) -> float:
        """Give a number in -1..1."""
        return self._random.uniform(-1.0, 1.0)
