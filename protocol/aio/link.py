# SPDX-License-Identifier: GPL-3.0-or-later
"""One authenticated connection: bytes both ways, and two ways to end it.

Source: docs/spec/session.md "TLS"; docs/spec/wire.md "A no in mid-stream".
"""

import asyncio
import contextlib
import ssl
from asyncio.trsock import TransportSocket
from collections.abc import Callable
from typing import cast

from protocol import constants as c
from protocol.aio import outgoing, tls
from protocol.identity import Peer, Role, peer_from_certificate


def _nobody(_peer: Peer) -> None:
    """Penalise nobody: where we dialled, waiting is our own choice."""


class Link:
    """A TLS connection whose peer is known and has the right role."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        role: Role,
        *,
        dialled: bool,
        penalise: Callable[[Peer], None] = _nobody,
    ) -> None:
        """Take a connection whose handshake is done.

        Raises:
            CertificateError: the peer is not of this role, or speaks something else.
        """
        secured = cast("ssl.SSLObject", writer.get_extra_info("ssl_object"))
        self.peer_der = tls.peer_certificate(secured)
        self.peer = peer_from_certificate(self.peer_der, role)
        self.peer_address = str(writer.get_extra_info("peername")[0])
        self.own_address = str(writer.get_extra_info("sockname")[0])
        self.dialled = dialled
        self._reader = reader
        self._writer = writer
        self._socket = cast("TransportSocket", writer.get_extra_info("socket"))
        self._penalise = penalise

    async def read(self) -> bytes:
        """Wait for some bytes; b"" when the connection has ended, however it did."""
        try:
            return await self._reader.read(c.READ_BYTES)
        except OSError:
            return b""

    def write(self, data: bytes) -> None:
        """Send bytes; a peer that lets too many wait is cut off."""
        if not data or self._writer.is_closing():
            return
        self._writer.write(data)
        if self._writer.transport.get_write_buffer_size() > c.WRITE_WAITING_BYTES:
            self.cut()

    def has_unacked(self) -> bool:
        """Say whether something we sent may still be on its way; in doubt, yes."""
        if self._writer.is_closing():
            return True
        waiting = self._writer.transport.get_write_buffer_size()
        unacked = outgoing.unacked_bytes(self._socket)
        return waiting > 0 or unacked is None or unacked > 0

    def cut(self) -> None:
        """End it so that nothing on its way arrives; the peer sees a lost link."""
        with contextlib.suppress(OSError):
            outgoing.reset_on_close(self._socket)
            outgoing.take_back(self._socket)
        self._writer.transport.abort()

    def penalise(self) -> None:
        """Let this certificate wait before it may come back."""
        self._penalise(self.peer)

    async def drain(self) -> None:
        """Wait until there is room to write again, or the connection is lost."""
        with contextlib.suppress(OSError):
            await self._writer.drain()

    async def close(self) -> None:
        """End it in good order; after a short while, without."""
        self._writer.close()
        try:
            async with asyncio.timeout(c.FLUSH_S):
                await self._writer.wait_closed()
        except (OSError, TimeoutError):
            self._writer.transport.abort()
