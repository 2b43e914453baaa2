# SPDX-License-Identifier: GPL-3.0-or-later
"""The beat: guard, alarm and daemon hear that the one thread still turns.

The kernel's alarm ends the process even while C code holds the interpreter; the guard
ends it even when it is stopped. Waking is what idling costs: docs/adr/0151.
Source: docs/spec/indicator.md, "The guard".
"""

import faulthandler
import signal
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS: Final = 1_000
FROZEN_S: Final = 2.0


class Heart(QObject):
    """Beats each second."""

    def __init__(self, beat: Callable[[], None], alive: Callable[[int], None]) -> None:
        """Take whom to tell.

        Args:
            beat: to the guard.
            alive: to the daemon, with a count.
        """
        super().__init__()
        self._beat, self._alive = beat, alive
        self._count = 0
        # where it hangs goes to stderr, then the alarm's own way: the process ends
        faulthandler.register(signal.SIGALRM, chain=True)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin to beat."""
        self.tick()
        self._timer.start()

    def tick(self) -> None:
        """Beat once."""
        signal.setitimer(signal.ITIMER_REAL, FROZEN_S)
        self._beat()
        self._count += 1
        self._alive(self._count)

    def stop(self) -> None:
        """Beat no more: the session ends."""
        self._timer.stop()
        signal.setitimer(signal.ITIMER_REAL, 0)
