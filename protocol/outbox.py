# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session still has to write: now, and at a due time.

Source: docs/spec/wire.md "When a no is said".
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from protocol.codec import WireMessage, encode
from protocol.framing import framed


@dataclass(slots=True)
class Outbox:
    """Bytes for now, and answers held until their time."""

    _bytes: bytearray = field(default_factory=bytearray)
    _held: list[tuple[float, WireMessage]] = field(default_factory=list)

    def put(self, message: WireMessage) -> None:
        """Write a message behind what waits."""
        self._bytes += framed(encode(message))

    def hold(self, message: WireMessage, due: float) -> None:
        """Keep a message until its due time; equal times leave in this order."""
        self._held.append((due, message))
        self._held.sort(key=lambda pair: pair[0])

    def release(self, now: float) -> None:
        """Write every message whose time has come."""
        while self._held and self._held[0][0] <= now:
            self.put(self._held.pop(0)[1])

    def drop_held(self, applies: Callable[[WireMessage], bool]) -> int:
        """Forget held messages, and say how many."""
        before = len(self._held)
        self._held = [pair for pair in self._held if not applies(pair[1])]
        return before - len(self._held)

    def drop_all(self) -> None:
        """Forget everything: an ending session says its last word only."""
        self._bytes.clear()
        self._held.clear()

    def next_due(self) -> float | None:
        """Say when the first held message must leave."""
        return self._held[0][0] if self._held else None

    def drain(self) -> bytes:
        """Give the bytes that must leave now, once."""
        data = bytes(self._bytes)
        self._bytes.clear()
        return data
