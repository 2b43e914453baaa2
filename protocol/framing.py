# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one message ends and the next begins: a length, then that many bytes.

Source: docs/spec/wire.md "Frames".
"""

from protocol import constants as c
from protocol.errors import TooBigError


def framed(payload: bytes) -> bytes:
    """Put the length, 4 bytes big-endian, before a message."""
    return len(payload).to_bytes(c.LENGTH_PREFIX_BYTES, "big") + payload


class FrameBuffer:
    """Bytes as they come in; frames as they are whole.

    The cap may change between two frames: a stranger gets little room, a peer who
    proved itself gets more.
    """

    def __init__(self, cap_bytes: int) -> None:
        self.cap_bytes = cap_bytes
        self._waiting = bytearray()

    def feed(self, data: bytes) -> None:
        """Take bytes in the order they arrived."""
        self._waiting += data

    def next_frame(self) -> bytes | None:
        """Give the next whole frame without its length, or None while there is none.

        Raises:
            TooBigError: a length over the cap, said before any room is kept for it.
        """
        head = c.LENGTH_PREFIX_BYTES
        if len(self._waiting) < head:
            return None
        length = int.from_bytes(self._waiting[:head], "big")
        if length > self.cap_bytes:
            raise TooBigError(f"A frame of {length} bytes; {self.cap_bytes} may come.")
        if len(self._waiting) < head + length:
            return None
        frame = bytes(self._waiting[head : head + length])
        del self._waiting[: head + length]
        return frame

    def clear(self) -> None:
        """Forget what waits: behind a broken frame nothing has meaning."""
        self._waiting.clear()
