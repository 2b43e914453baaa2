# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection to one laptop: session events in, classroom events out.

The record comes before every answer: a receipt is on disk before it is proven, and a
command before it is sent. The tile is found by the certificate of this connection.

Source: docs/spec/session.md; docs/spec/wire.md.
"""

from datetime import datetime
from typing import Final, Protocol

from consent.documents.signed import SignedPaper
from consent.ledger.errors import ChainError, LedgerError
from console.core import events as e
from console.core.commands import Send
from console.ledger import sync
from console.ledger.record import Reader, Record
from console.moments import Clocks
from console.paper_post import Post, parts
from console.papers import Given
from protocol.aio.drive import Pump
from protocol.aio.link import Link
from protocol.codec import WireMessage
from protocol.errors import MalformedError
from protocol.events import (
    EndCause,
    Heard,
    HelloHeard,
    ReadyHeard,
    SessionEnded,
    SessionEvent,
    SyncHeard,
)
from protocol.machine import State
from protocol.messages import commands as wire
from protocol.messages.link import ByeCode, PaperHeld, Ping, Pong
from protocol.messages.papers import PaperGive
from protocol.messages.pictures import Picture, PictureTaken
from protocol.messages.records import (
    Erase,
    Erased,
    Heads,
    HeadsTaken,
    LogAsk,
    Receipt,
    ShownHead,
)
from protocol.pictures import Joiner
from protocol.session import Session

SCREENS: Final = 8


class Room(Protocol):
    """What a connection needs of the desk around it."""

    def hear(self, event: e.ClassroomEvent) -> None:
        """Take in what happened."""

    def wanted(self, link: int) -> tuple[bytes, ...]:
        """List what the window still wants of this laptop."""

    def class_id(self) -> str:
        """Name the class on the wall, or nothing."""

    def newer_papers(self, held: tuple[PaperHeld, ...], device: str) -> list[Given]:
        """Choose the papers this laptop lacks."""

    def paper_came(self, paper: SignedPaper) -> None:
        """Take a paper that a laptop gave."""

    def dpo_key(self) -> bytes:
        """Give the raw public key of the school's DPO."""

    def disagrees(self) -> None:
        """Hear that a laptop holds a head of our tree that we never had."""

    def compare(self, reader: Reader, shown: tuple[ShownHead, ...]) -> HeadsTaken:
        """Lay the heads that a laptop shows beside our own and others'."""


