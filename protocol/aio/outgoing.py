# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kernel still holds of what we sent, and how to take it back.

Source: docs/spec/wire.md "A no in mid-stream".
"""

import socket
import struct
import sys
from asyncio.trsock import TransportSocket
from typing import Final

_SIOCOUTQ: Final = 0x5411  # Linux: bytes of a TCP socket not yet acknowledged
_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)


def unacked_bytes(sock: TransportSocket) -> int | None:
    """Count the bytes the peer has not acknowledged, or None where nobody can tell."""
    if sys.platform != "linux":
        return None
    import fcntl  # noqa: PLC0415 -- not on Windows

    answer = fcntl.ioctl(sock.fileno(), _SIOCOUTQ, bytes(4))
    return int.from_bytes(answer, sys.byteorder)


def reset_on_close(sock: TransportSocket) -> None:
    """Let closing throw away what is not acknowledged, instead of delivering it."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
