# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of one instant on their way out: one in flight, only what is new. Pure.

Source: docs/spec/pixels.md, "Sending".
"""

from dataclasses import dataclass, field
from typing import Final

from msgspec import structs

from protocol.messages.local import Frame, FrameSent

FRESH_S: Final = 0.8  # an older picture is taken anew: the daemon drops at 1 s


@dataclass(slots=True)
class Outbox:
    """What waits, what flies, and what each monitor last sent."""

    in_flight: Frame | None = None
    _waiting: list[Frame] = field(default_factory=list)
    _last: dict[int, bytes] = field(default_factory=dict)
    _number: tuple[bytes, int] = (b"", 0)

    @property
    def is_first(self) -> bool:
        """Say whether nothing has left yet."""
        return not self._last

    def put(self, frames: list[Frame]) -> None:
        """Take the pictures of a new instant; what has not changed is left out."""
        self._waiting = [
            frame for frame in frames if frame.data != self._last.get(frame.screen)
        ]

    def take(self, now: float) -> Frame | None:
        """Give the next picture to send, numbered; None when there is none.

        A picture that has grown old is not sent, and neither are those after it.
        """
        if self.in_flight is not None or not self._waiting:
            return None
        frame = self._waiting.pop(0)
        if now - frame.taken_ms / 1000 > FRESH_S:
            self._waiting.clear()
            return None
        access, number = self._number
        number = number + 1 if access == frame.access else 1
        self._number = (frame.access, number)
        frame = structs.replace(frame, n=number)
        self.in_flight = frame
        self._last[frame.screen] = frame.data
        return frame

    def answered(self, answer: FrameSent) -> Frame | None:
        """Note that the picture in flight arrived or was dropped; None: another one.

        A dropped picture counts as never sent.
        """
        frame = self.in_flight
        if frame is None or (answer.access, answer.n) != (frame.access, frame.n):
            return None
        self.in_flight = None
        if not answer.sent:
            self._last.pop(frame.screen, None)
        return frame

    @property
    def is_waiting(self) -> bool:
        """Say whether more pictures of this instant are to follow."""
        return bool(self._waiting)

    def clear(self) -> None:
        """Forget every picture; the count of an access goes on."""
        self.in_flight = None
        self._waiting.clear()
        self._last.clear()
