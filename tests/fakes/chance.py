# SPDX-License-Identifier: GPL-3.0-or-later
"""Chance without chance: ids that count, and a jitter the test sets."""


class FakeChance:
    """Counts its ids from 1."""

    def __init__(self) -> None:
        self.last = 0
        self.next_jitter = 0.0

    def fresh_id(self) -> bytes:
        """Give the next number, in both halves of 16 bytes."""
        self.last += 1
        return self.last.to_bytes(8, "big") * 2

    def jitter(self) -> float:
        """Give what the test set."""
        return self.next_jitter
