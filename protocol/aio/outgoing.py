# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kernel still holds of what we sent, and how to take it back.

Source: docs/spec/wire.md "A no in mid-stream".
"""

import ctypes
import socket
import struct
import sys
from asyncio.trsock import TransportSocket
from typing import Final

_SIOCOUTQ: Final = 0x5411  # Linux: bytes of a TCP socket not yet acknowledged
_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)
_NOBODY: Final = bytes(16)  # an address of family AF_UNSPEC


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


def take_back(sock: TransportSocket) -> None:
    """Throw away what is not acknowledged now, where the system can be asked to.

    A loop closes its socket one turn later, and a turn may wait for a disk: meanwhile
    the kernel would send on. A Linux TCP socket that is connected to nobody drops its
    queue and resets the peer at once; elsewhere the close has to do.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).connect(sock.fileno(), _NOBODY, len(_NOBODY))
