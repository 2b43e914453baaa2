# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking and making connections: whoever comes out of here is a checked peer.

Source: docs/spec/session.md "TLS" and "Penalties".
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from protocol import constants as c
from protocol.aio.clock import boottime
from protocol.aio.doorkeeper import Doorkeeper
from protocol.aio.link import Link
from protocol.errors import CertificateError, ProtocolError
from protocol.identity import Role

__all__ = ["Link", "Listening", "dial", "listen"]

_BACKLOG: Final = 128
_NO_FILES_PAUSE_S: Final = 0.2


def _anybody(_source: str) -> bool:
    """Let every address knock; its certificate decides."""
    return True


class Listening:
    """One open port. Close it, and everything that came through it ends."""

    def __init__(
        self,
        door: socket.socket,
        context: ssl.SSLContext,
        role: Role,
        on_link: Callable[[Link], Awaitable[None]],
        keeper: Doorkeeper,
        handshake_s: float,
    ) -> None:
        self.port: int = door.getsockname()[1]
        self._door = door
        self._context = context
        self._role = role
        self._on_link = on_link
        self._keeper = keeper
        self._handshake_s = handshake_s
        self._tasks: set[asyncio.Task[None]] = set()
        self._accepting = asyncio.create_task(self._accept())

    async def stop_accepting(self) -> None:
        """Shut the port; links that came through it live on."""
        self._accepting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._accepting
        self._door.close()

    async def close(self) -> None:
        """Shut the port and end every link that came through it."""
        await self.stop_accepting()
        tasks = set(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                sock, address = await loop.sock_accept(self._door)
            except OSError:  # no free file descriptor: let some be given back
                await asyncio.sleep(_NO_FILES_PAUSE_S)
                continue
            source = str(address[0])
            if self._keeper.admits(source):
                self._start(sock, source)
            else:
                sock.close()
            await asyncio.sleep(0)  # sock_accept does not pause while many wait

    def _start(self, sock: socket.socket, source: str) -> None:
        task = asyncio.create_task(self._serve(sock, source))
        self._tasks.add(task)
        task.add_done_callback(partial(self._finished, sock))

    def _finished(self, sock: socket.socket, task: asyncio.Task[None]) -> None:
        sock.close()  # where the task was cancelled before it began
        self._tasks.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            asyncio.get_running_loop().call_exception_handler(
                {"message": "A link's handler raised", "exception": fault}
            )

    async def _serve(self, sock: socket.socket, source: str) -> None:
        try:
            with self._keeper.knocking(source):
                link = await self._handshake(sock)
        except (OSError, ProtocolError):
            return
        try:
            if not self._keeper.is_waiting(link.peer):
                await self._on_link(link)
        finally:
            await link.close()

    async def _handshake(self, sock: socket.socket) -> Link:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(c.READ_BYTES)
        shell = asyncio.StreamReaderProtocol(reader)
        try:
            transport, _ = await loop.connect_accepted_socket(
                lambda: shell,
                sock,
                ssl=self._context,
                ssl_handshake_timeout=self._handshake_s,
                ssl_shutdown_timeout=c.FLUSH_S,
            )
        except BaseException:
            sock.close()
            raise
        writer = asyncio.StreamWriter(transport, shell, reader, loop)
        make = partial(Link, penalise=self._keeper.penalise)
        return _checked(make, reader, writer, self._role, dialled=False)


async def listen(  # noqa: PLR0913 -- four of them have a good default
    host: str,
    port: int,
    context: ssl.SSLContext,
    role: Role,
    on_link: Callable[[Link], Awaitable[None]],
    *,
    source_ok: Callable[[str], bool] = _anybody,
    clock: Callable[[], float] = boottime,
    handshake_s: float = c.TLS_HANDSHAKE_S,
) -> Listening:
    """Open a port for peers of one role.

    Args:
        host: the address of ours to listen on.
        port: 0 takes a free one.
        context: of protocol.aio.tls, made for a server.
        role: what the peers must be.
        on_link: gets each checked link; when it returns, the link is closed.
        source_ok: asked of each address before any handshake.
        clock: boot time in seconds.
        handshake_s: how long a stranger may take.

    Raises:
        OSError: the address is not ours, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    door.settimeout(0)
    keeper = Doorkeeper(source_ok, clock)
    return Listening(door, context, role, on_link, keeper, handshake_s)


async def dial(host: str, port: int, context: ssl.SSLContext, role: Role) -> Link:
    """Connect to a peer of one role.

    In TLS 1.3 a peer that refuses our certificate does so after this has returned:
    nobody is "connected" before the first message.

    Raises:
        OSError: nobody there, or no handshake (ssl.SSLError and TimeoutError are such).
        CertificateError: somebody of another role, or of another program.
    """
    async with asyncio.timeout(c.DIAL_S):
        reader, writer = await asyncio.open_connection(
            host,
            port,
            limit=c.READ_BYTES,
            ssl=context,
            server_hostname="",
            ssl_handshake_timeout=c.TLS_HANDSHAKE_S,
            ssl_shutdown_timeout=c.FLUSH_S,
        )
    return _checked(Link, reader, writer, role, dialled=True)


def _checked(
    make: Callable[..., Link],
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    role: Role,
    *,
    dialled: bool,
) -> Link:
    try:
        return make(reader, writer, role, dialled=dialled)
    except CertificateError:
        writer.transport.abort()
        raise
