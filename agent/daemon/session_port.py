# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon's end of the local socket, as the core sees it.

Source: docs/spec/local.md.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from agent.core import events as e
from agent.daemon import seat
from protocol.aio.local import LocalLink, LocalServing, serve_local
from protocol.codec import LocalMessage
from protocol.messages import local

LOG = logging.getLogger("inzage.session")
Tell = Callable[[e.Event], None]


class SessionPort:
    """One session at a time, of the account that sits here."""

    def __init__(self, path: Path, uid: int | None, tell: Tell) -> None:
        """Remember where and whom.

        Args:
            path: of the socket.
            uid: the only account that may connect; None asks who sits here.
            tell: hears what the session says.
        """
        self._path = path
        self._uid = uid
        self._tell = tell
        self._serving: LocalServing | None = None
        self._link: LocalLink | None = None
        self._nobody = asyncio.Event()
        self._nobody.set()

    async def open(self) -> None:
        """Open the socket."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        uid = seat.active_uid if self._uid is None else self._uid
        self._serving = await serve_local(self._path, uid, self._serve)

    async def close(self) -> None:
        """Shut it; the session lowers everything by itself."""
        if self._serving is not None:
            await self._serving.close()
        await self._nobody.wait()

    def send(self, message: LocalMessage) -> None:
        """Say something, if somebody is here."""
        if self._link is not None:
            self._link.write(message)

    def drop(self) -> None:
        """End a session that is silent."""
        if self._link is not None:
            self._link.drop()

    async def _serve(self, link: LocalLink) -> None:
        first = await link.read()
        if not isinstance(first, local.Here):
            return
        self._link = link
        self._nobody.clear()
        LOG.info("a session is here")
        self._tell(e.SessionHere(first, seat.account_of(link.uid)))
        try:
            while (message := await link.read()) is not None:
                self._heard(message)
        finally:
            self._link = None
            LOG.info("the session is gone")
            self._tell(e.SessionLost())
            self._nobody.set()

    def _heard(self, message: LocalMessage) -> None:
        match message:
            case (
                local.Alive()
                | local.Answer()
                | local.Choice()
                | local.Click()
                | local.Curtain()
                | local.Frame()
                | local.LogAskLocal()
                | local.OfferGone()
                | local.Order()
                | local.ReadAsk()
            ):
                self._tell(e.SessionHeard(message))
            case _:
                self.drop()
