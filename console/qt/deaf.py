# SPDX-License-Identifier: GPL-3.0-or-later
"""Deaf for a moment: what just came where something else stood takes no click or key.

Who was quicker than the window meant what stood there before.
"""

from typing import Final

from PySide6.QtCore import QElapsedTimer

DEAF_MS: Final = 400  # a second click or key of one hurried hand


class Deaf:
    """Counts from the last change of place."""

    def __init__(self) -> None:
        self._timer = QElapsedTimer()

    def begin(self) -> None:
        """Begin the moment anew."""
        self._timer.start()

    @property
    def lasts(self) -> bool:
        """Say whether the moment still lasts."""
        return self._timer.isValid() and not self._timer.hasExpired(DEAF_MS)
