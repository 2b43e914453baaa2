# SPDX-License-Identifier: GPL-3.0-or-later
"""Two real TLS ends on loopback, for tests of the outer doors."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from protocol.aio import tls
from protocol.aio.link import Link
from protocol.aio.stream import Listening, dial, listen
from protocol.identity import Role
from tests.fakes.certificates import Holder
from tests.fakes.wire import laptop, school, teacher

LOOPBACK = "127.0.0.1"


def context(
    folder: Path, holder: Holder, *, server: bool, trusts: bytes | None = None
) -> ssl.SSLContext:
    """Make the context of one end; it trusts the CA of the other role."""
    ours = school()
    other = ours.teachers_ca if holder.role is Role.DEVICE else ours.devices_ca
    certificate, key = holder.write(folder, f"{holder.role}-{server}")
    return tls.context(certificate, key, trusts or other.pem, server=server)


@dataclass(frozen=True, slots=True)
class Ends:
    """A laptop that listened and a teacher who dialled it."""

    agent: Link
    console: Link
    listening: Listening


@asynccontextmanager
async def ends(folder: Path) -> AsyncIterator[Ends]:
    """Connect the two, and clean up behind the test."""
    came: asyncio.Queue[Link] = asyncio.Queue()
    done = asyncio.Event()

    async def on_link(link: Link) -> None:
        came.put_nowait(link)
        await done.wait()

    ours = context(folder, laptop(), server=True)
    listening = await listen(LOOPBACK, 0, ours, Role.TEACHER, on_link)
    theirs = context(folder, teacher(), server=False)
    console = await dial(LOOPBACK, listening.port, theirs, Role.DEVICE)
    try:
        yield Ends(await came.get(), console, listening)
    finally:
        done.set()
        console.cut()
        await listening.close()


class Deaf:
    """A console that reads nothing until it is told to."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader

    async def all(self) -> bytes:
        """Read everything that ever arrives."""
        got = b""
        try:
            while data := await self._reader.read(65_536):
                got += data
        except (OSError, ssl.SSLError):
            return got
        return got


@asynccontextmanager
async def deaf(folder: Path) -> AsyncIterator[tuple[Link, Deaf]]:
    """Connect a laptop and a console with a small, full window."""
    came: asyncio.Queue[Link] = asyncio.Queue()
    done = asyncio.Event()

    async def on_link(link: Link) -> None:
        came.put_nowait(link)
        await done.wait()

    ours = context(folder, laptop(), server=True)
    listening = await listen(LOOPBACK, 0, ours, Role.TEACHER, on_link)
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    sock.connect((LOOPBACK, listening.port))
    theirs = context(folder, teacher(), server=False)
    reader, writer = await asyncio.open_connection(
        sock=sock, ssl=theirs, server_hostname="", limit=1_024
    )
    try:
        yield await came.get(), Deaf(reader)
    finally:
        writer.transport.abort()
        done.set()
        await listening.close()
