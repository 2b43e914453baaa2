# SPDX-License-Identifier: GPL-3.0-or-later
"""What the core may not make itself: fresh names and a little unevenness."""

from typing import Protocol


class Chance(Protocol):
    """Where fresh ids and jitter come from."""

    def fresh_id(self) -> bytes:
        """Give 16 random bytes that were never given before."""

    def jitter(self) -> float:
        """Give a number in -1..1, even over that range."""
