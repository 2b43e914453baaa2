# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the screen is off or locked: asked now and then, and before each picture."""

from collections.abc import Callable
from typing import Final

from agent.session.platform.base import GrabError

ASK_EACH_S: Final = 5.0


class Rest:
    """Remembers the last answer, so that idling does not ask each second."""

    def __init__(self, ask: Callable[[], bool], clock: Callable[[], float]) -> None:
        """Take whom to ask; it may raise GrabError, and then the screen rests."""
        self._ask, self._clock = ask, clock
        self._rests = False
        self._asked_s = float("-inf")

    def now(self) -> bool:
        """Ask anew."""
        self._asked_s = self._clock()
        try:
            self._rests = self._ask()
        except GrabError:
            self._rests = True
        return self._rests

    def lately(self, *, watched: bool) -> bool:
        """Give an answer of the last seconds.

        Args:
            watched: pictures are wanted; otherwise only an end of rest is looked for.
        """
        is_old = self._clock() - self._asked_s >= ASK_EACH_S
        if is_old and (watched or self._rests):
            return self.now()
        return self._rests
