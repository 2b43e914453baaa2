# SPDX-License-Identifier: GPL-3.0-or-later
"""The consoles' connections: protocol events in, the core's words out.

Source: docs/spec/session.md; docs/spec/wire.md.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from agent.core import commands as c
from agent.core import events as e
from agent.daemon.given import Givens
from protocol import events as p
from protocol.aio.drive import Pump
from protocol.aio.link import Link
from protocol.codec import WireMessage
from protocol.machine import Side, State
from protocol.messages.commands import Ended
from protocol.messages.link import ByeCode, PaperHeld
from protocol.messages.papers import PaperGive
from protocol.messages.pictures import PictureTaken
from protocol.messages.records import Erased, HeadsTaken, LogCopy, Logged
from protocol.pictures import split
from protocol.session import Session
from protocol.twins import settle

LOG = logging.getLogger("inzage.link")
SOFTWARE: Final = "inzage-agentd 0.1"
LAST_WORD_S: Final = 2.0
Tell = Callable[[e.Event], None]
Spoken = (
    c.SendWire | c.SendAt | c.JudgeCommand | c.SendPicture | c.TellEnded | c.EndLink
)


@dataclass(slots=True)
class Connection:
    """One console's link with its session and its pump."""

    id: int
    link: Link
    session: Session
    pump: Pump
    ping: int = 0
    greeted: bool = False
    inside: bool = False  # the school's networks, as the core was last told
    ended: bool = False


