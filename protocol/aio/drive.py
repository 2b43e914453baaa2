# SPDX-License-Identifier: GPL-3.0-or-later
"""The one pump between a Session and its Link, for both programs.

Wakes on bytes, on the session's deadline and on kick(). Source: docs/spec/session.md
"Driving a session".
"""

import asyncio
from collections.abc import Callable, Iterable

from protocol import constants as c
from protocol.aio.clock import boottime
from protocol.aio.link import Link
from protocol.events import SessionEnded, SessionEvent
from protocol.machine import State
from protocol.session import Session


class Pump:
    """One session over one link, until it has ended.

    The program calls kick() after it told the session something, so that the bytes
    leave before anything else happens.
    """

    def __init__(
        self,
        session: Session,
        link: Link,
        handle: Callable[[SessionEvent], None],
        clock: Callable[[], float] = boottime,
    ) -> None:
        """Join the parts; nothing runs yet.

        Args:
            session: link_up is the caller's to call, before run().
            link: a checked connection.
            handle: told each event in order; it may call the session and kick().
            clock: boot time in seconds.
        """
        self._session = session
        self._link = link
        self._handle = handle
        self._clock = clock
        self._changed = asyncio.Event()
        self._is_cut = False
        self._is_over = False  # SessionEnded is the last that is handed up

    async def run(self) -> None:
        """Pump until the session is CLOSED and its last word is written."""
        try:
            async with asyncio.TaskGroup() as both:
                reading = both.create_task(self._read())
                await self._keep_time()
                reading.cancel()
        except BaseException:
            self.cut()
            raise
        if not self._is_cut:
            await self._link.close()

    def kick(self) -> None:
        """Write what the session has to say, now; then look at its deadline again."""
        if not self._is_cut:
            self._link.write(self._session.data_to_send())
        self._changed.set()

    def cut(self) -> None:
        """End it so that nothing on its way arrives; the end is reported at once."""
        self._is_cut = True
        self._link.cut()
        self.report(self._session.lost(self._clock()))

    def report(self, events: Iterable[SessionEvent]) -> None:
        """Hand events to the program, then write what it answered.

        Also for the events a program gets when it ends a session itself, even from
        within `handle`: what was heard behind that is dropped.
        """
        for event in events:
            if self._is_over:
                break
            if isinstance(event, SessionEnded):
                self._is_over = True
                if event.cause.is_penalised:
                    self._link.penalise()
            self._handle(event)
        self.kick()

    async def _read(self) -> None:
        while data := await self._link.read():
            self.report(self._session.receive(data, self._clock()))
        self.report(self._session.lost(self._clock()))

    async def _keep_time(self) -> None:
        self.kick()
        while self._session.state is not State.CLOSED:
            self._changed.clear()
            if self._session.state is State.CLOSING:
                await self._flush()
                continue
            await self._wait()
            self.report(self._session.tick(self._clock()))

    async def _wait(self) -> None:
        deadline = self._session.deadline()
        left = c.WAKE_AT_LEAST_S if deadline is None else deadline - self._clock()
        try:
            async with asyncio.timeout(max(0.0, min(left, c.WAKE_AT_LEAST_S))):
                await self._changed.wait()
        except TimeoutError:
            return

    async def _flush(self) -> None:
        """Let the last word leave, but not for ever."""
        try:
            async with asyncio.timeout(c.FLUSH_S):
                await self._link.drain()
        except TimeoutError:
            self._link.cut()
        self.report(self._session.flushed(self._clock()))
