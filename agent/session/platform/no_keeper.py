# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop where Qt's own stay-on-top is all there is."""

from collections.abc import Sequence


class NoKeeper:
    """Keeps nothing; the proof alone says whether the pill is seen."""

    def fileno(self) -> int | None:
        """Give nothing to wait on."""
        return None

    def watch(self, window: int) -> None:
        """Do nothing."""

    def forget(self, window: int) -> None:
        """Do nothing."""

    def woke(self) -> None:
        """Do nothing."""

    def raise_all(self, below: Sequence[int] = ()) -> None:
        """Do nothing."""

    def covered(self) -> bool:
        """Say no: not known."""
        return False

    def resting(self) -> bool:
        """Say no: not known; a sleeping screen gives no new pixels to read."""
        return False

    def close(self) -> None:
        """Do nothing."""
