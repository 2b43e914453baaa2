# SPDX-License-Identifier: GPL-3.0-or-later
"""The beat: guard, alarm and daemon hear that the one thread still turns.

The kernel's alarm ends the process even while C code holds the interpreter; the guard
ends it even when it is stopped. Source: docs/spec/indicator.md, "The guard".
"""

import faulthandler
import signal
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS: Final = 500
FROZEN_S: Final = 2.0
BEATS_PER_ALIVE: Final = 2


class Heart(QObject):
    """Beats twice a second."""

    def __init__(self, beat: Callable[[], None], alive: Callable[[int], None]) -> None:
        """Take whom to tell.

        Args:
            beat: to the guard, each time.
            alive: to the daemon, each second, with a count.
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
        if self._count % BEATS_PER_ALIVE == 0:
            self._alive(self._count // BEATS_PER_ALIVE)

    def stop(self) -> None:
        """Beat no more: the session ends."""
        self._timer.stop()
        signal.setitimer(signal.ITIMER_REAL, 0)
