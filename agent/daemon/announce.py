# SPDX-License-Identifier: GPL-3.0-or-later
"""The port of this laptop: open in lesson slots on school networks, announced, shut.

Source: docs/spec/mdns.md; docs/spec/access.md "The port".
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from agent.daemon import network
from agent.daemon.places import Places
from consent.ledger.certificate import pem_text
from consent.network import is_in
from consent.school import Door
from protocol.aio.link import Link
from protocol.aio.mdns import Announcer
from protocol.aio.stream import Listening, listen
from protocol.aio.tls import context
from protocol.identity import Role

LOG = logging.getLogger("inzage.port")
OnLink = Callable[[Link], Awaitable[None]]


class Port:
    """Listening and announcing, both or neither."""

    def __init__(
        self,
        places: Places,
        address: str,
        port: int,
        wanted: tuple[str, ...],
        on_link: OnLink,
    ) -> None:
        """Remember where to listen.

        Args:
            places: our certificate and its key.
            address: ours; 0.0.0.0 listens everywhere.
            port: 0 takes a free one.
            wanted: our addresses to announce on; empty = all inside the school.
            on_link: gets each checked connection.
        """
        self._places = places
        self._address, self._port = address, port
        self._wanted, self._on_link = wanted, on_link
        self._listening: Listening | None = None
        self._announcer: Announcer | None = None
        self._heard_on: list[str] = []
        self._turn = asyncio.Lock()

    @property
    def number(self) -> int:
        """Give the open port's number; 0 while it is shut."""
        return 0 if self._listening is None else self._listening.port

    async def open(self, door: Door) -> None:
        """Listen and announce; a machine outside the school listens unheard.

        Said again, it announces anew where our addresses are others by now.
        """
        async with self._turn:
            if self._listening is None:
                await self._listen(door)
            await self._announce(network.announce_on(door, self._wanted))

    async def _listen(self, door: Door) -> None:
        self._listening = await listen(
            self._address,
            self._port,
            context(
                self._places.certificate,
                self._places.tls_key,
                pem_text(door.teachers_ca),
                server=True,
            ),
            Role.TEACHER,
            self._on_link,
            source_ok=lambda source: _may_knock(source, door),
        )
        LOG.info("the port is open: %s %d", self._address, self._listening.port)

    async def _announce(self, interfaces: list[str]) -> None:
        """Announce there, under fresh names, unless we do."""
        if interfaces == self._heard_on:
            return
        await self._fall_silent()
        if interfaces:
            self._announcer = Announcer(interfaces, self.number)
            await self._announcer.start()
        self._heard_on = interfaces

    async def _fall_silent(self) -> None:
        announcer, self._announcer, self._heard_on = self._announcer, None, []
        if announcer is not None:
            await announcer.stop()

    async def close(self) -> None:
        """Stop announcing, then shut the port; its links have said goodbye before."""
        async with self._turn:
            await self._fall_silent()
            listening, self._listening = self._listening, None
            if listening is not None:
                await listening.close()
                LOG.info("the port is shut")


def _may_knock(source: str, door: Door) -> bool:
    """Let addresses inside the school's networks try; their certificate decides."""
    return is_in(source, door.cidrs)
