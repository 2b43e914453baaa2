# SPDX-License-Identifier: GPL-3.0-or-later
"""Let countdowns run between two views: the view's own `now`, plus what went by since.

The window reads no clock of the world; it counts on from what the core said.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer


class WindowClock:
    """The time the window shows."""

    def __init__(self, elapsed_ms: Callable[[], int] | None = None) -> None:
        self._timer = QElapsedTimer()
        self._timer.start()
        self._elapsed_ms = elapsed_ms or self._timer.elapsed
        self._base: datetime | None = None
        self._base_ms = 0

    def set(self, now: datetime) -> None:
        """Take over the core's time."""
        self._base, self._base_ms = now, self._elapsed_ms()

    def now(self) -> datetime:
        """Say what time it is for the window.

        Raises:
            RuntimeError: nothing was shown yet (a bug of the caller).
        """
        if self._base is None:
            raise RuntimeError("The window asked the time before its first view")
        gone_ms = self._elapsed_ms() - self._base_ms
        return self._base + timedelta(milliseconds=gone_ms)
