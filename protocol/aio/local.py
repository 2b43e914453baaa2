# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon's end of the local socket: one session, of the right account.

Source: docs/spec/local.md.
"""

import asyncio
import contextlib
import socket
import struct
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from protocol import constants as c
from protocol.codec import LocalMessage, decode_local, encode
from protocol.errors import MalformedError
from protocol.framing import FrameBuffer, framed
from protocol.messages.local import Refused

LOCAL_FRAME_BYTES: Final = c.PICTURE_BYTES + 4_096  # a whole Frame, in one piece
SOCKET_MODE: Final = 0o666  # whoever may connect is decided by uid, not by mode
_UCRED: Final = struct.Struct("3i")  # pid, uid, gid
_SECOND: Final = (
    "Inzage draait al in een ander venster. / Inzage is already running here."
)


class LocalLink:
    """One connected session: whole messages both ways."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._frames = FrameBuffer(LOCAL_FRAME_BYTES)
        self.pid, self.uid = peer_of(writer)

    async def read(self) -> LocalMessage | None:
        """Wait for a message; None when the session is gone.

        Raises:
            MalformedError: the session sent something else; close it.
        """
        while (frame := self._frames.next_frame()) is None:
            data = await self._some()
            if not data:
                return None
            self._frames.feed(data)
        return decode_local(frame)

    def write(self, message: LocalMessage) -> None:
        """Send a message; a session that lets too much wait is dropped."""
        if self._writer.is_closing():
            return
        self._writer.write(framed(encode(message)))
        if self._writer.transport.get_write_buffer_size() > c.WRITE_WAITING_BYTES:
            self.drop()

    def drop(self) -> None:
        """End it at once: grab off, curtain down on the other side."""
        self._writer.transport.abort()

    async def close(self) -> None:
        """End it after what was written has been read; who comes second waits not."""
        if self._writer.is_closing():
            return  # two who wait share one future, and a timeout of one cancels it
        self._writer.close()
        try:
            async with asyncio.timeout(c.FLUSH_S):
                await self._writer.wait_closed()
        except (OSError, TimeoutError):
            self.drop()

    async def _some(self) -> bytes:
        try:
            return await self._reader.read(c.PART_FRAME_BYTES)
        except OSError:
            return b""


class LocalServing:
    """The open local socket."""

    def __init__(
        self,
        path: Path,
        uid: Callable[[], int | None],
        on_session: Callable[[LocalLink], Awaitable[None]],
        on_second: Callable[[], None],
    ) -> None:
        self._path = path
        self._uid = uid
        self._on_session = on_session
        self._on_second = on_second
        self._server: asyncio.Server | None = None
        self._active: LocalLink | None = None

    async def start(self) -> None:
        """Open the socket; a dead one of before is put away first."""
        self._path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(self._connected, self._path)
        self._path.chmod(SOCKET_MODE)

    async def close(self) -> None:
        """Shut the socket and drop the session."""
        if self._server is None:
            return
        self._server.close()
        if self._active is not None:
            self._active.drop()
        await self._server.wait_closed()
        self._path.unlink(missing_ok=True)

    async def _connected(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        link = LocalLink(reader, writer)
        if link.uid != self._uid():
            link.drop()
        elif self._active is not None:
            await self._refuse(link)
        else:
            await self._serve(link)

    async def _refuse(self, link: LocalLink) -> None:
        link.write(Refused(_SECOND))
        self._on_second()
        await link.close()

    async def _serve(self, link: LocalLink) -> None:
        self._active = link
        try:
            with contextlib.suppress(MalformedError):
                await self._on_session(link)
        finally:
            self._active = None
            await link.close()


async def serve_local(
    path: Path,
    uid: int | Callable[[], int | None],
    on_session: Callable[[LocalLink], Awaitable[None]],
    *,
    on_second: Callable[[], None] = lambda: None,
) -> LocalServing:
    """Open the local socket for one session at a time.

    Args:
        path: of the socket.
        uid: the account that may connect, asked again at each connect when callable;
            None admits nobody.
        on_session: gets the session; when it returns, the session is closed.
        on_second: told when another session was refused, so that the first hears it.
    """
    asked = uid if callable(uid) else lambda: uid
    serving = LocalServing(path, asked, on_session, on_second)
    await serving.start()
    return serving


def peer_of(writer: asyncio.StreamWriter) -> tuple[int, int]:
    """Say the process and the account at the other end, as the kernel knows them."""
    sock = writer.get_extra_info("socket")
    raw = sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size)
    pid, uid, _gid = _UCRED.unpack(raw)
    return pid, uid
