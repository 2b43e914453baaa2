# SPDX-License-Identifier: GPL-3.0-or-later
"""Laptops coming and going. A tile is found by the certificate, never by a word."""

from console.core.attention import link_lost
from console.core.commands import Command, EndLink
from console.core.events import DialFailed, DialStarted, LinkEnded, LinkReady
from console.core.moment import Moment
from console.core.overview import forget
from console.core.parts import Parts
from console.core.seat import LinkRecord, Seat
from console.core.wall import Answer, TileEvent, next_tile
from protocol.messages.link import ByeCode


class Arrivals:
    """What a link means for the tile and for what was asked over it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def dial_started(self, event: DialStarted, now: Moment) -> list[Command]:
        """The last known place of this laptop is being tried."""
        return self._hint(event.device, TileEvent.ADVERT_SEEN, now)

    def dial_failed(self, event: DialFailed, now: Moment) -> list[Command]:
        """Nobody of ours answered there."""
        return self._hint(event.device, TileEvent.DIAL_FAILED, now)

    def ready(self, event: LinkReady, now: Moment) -> list[Command]:
        """A laptop is there. One that is not on the roster is sent away politely."""
        seat = self._parts.room.seat_of_device(event.device)
        if seat is None:
            return [EndLink(event.link, ByeCode.CLOSING)]
        if seat.link is not None:
            return self._second(seat, event, now)
        commands = self._parts.room.step(seat, TileEvent.LINK_READY, now)[0]
        seat.link = LinkRecord(event.link)
        seat.superseded = False
        return commands + self._parts.lesson.tell(seat, now)

    def ended(self, event: LinkEnded, now: Moment) -> list[Command]:
        """A link is gone, and with it every access; wishes stay."""
        seat = self._parts.room.seat_of_link(event.link)
        if seat is None:
            return []
        kind = TileEvent.SILENT if event.silent else TileEvent.LINK_ENDED
        commands = self._parts.room.step(seat, kind, now)[0]
        seat.link = None
        seat.superseded = event.superseded
        forget(seat)
        link_lost(seat)
        return commands + self._parts.look.lost(seat, now)

    def _second(self, seat: Seat, event: LinkReady, now: Moment) -> list[Command]:
        """Only the laptop ends duplicates: a second READY link replaces the first.

        The same link says READY again when the pupil changed; that is no news.
        """
        if seat.link is None or seat.link.number == event.link:
            return []
        old = seat.link.number
        return [
            *self.ended(LinkEnded(old), now),
            EndLink(old, ByeCode.CLOSING),
            *self.ready(event, now),
        ]

    def _hint(self, device: bytes, event: TileEvent, now: Moment) -> list[Command]:
        seat = self._parts.room.seat_of_device(device)
        if seat is None or seat.link is not None:
            return []
        if next_tile(seat.state, event).answer is Answer.IGNORE:
            return []
        return self._parts.room.step(seat, event, now)[0]
