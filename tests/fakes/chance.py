# SPDX-License-Identifier: GPL-3.0-or-later
"""Chance without chance: ids that count, and a jitter the test sets."""


class FakeChance:
    """Counts its ids from 1."""

    def __init__(self) -> None:
        self.last = 0
        self.next_jitter = 0.0

    def fresh_id(self) -> bytes:
        """Give the next number as 16 bytes."""
        self.last += 1
        return self.last.to_bytes(16, "big")

    def jitter(self) -> float:
        """Give what the test set."""
        return self.next_jitter
