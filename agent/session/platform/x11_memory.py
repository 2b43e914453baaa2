# SPDX-License-Identifier: GPL-3.0-or-later
"""One piece of memory shared with the X server, reused for every picture."""

import ctypes
from typing import Final

import xcffib
from xcffib import shm

from agent.session.platform.base import GrabError

IPC_CREAT_PRIVATE: Final = 0o1600
IPC_RMID: Final = 0
FAILED: Final = ctypes.c_void_p(-1).value

_libc = ctypes.CDLL(None, use_errno=True)
_libc.shmat.restype = ctypes.c_void_p
_libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
_libc.shmdt.argtypes = [ctypes.c_void_p]
_libc.shmget.argtypes = [ctypes.c_int, ctypes.c_size_t, ctypes.c_int]
_libc.shmctl.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_void_p]


class SharedMemory:
    """A segment attached here and in the server; freed when both let go."""

    def __init__(
        self, connection: xcffib.Connection, extension: shm.shmExtension, size: int
    ) -> None:
        """Make and attach it.

        Raises:
            GrabError: the system or the server gives none.
        """
        number = _libc.shmget(0, size, IPC_CREAT_PRIVATE)
        if number < 0:
            raise GrabError("This machine has no shared memory left.")
        self._address = _libc.shmat(number, None, 0)
        if self._address == FAILED:
            _libc.shmctl(number, IPC_RMID, None)
            raise GrabError("This machine's shared memory cannot be used.")
        try:
            self.id = connection.generate_id()
            extension.AttachChecked(self.id, number, read_only=False).check()
        except xcffib.XcffibException as error:
            _libc.shmdt(self._address)
            raise GrabError("The screen's program shares no memory.") from error
        finally:
            # marked at once: a crash of ours leaves nothing behind
            _libc.shmctl(number, IPC_RMID, None)
        self.size_bytes = size
        whole = (ctypes.c_ubyte * size).from_address(self._address)
        self._view: memoryview | None = memoryview(whole).cast("B")

    def first(self, size: int) -> memoryview:
        """Give the first bytes, as they are now."""
        if self._view is None:
            raise GrabError("The shared memory is closed.")
        return self._view[:size]

    def close(self) -> None:
        """Let go on this side; the server lets go with the connection."""
        if self._view is not None:
            self._view = None
            _libc.shmdt(self._address)
