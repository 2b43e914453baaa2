# SPDX-License-Identifier: GPL-3.0-or-later
"""When the service looks around: at its folders, its network and a broken log."""

from dataclasses import dataclass
from typing import Final

AGAIN_S: Final = 10.0  # when something wakes us anyway, and something mostly does
LATEST_S: Final = 11.5
SOON_S: Final = 1.0  # when the kernel tells of a network
MEND_S: Final = 2.0  # a broken log: all is back within 5 s of its healing


@dataclass(slots=True)
class Rounds:
    """The last look, and what makes the next one come sooner.

    Attributes:
        looked_s: when the last look was, in boot time.
        is_well: the log can be written.
        is_told: the network changed since.
    """

    looked_s: float
    is_well: bool = True
    is_told: bool = False

    def look(self, now_s: float) -> None:
        """Begin a look."""
        self.looked_s, self.is_told = now_s, False

    @property
    def from_s(self) -> float:
        """From then on, whatever wakes us has us look."""
        return self.looked_s + self._each_s(AGAIN_S)

    @property
    def latest_s(self) -> float:
        """By then we wake for it."""
        return self.looked_s + self._each_s(LATEST_S)

    def _each_s(self, well_s: float) -> float:
        if self.is_told:
            return SOON_S
        return well_s if self.is_well else MEND_S