class LinkShell:
    """Runs one session over one connection until it ends."""

    def __init__(
        self,
        number: int,
        link: Link,
        session: Session,
        record: Record,
        room: Room,
        clocks: Clocks,
    ) -> None:
        self.number = number
        self.session = session
        self.ended: EndCause | None = None
        self.was_ready = False
        self._told_ready = False
        self._clocks = clocks
        self._record = record
        self._room = room
        self._reader = Reader(link.peer, b"")
        who = link.peer
        self._certificate = (who.fingerprint.hex(), who.id.hex(), link.peer_der)
        self._account = sync.Account(record, self._reader)
        self._theirs: tuple[PaperHeld, ...] = ()
        self._given = self._compared = False
        self._post = Post()
        self._joiners = tuple(Joiner() for _ in range(SCREENS))
        self._pump = Pump(session, link, self._handle, clocks.boot_s)

    @property
    def device(self) -> bytes:
        """The laptop's id, from its certificate."""
        return self._reader.peer.id

    async def run(self, papers: tuple[PaperHeld, ...]) -> None:
        """Speak until the session is over."""
        self.session.link_up(papers, self._clocks.boot_s())
        await self._pump.run()

    def end(self, code: ByeCode) -> None:
        """Say one last word and end."""
        self._pump.report(self.session.close(code, self._clocks.boot_s()))

    def send(self, command: Send) -> None:
        """Log a command, then send it with its proof.

        Raises:
            LedgerError: it is not logged, so it was not sent.
        """
        if self.session.state is not State.READY:
            return
        ping = self.session.newest_ping
        message = self._record.command(command, self._reader, ping, self._wall())
        self._say(message)

    def _handle(self, event: SessionEvent) -> None:
        try:
            self._react(event)
        except (ChainError, MalformedError):
            self.end(ByeCode.MALFORMED)
        except LedgerError:
            self._room.hear(e.LedgerFailed())

    def _react(self, event: SessionEvent) -> None:
        match event:
            case HelloHeard():
                self._record.heads.remember(*self._certificate)
                self._reader.nonce = event.hello.nonce
                self._theirs = event.hello.papers
            case SyncHeard():
                self._sync(event)
            case ReadyHeard():
                self.was_ready = True
                self._tell_ready()
            case SessionEnded():
                self.ended = event.cause
                self._room.hear(
                    e.LinkEnded(
                        self.number,
                        silent=event.cause is EndCause.SILENT,
                        superseded=event.cause is EndCause.SUPERSEDED,
                    )
                )
            case Heard():
                self._heard(event.message)
            case _:
                return

    def _tell_ready(self) -> None:
        """Say that this laptop is ready, once a first ping can be named.

        A command names the newest ping; one that names none is a replay to the laptop.
        """
        if self.was_ready and not self._told_ready and self.session.newest_ping:
            self._told_ready = True
            self._room.hear(e.LinkReady(self.number, self.device))

    def _heard(self, message: WireMessage) -> None:
        match message:
            case Ping():
                self._say(Pong(message.n, self._room.wanted(self.number)))
                self._tell_ready()
            case Receipt():
                self._keep(message.entry)
            case LogAsk():
                self._say(sync.copy(self._record, self._reader, message))
            case Heads():
                self._compare(message)
            case Picture():
                self._picture(message)
            case PaperGive():
                self._paper(message)
            case Erase():
                self._erase(message)
            case _:
                self._answered(message)

    def _answered(self, message: WireMessage) -> None:
        number, room = self.number, self._room
        match message:
            case wire.Accepted():
                if message.receipt is not None:
                    self._keep(message.receipt)
                room.hear(e.AcceptedHeard(number, message.seq))
            case wire.NotShared():
                room.hear(e.NotSharedHeard(number, message.seq))
            case wire.Declined():
                room.hear(e.DeclinedHeard(number, message.seq, message.code))
            case wire.Ended():
                room.hear(e.EndedHeard(number, message.access))
            case wire.Attention():
                room.hear(e.AttentionHeard(number, message.seq, message.state))
            case wire.Hand():
                room.hear(e.HandHeard(number, message.up, message.offer))
            case _:
                return

    def _compare(self, message: Heads) -> None:
        """Answer the heads a laptop shows, once: each costs proofs or a flush.

        Unanswered they would accuse this teacher, so a record that fails ends the link.
        """
        if self._compared:
            return
        self._compared = True
        try:
            self._say(self._room.compare(self._reader, message.heads))
        except LedgerError:
            self._room.hear(e.LedgerFailed())
            self.end(ByeCode.CLOSING)

    def _sync(self, event: SyncHeard) -> None:
        if not self._given:
            self._given = True
            for given in self._room.newer_papers(self._theirs, self.device.hex()):
                for part in parts(given):
                    self._say(part)
        answers = self._account.take(event.sync, self._room.class_id(), self._wall())
        if answers and not self._account.agrees:
            self._room.disagrees()
        for answer in answers:
            self._say(answer)

    def _keep(self, entry: wire.Entry) -> None:
        """The receipt is on disk before its proof exists."""
        klass = self._room.class_id()
        self._say(sync.logged(self._record, self._reader, entry, klass, self._wall()))

    def _picture(self, picture: Picture) -> None:
        """Acknowledge a whole picture always, then hand its bytes on."""
        if picture.screen >= SCREENS:
            raise MalformedError("A picture of a screen too many.")
        jpeg = self._joiners[picture.screen].add(picture)
        if jpeg is None:
            return
        self._say(PictureTaken(picture.access, picture.n))
        self._room.hear(
            e.PictureHeard(
                link=self.number,
                access=picture.access,
                screen=picture.screen,
                width_px=picture.width_px,
                height_px=picture.height_px,
                jpeg=jpeg,
            )
        )

    def _paper(self, part: PaperGive) -> None:
        paper = self._post.add(part)
        if paper is not None:
            self._room.paper_came(paper)

    def _erase(self, order: Erase) -> None:
        """Forget what the pupil or the DPO ordered, and say what is forgotten now."""
        gone = self._record.erase(
            order.leaves, order.sig, self._reader, self._room.dpo_key()
        )
        self._say(Erased(tuple(gone)))

    def _say(self, message: WireMessage) -> None:
        self.session.send(message, self._clocks.boot_s())
        self._pump.kick()

    def _wall(self) -> datetime:
        return self._clocks.wall()
