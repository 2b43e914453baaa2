# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's end of the local socket; the one place here that opens a socket.

Never waits: Qt says when there is something to read. Source: docs/spec/local.md.
"""

import contextlib
import socket
from pathlib import Path
from typing import Final

from msgspec import Struct

from protocol.codec import LocalMessage, decode_local, encode
from protocol.errors import ProtocolError
from protocol.framing import FrameBuffer, framed

FRAME_BYTES: Final = 528_384  # a frame of this socket, whoever sends it
UNSENT_BYTES: Final = 2 * 1_048_576  # a daemon that reads this little is stuck
READ_BYTES: Final = 65_536


class PortClosedError(Exception):
    """The daemon is gone, stuck, or does not speak as agreed."""


class DaemonPort:
    """One connection to the daemon."""

    def __init__(self, path: Path) -> None:
        """Connect.

        Raises:
            PortClosedError: nobody listens there.
        """
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._buffer = FrameBuffer(FRAME_BYTES)
        self._unsent = bytearray()
        try:
            self._socket.connect(str(path))
            self._socket.setblocking(False)  # noqa: FBT003 -- its only form
        except OSError as error:
            self._socket.close()
            raise PortClosedError("Inzage's service does not answer.") from error

    def fileno(self) -> int:
        """Give what turns readable when the daemon spoke."""
        return self._socket.fileno()

    @property
    def unsent(self) -> bool:
        """Say whether bytes still wait until the socket takes them."""
        return bool(self._unsent)

    def read(self) -> list[LocalMessage]:
        """Give what the daemon said.

        Raises:
            PortClosedError: it hung up, or broke the rules of this socket.
        """
        try:
            data = self._socket.recv(READ_BYTES)
        except BlockingIOError:
            return []
        except OSError as error:
            raise PortClosedError("The local socket broke.") from error
        if not data:
            raise PortClosedError("Inzage's service hung up.")
        try:
            return self._messages(data)
        except ProtocolError as error:
            raise PortClosedError("Inzage's service spoke nonsense.") from error

    def _messages(self, data: bytes) -> list[LocalMessage]:
        self._buffer.feed(data)
        found = []
        while (frame := self._buffer.next_frame()) is not None:
            found.append(decode_local(frame))
        return found

    def send(self, message: Struct) -> None:
        """Say one thing.

        Raises:
            PortClosedError: the daemon is gone or does not read.
        """
        self.send_bytes(encode(message))

    def send_bytes(self, payload: bytes) -> None:
        """Say one thing that was encoded before.

        Raises:
            PortClosedError: the daemon is gone or does not read.
        """
        self._unsent += framed(payload)
        self.flush()
        if len(self._unsent) > UNSENT_BYTES:
            raise PortClosedError("Inzage's service does not read.")

    def flush(self) -> None:
        """Hand over what the socket takes now.

        Raises:
            PortClosedError: the daemon is gone.
        """
        try:
            while self._unsent:
                sent = self._socket.send(self._unsent)
                del self._unsent[:sent]
        except BlockingIOError:
            return
        except OSError as error:
            raise PortClosedError("The local socket broke.") from error

    def close(self) -> None:
        """Hang up."""
        with contextlib.suppress(OSError):
            self._socket.close()
