# SPDX-License-Identifier: GPL-3.0-or-later
"""When the service looks around: at its folders, its network and a broken log."""

from dataclasses import dataclass
from typing import Final

AGAIN_S: Final = 10.0  # when something wakes us anyway, and something mostly does
UNTOLD_S: Final = 5.0  # the same where no kernel tells of the network
SPARE_S: Final = 1.5  # so much later we wake for it
HURRY_S: Final = 2.0  # a broken log: all is back within 5 s of its healing


def rest_s(*, is_told: bool) -> float:
    """Say how long to rest after a look, where a kernel tells of the network or not."""
    return AGAIN_S if is_told else UNTOLD_S


@dataclass(slots=True)
class Rounds:
    """The last look, and when the next one comes.

    Attributes:
        looked_s: when the last look was, in boot time.
        again_s: how long after it the next one is welcome.
    """

    looked_s: float
    again_s: float = AGAIN_S

    def from_s(self, *, hurry: bool) -> float:
        """From then on, whatever wakes us has us look."""
        return self.looked_s + (HURRY_S if hurry else self.again_s)

    def latest_s(self, *, hurry: bool) -> float:
        """By then we wake for it."""
        return self.from_s(hurry=hurry) + (0.0 if hurry else SPARE_S)
