# SPDX-License-Identifier: GPL-3.0-or-later
"""A cable between a console and a laptop that a test can pinch."""

import asyncio
import contextlib
import socket

NARROW_BYTES = 4_096
LOOPBACK = "127.0.0.1"


class Relay:
    """Carries bytes both ways; pinched, it takes nothing more from the laptop."""

    def __init__(self) -> None:
        self.from_laptop_bytes = 0
        self._open = asyncio.Event()
        self._open.set()
        self._lines: set[asyncio.Task[None] | None] = set()

    async def start(self, port: int) -> int:
        """Listen; gives the port that leads to the laptop's."""
        self._port = port
        self._server = await asyncio.start_server(self._serve, LOOPBACK, 0)
        return int(self._server.sockets[0].getsockname()[1])

    def pinch(self) -> None:
        """Read nothing of the laptop from now on: its window closes."""
        self._open.clear()

    def let_go(self) -> None:
        """Let the bytes flow again."""
        self._open.set()

    async def close(self) -> None:
        """End both ends."""
        self._server.close()
        lines = [line for line in self._lines if line is not None]
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)

    async def _serve(
        self, console_in: asyncio.StreamReader, console_out: asyncio.StreamWriter
    ) -> None:
        sock = socket.socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, NARROW_BYTES)
        sock.settimeout(0)
        await asyncio.get_running_loop().sock_connect(sock, (LOOPBACK, self._port))
        self._lines.add(asyncio.current_task())
        async with asyncio.TaskGroup() as both:
            both.create_task(self._up(console_in, sock))
            both.create_task(self._down(sock, console_out))

    async def _up(self, reader: asyncio.StreamReader, sock: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        with contextlib.suppress(OSError):
            while data := await reader.read(65_536):
                await loop.sock_sendall(sock, data)

    async def _down(self, sock: socket.socket, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        try:
            while True:
                await self._open.wait()
                data = await loop.sock_recv(sock, NARROW_BYTES)
                if not data:
                    return
                self.from_laptop_bytes += len(data)
                writer.write(data)
                await writer.drain()
        except OSError:
            return
        finally:
            sock.close()
            writer.close()
