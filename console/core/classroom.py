# SPDX-License-Identifier: GPL-3.0-or-later
"""The classroom: one object, `handle(event, now) -> commands`.

It asks and remembers; it decides nothing about a pupil. Every limit here is courtesy:
the laptop holds the same limits, and a patched console gains nothing.

Source: docs/spec/tile.md; docs/spec/wire.md.
"""

from collections.abc import Callable
from typing import Any

from console.core import acts
from console.core import events as e
from console.core.answers import Answers
from console.core.arrivals import Arrivals
from console.core.beat import WINDOW_ALIVE_S
from console.core.chance import Chance
from console.core.commands import Command
from console.core.deeds import Deeds
from console.core.moment import Moment
from console.core.parts import make_parts
from console.core.pictures import Pictures
from console.core.register import Register
from console.core.room import Room
from console.core.showing import wall_view
from console.core.view import WallView
from console.core.words import NL, Words
from protocol.constants import WANTED_ACCESSES

Handler = Callable[[Any, Moment], list[Command]]


class Classroom:
    """Lesson, tiles, wishes, look, attention, hands and shares of one class."""

    def __init__(self, chance: Chance, words: Words = NL) -> None:
        self._room = Room(chance)
        self._parts = make_parts(self._room, words)
        self._register = Register(self._parts)
        self._deeds = Deeds(self._parts, self._register)
        self._answers = Answers(self._parts)
        self._arrivals = Arrivals(self._parts)
        self._pictures = Pictures(self._parts)
        self._window_alive_s = float("-inf")
        self._handlers = self._make_handlers()

    def handle(self, event: e.ClassroomEvent, now: Moment) -> list[Command]:
        """Take in one event and say what must be done, in order."""
        commands = self._handlers[type(event)](event, now)
        return commands + self._register.bell(now)

    def view(self, now: Moment) -> WallView:
        """Show everything as it is now."""
        past = self._register
        return wall_view(self._parts, past.summary, past.held, now)

    def deadline(self, now: Moment) -> float | None:
        """Say at which boot time a Ticked is due, though nothing else happens."""
        times = [self._parts.deadline(), self._register.bell_s(now)]
        return min((at for at in times if at is not None), default=None)

    def wanted(self, link: int, now: Moment) -> tuple[bytes, ...]:
        """List what the window still wants of this laptop, for the next Pong.

        A frozen window stops renewing: after 2 s without a sign of life it is nothing.
        """
        seat = self._room.seat_of_link(link)
        frozen = now.boot_s - self._window_alive_s > WINDOW_ALIVE_S
        if seat is None or frozen or not self._room.ledger_works:
            return ()
        look = self._parts.look.record
        looked = look.access if look and look.seat is seat else None
        accesses = (looked, seat.lock_access, seat.overview)
        return tuple(a for a in accesses if a is not None)[:WANTED_ACCESSES]

    @property
    def ledger_works(self) -> bool:
        """Say whether the teacher's record could be written, last time."""
        return self._room.ledger_works

    @property
    def wants_links(self) -> bool:
        """Say whether laptops of this class are to be found and dialled now."""
        return self._room.slot is not None and self._parts.lesson.links_wanted

    @property
    def devices(self) -> frozenset[bytes]:
        """Name the certificates' devices that belong on this wall."""
        devices = (seat.facts.device for seat in self._room.seats.values())
        return frozenset(device for device in devices if device is not None)

    def _acted(self, event: e.TeacherActed, now: Moment) -> list[Command]:
        if isinstance(event.act, acts.WindowAlive):
            self._window_alive_s = now.boot_s
            return []
        return self._deeds.do(event.act, now)

    def _ledger_failed(self, _: e.LedgerFailed, now: Moment) -> list[Command]:
        commands = [
            *self._parts.look.gone(now),
            *self._parts.overview.ledger_failed(now),
        ]
        self._parts.attention.forget()
        self._room.ledger_works = False
        return commands

    def _ledger_mended(self, _: e.LedgerMended, _now: Moment) -> list[Command]:
        self._room.ledger_works = True
        return []

    def _shares_recalled(self, event: e.SharesRecalled, _now: Moment) -> list[Command]:
        self._parts.shares.recalled(event.shares)
        return []

    def _ticked(self, _: e.Ticked, now: Moment) -> list[Command]:
        return self._parts.tick(now)

    def _make_handlers(self) -> dict[type, Handler]:
        return {
            e.TeacherActed: self._acted,
            e.PapersRead: self._register.papers_read,
            e.DialStarted: self._arrivals.dial_started,
            e.DialFailed: self._arrivals.dial_failed,
            e.LinkReady: self._arrivals.ready,
            e.LinkEnded: self._arrivals.ended,
            e.AcceptedHeard: self._answers.accepted,
            e.NotSharedHeard: self._answers.refused,
            e.DeclinedHeard: self._answers.declined,
            e.EndedHeard: self._answers.ended,
            e.AttentionHeard: self._answers.attention,
            e.HandHeard: self._answers.hand,
            e.PictureHeard: self._pictures.heard,
            e.PictureDecoded: self._pictures.decoded,
            e.PictureSpoiled: self._pictures.spoiled,
            e.LedgerFailed: self._ledger_failed,
            e.LedgerMended: self._ledger_mended,
            e.SharesRecalled: self._shares_recalled,
            e.Ticked: self._ticked,
        }
