# SPDX-License-Identifier: GPL-3.0-or-later
"""The agent's pings: their numbers and when each left.

A lease counts from the departure of the ping a PONG names, not from the PONG's
arrival: bytes that lay ten seconds in a stopped console must not lengthen it.
Source: docs/spec/session.md "Ping and Pong".
"""

from collections import OrderedDict

from protocol import constants as c


class Pings:
    """The newest few pings of one session."""

    def __init__(self) -> None:
        self.newest = 0  # 0: none has left yet
        self._departed: OrderedDict[int, float] = OrderedDict()

    def depart(self, now: float) -> int:
        """Give the next ping its number, and remember when it left."""
        self.saw(self.newest + 1, now)
        return self.newest

    def saw(self, n: int, now: float) -> None:
        """Remember a ping by its number: a console does so when it hears one."""
        self.newest = n
        self._departed[n] = now
        if len(self._departed) > c.PINGS_REMEMBERED:
            self._departed.popitem(last=False)

    def departed(self, n: int) -> float | None:
        """Say when ping n left, or None if it never did or is long ago."""
        return self._departed.get(n)
