# SPDX-License-Identifier: GPL-3.0-or-later
"""One alarm for all that is due; set anew as often as you like, it wakes nobody early.

A program that mostly rests pays for each waking. A timer that runs until something is
due that was put off meanwhile is a waking for nothing, after every beat of the session.
"""

import asyncio
from collections.abc import Callable


class Alarm:
    """Rings once at the moment that was set last."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Set nothing yet.

        Args:
            clock: boot time in seconds, as what is set.
        """
        self._clock = clock
        self._at_s: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._ringing = asyncio.Event()

    def set(self, at_s: float) -> None:
        """Ring then, and not when it was to ring before; the past rings at once."""
        if at_s == self._at_s:
            return
        self.stop()
        self._at_s = at_s
        delay_s = max(0.0, at_s - self._clock())
        self._timer = asyncio.get_running_loop().call_later(delay_s, self._ring)

    def stop(self) -> None:
        """Ring no more until it is set again."""
        if self._timer is not None:
            self._timer.cancel()
        self._at_s = self._timer = None

    async def rings(self) -> None:
        """Wait for it."""
        await self._ringing.wait()
        self._ringing.clear()

    def _ring(self) -> None:
        self._at_s = self._timer = None
        self._ringing.set()
