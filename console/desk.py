# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk: carries out what the classroom wants, one event at a time, on one thread.

No event is handled inside another: what a command provokes waits its turn.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from consent.documents.signed import SignedPaper, Signer
from consent.ledger.errors import LedgerError
from console.core import commands as c
from console.core import events as e
from console.core.classroom import Classroom
from console.core.ports import Screen
from console.core.view import Pixels, WallView
from console.ledger import heads
from console.ledger.outbox import Outbox
from console.ledger.page import Lesson, log_view
from console.ledger.record import Reader, Record
from console.link import LinkShell
from console.moments import Clocks
from console.papers import Given, Papers
from console.pictures.decoder import Decoder
from protocol.messages.link import ByeCode, PaperHeld
from protocol.messages.records import HeadsTaken, ShownHead

LOG = logging.getLogger(__name__)


class Desk:
    """Joins the classroom with links, record, outbox, decoder and window."""

    def __init__(
        self,
        *,
        screen: Screen,
        classroom: Classroom,
        record: Record,
        outbox: Outbox,
        papers: Papers,
        clocks: Clocks,
        language: str,
    ) -> None:
        self.classroom = classroom
        self.decoder = Decoder(self._decoded)
        self.clicked: Callable[[], None] = lambda: None
        self._listeners: list[Callable[[], None]] = []
        self._empty = asyncio.Event()
        self._empty.set()
        self.agrees = True
        self.colleagues_agree = True
        self._screen = screen
        self._record = record
        self._outbox = outbox
        self._papers = papers
        self._clocks = clocks
        self._language = language
        self._links: dict[int, LinkShell] = {}
        self._waiting: deque[e.ClassroomEvent] = deque()
        self._is_busy = False
        self._shown: WallView | None = None
        self._room: e.PapersRead = e.PapersRead(None, None)

    # --- events -----------------------------------------------------------------------

    def hear(self, event: e.ClassroomEvent) -> None:
        """Take in one event; everything it provokes is done when the queue is empty."""
        if isinstance(event, e.PapersRead):
            self._room = event
        self._waiting.append(event)
        if self._is_busy:
            return
        self._is_busy = True
        try:
            while self._waiting:
                now = self._clocks.moment()
                for command in self.classroom.handle(self._waiting.popleft(), now):
                    self._do(command)
        finally:
            self._is_busy = False
        self.show()
        for listener in self._listeners:
            listener()

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call this after each event."""
        self._listeners.append(listener)

    @property
    def shown(self) -> WallView | None:
        """What the window was given last."""
        return self._shown

    async def empty(self) -> None:
        """Wait until no connection is left."""
        await self._empty.wait()

    def show(self) -> None:
        """Give the window the wall, when it is not what it shows."""
        view = self.classroom.view(self._clocks.moment())
        if self._shown is None or replace(self._shown, now=view.now) != view:
            self._shown = view
            self._screen.show(view)

    # --- what connections ask (console.link.Room) -------------------------------------

    def wanted(self, link: int) -> tuple[bytes, ...]:
        """List what the window still wants of this laptop."""
        return self.classroom.wanted(link, self._clocks.moment())

    def class_id(self) -> str:
        """Name the class on the wall, or nothing."""
        return self._room.room.class_id if self._room.room else ""

    def newer_papers(self, held: tuple[PaperHeld, ...], device: str) -> list[Given]:
        """Choose the papers this laptop lacks."""
        return self._papers.newer_than(held, self.class_id(), device)

    def paper_came(self, paper: SignedPaper) -> None:
        """Take a paper that a laptop gave; the shelf judges it."""
        self._papers.accept([paper], self._clocks.wall())

    def dpo_key(self) -> bytes:
        """Give the raw public key of the school's DPO, or nothing without a trust."""
        trust = self._papers.shelf.trust
        return trust.key_of(Signer.DPO) if trust else b""

    def disagrees(self) -> None:
        """A laptop holds a head of our tree that we never had: say so, hide nothing."""
        self.agrees = False

    def compare(self, reader: Reader, shown: tuple[ShownHead, ...]) -> HeadsTaken:
        """Lay the heads that a laptop shows beside our own and others'.

        Raises:
            LedgerError: nothing could be kept, so nothing is answered.
        """
        trust = self._papers.shelf.trust
        authority = bytes.fromhex(trust.teachers_ca) if trust else b""
        said = heads.answer(self._record, reader, shown, self.class_id(), authority)
        self.agrees = self.agrees and said.ours_agree
        self.colleagues_agree = self.colleagues_agree and said.colleagues_agree
        return said.seen

    def joined(self, shell: LinkShell) -> None:
        """Know a connection by its number."""
        self._links[shell.number] = shell
        self._empty.clear()

    def left(self, shell: LinkShell) -> None:
        """Forget a connection that is over."""
        self._links.pop(shell.number, None)
        if not self._links:
            self._empty.set()

    def end_all(self, code: ByeCode) -> None:
        """Say goodbye to everyone."""
        for shell in list(self._links.values()):
            shell.end(code)

    def end_revoked(self, is_revoked: Callable[[str], bool]) -> None:
        """End links whose certificate was revoked while they were up."""
        for shell in list(self._links.values()):
            if is_revoked(shell.session.peer.fingerprint.hex()):
                shell.end(ByeCode.REVOKED)

    def probe_record(self) -> None:
        """Try whether the record and its disk work again, after they did not."""
        if self.classroom.ledger_works:
            return
        if self._record.is_readable() and self._outbox.is_writable():
            self.hear(e.LedgerMended())

    # --- commands ---------------------------------------------------------------------

    def _do(self, command: c.Command) -> None:
        match command:
            case c.Send():
                self._send(command)
            case c.EndLink():
                self._end(command)
            case c.Decode():
                self.decoder.offer(command)
            case c.Paint():
                self._screen.picture(command.pixels)
            case c.Drop():
                self.decoder.forget(command.pupil, large=command.large)
                self._screen.drop(command.pupil, command.large)
            case c.DialAgain():
                self.clicked()
            case c.ShowLog():
                self._show_log(command)
            case c.KeepShare() | c.ForgetShare():
                self._keep(command)

    def _send(self, command: c.Send) -> None:
        shell = self._links.get(command.link)
        if shell is None:
            return
        try:
            shell.send(command)
        except LedgerError:
            LOG.exception("The record could not be written")
            self._waiting.append(e.LedgerFailed())

    def _end(self, command: c.EndLink) -> None:
        shell = self._links.get(command.link)
        if shell is not None:
            shell.end(command.code)

    def _keep(self, command: c.KeepShare | c.ForgetShare) -> None:
        """An outbox that fails loses no law: what could not be kept is still sent."""
        try:
            if isinstance(command, c.KeepShare):
                self._outbox.keep(command.share)
            else:
                self._outbox.forget(command.share)
        except LedgerError:
            LOG.warning("The outbox could not be written")

    def _show_log(self, command: c.ShowLog) -> None:
        try:
            leaves = self._record.page(command.lesson) if command.lesson else []
        except LedgerError:
            leaves = []
            self._waiting.append(e.LedgerFailed())
        wall = self._clocks.wall()
        room = self._room.room
        lesson = Lesson(
            leaves,
            command.asks,
            agrees=self.agrees,
            colleagues_agree=self.colleagues_agree,
        )
        self._screen.log(log_view(lesson, room, self._language, wall))

    def _decoded(self, job: c.Decode, rgb: bytes | None) -> None:
        if rgb is None:
            self.hear(e.PictureSpoiled(job.link, job.access))
            return
        pixels = Pixels(job.pupil, job.large, job.width_px, job.height_px, rgb)
        self.hear(e.PictureDecoded(job.link, job.access, pixels))