class Connections:
    """All links that are open now."""

    def __init__(
        self,
        own_fingerprint: bytes,
        held: Callable[[], list[PaperHeld]],
        givens: Givens,
        on_network: Callable[[Link], bool],
        remember: Callable[[str, bytes], None],
        tell: Tell,
        clock: Callable[[], float],
    ) -> None:
        """Join the parts; nobody is here yet.

        Args:
            own_fingerprint: of our certificate.
            held: what papers we hold, asked anew for each Hello.
            givens: takes papers that consoles bring.
            on_network: whether a link runs inside the school.
            remember: keeps a teacher's certificate for the pack.
            tell: hears what happens.
            clock: boot time in seconds.
        """
        self._own_fingerprint = own_fingerprint
        self._held = held
        self._givens = givens
        self._on_network = on_network
        self._remember = remember
        self._tell = tell
        self._clock = clock
        self._open: dict[int, Connection] = {}
        self._count = 0
        self._nobody = asyncio.Event()
        self._nobody.set()

    async def serve(self, link: Link) -> None:
        """Run one connection to its end."""
        self._count += 1
        number = self._count
        session = Session(
            Side.AGENT,
            own_fingerprint=self._own_fingerprint,
            peer=link.peer,
            software=SOFTWARE,
            now=self._clock(),
            nonce=secrets.token_bytes(32),
        )
        pump = Pump(session, link, lambda event: self._heard(number, event))
        connection = Connection(number, link, session, pump)
        self._open[number] = connection
        self._nobody.clear()
        session.link_up(self._held(), self._clock())
        try:
            await pump.run()
        finally:
            self._end(connection)
            del self._open[number]
            if not self._open:
                self._nobody.set()

    async def gone(self) -> None:
        """Wait a moment until all links have said their last word."""
        try:
            async with asyncio.timeout(LAST_WORD_S):
                await self._nobody.wait()
        except TimeoutError:
            return

    def recheck_networks(self) -> None:
        """Look again whether each link runs inside the school."""
        for connection in list(self._open.values()):
            if not connection.greeted:
                continue
            inside = self._on_network(connection.link)
            if inside != connection.inside:
                connection.inside = inside
                self._tell(e.NetworkChanged(connection.id, inside))

    def bell(self) -> None:
        """End every link: the slot ended a minute ago."""
        for connection in list(self._open.values()):
            events = connection.session.slot_ended(self._clock())
            connection.pump.report(events)

    def do(self, command: Spoken) -> None:
        """Carry out one command of the core; a link that is gone hears nothing."""
        connection = self._live(command.link)
        if connection is None:
            return
        session, now_s = connection.session, self._clock()
        match command:
            case c.SendWire():
                session.send(command.message, now_s)
            case c.SendAt():
                session.send_at(command.message, command.due_s)
            case c.JudgeCommand():
                session.command_judged(command.seq, fresh=command.fresh)
            case c.SendPicture():
                self._send_picture(session, command, now_s)
            case c.TellEnded():
                self._tell_ended(connection, command)
            case c.EndLink():
                connection.pump.report(session.close(command.code, now_s))
        connection.pump.kick()

    def _send_picture(
        self, session: Session, command: c.SendPicture, now_s: float
    ) -> None:
        frame = command.frame
        parts = split(
            frame.access,
            frame.n,
            frame.screen,
            frame.width_px,
            frame.height_px,
            frame.data,
            overview=command.overview,
        )
        for part in parts:
            session.send(part, now_s)

    def _tell_ended(self, connection: Connection, command: c.TellEnded) -> None:
        """Say Ended; a picture that is still on its way is cut off with the link."""
        if command.picture_out and connection.link.has_unacked():
            connection.pump.cut()
        else:
            connection.session.send(Ended(command.access), self._clock())

    # --- the protocol's events

    def _heard(self, number: int, event: p.SessionEvent) -> None:
        connection = self._open.get(number)
        if connection is None:
            return
        self._note_ping(connection)
        match event:
            case p.WelcomeHeard():
                self._welcomed(connection, event)
            case p.SyncedHeard():
                self._tell(e.SyncedHeard(number, event.synced))
            case p.CommandHeard():
                self._tell(e.CommandHeard(number, event.command, event.arrived))
            case p.PongHeard():
                self._tell(e.PongHeard(number, event.wanted, event.departed))
            case p.Heard():
                self._other(connection, event.message)
            case p.SessionEnded():
                LOG.info("link %d ended: %s", number, event.cause)
                self._end(connection)
            case _:
                pass

    def _welcomed(self, connection: Connection, event: p.WelcomeHeard) -> None:
        if not self._wins(connection):
            return
        link = connection.link
        connection.greeted, connection.inside = True, self._on_network(link)
        self._remember(link.peer.fingerprint.hex(), link.peer_der)
        LOG.info("link %d: a console is here", connection.id)
        self._tell(
            e.ConsoleGreeted(
                connection.id,
                link.peer,
                event.welcome.instance,
                connection.session.nonce,
                connection.inside,
            )
        )

    def _wins(self, new: Connection) -> bool:
        """Settle with a twin: two live links of one certificate cannot be."""
        for old in list(self._open.values()):
            is_twin = old is not new and not old.ended
            if is_twin and old.link.peer.fingerprint == new.link.peer.fingerprint:
                loser = settle(new.session, old.session, self._clock())
                lost = new if loser.session is new.session else old
                lost.pump.report(loser.session.twin_found(loser.code, self._clock()))
        return not new.ended and new.session.state not in {
            State.CLOSING,
            State.CLOSED,
        }

    def _other(self, connection: Connection, message: WireMessage) -> None:
        match message:
            case PictureTaken() | Logged() | LogCopy() | Erased() | HeadsTaken():
                self._tell(e.WireHeard(connection.id, message))
            case PaperGive():
                answer = self._givens.add(connection.id, message)
                if answer is not None:
                    self.do(c.SendWire(connection.id, answer))
            case _:
                LOG.info("link %d said what is not taken here", connection.id)
                self.do(c.EndLink(connection.id, ByeCode.MALFORMED))

    def _note_ping(self, connection: Connection) -> None:
        newest = connection.session.newest_ping
        if newest != connection.ping and connection.greeted:
            connection.ping = newest
            departed = connection.session.ping_departed
            self._tell(e.PingLeft(connection.id, newest, departed))

    def _end(self, connection: Connection) -> None:
        if connection.ended:
            return
        connection.ended = True
        self._givens.forget(connection.id)
        if connection.greeted:
            self._tell(e.LinkEnded(connection.id))

    def _live(self, number: int) -> Connection | None:
        connection = self._open.get(number)
        if connection is None or connection.ended:
            return None
        is_live = connection.session.state in {State.SYNCING, State.READY}
        return connection if is_live else None
