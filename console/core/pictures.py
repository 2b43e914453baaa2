# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a picture: right access, then gate and decoder, then asked again.

The access is looked up twice, before and after decoding: a picture that was under way
while the pupil said no must not reach the window.
"""

from dataclasses import replace
from typing import Final

from console.core.commands import Command, Decode, Paint
from console.core.events import PictureDecoded, PictureHeard, PictureSpoiled
from console.core.moment import Moment
from console.core.parts import Parts
from console.core.seat import Seat
from console.core.wall import TileAct, TileEvent

FIRST_SCREEN: Final = 0
SPOILED_BEFORE_SAYING: Final = 3


class Pictures:
    """Sorts pictures to the tile or to the large view, or drops them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def heard(self, event: PictureHeard, _now: Moment) -> list[Command]:
        """A whole picture arrived and was acknowledged; send it on, or drop it."""
        seat = self._parts.room.seat_of_link(event.link)
        if seat is None:
            return []
        large = self._parts.look.is_open(seat, event.access)
        ours = large or self._is_overview(seat, event.access)
        if not ours or event.screen != FIRST_SCREEN:
            return []
        return [
            Decode(
                link=event.link,
                access=event.access,
                pupil=seat.pupil,
                large=large,
                width_px=event.width_px,
                height_px=event.height_px,
                jpeg=event.jpeg,
            )
        ]

    def decoded(self, event: PictureDecoded, now: Moment) -> list[Command]:
        """Pixels are ready: show them if their access still stands."""
        seat = self._parts.room.seat_of_link(event.link)
        if seat is None:
            return []
        pixels = replace(event.pixels, pupil=seat.pupil)
        if self._parts.look.is_open(seat, event.access):
            return [Paint(replace(pixels, large=True))]
        if not self._is_overview(seat, event.access):
            return []
        commands, done = self._parts.room.step(seat, TileEvent.GOOD_FRAME, now)
        if TileAct.PAINT not in done:
            return commands
        seat.pictures += 1
        seat.spoiled = 0
        return [*commands, Paint(replace(pixels, large=False))]

    def spoiled(self, event: PictureSpoiled, now: Moment) -> list[Command]:
        """The gate refused it; after three in a row the teacher is told."""
        seat = self._parts.room.seat_of_link(event.link)
        if seat is None or not self._stands(seat, event.access):
            return []
        self._parts.room.step(seat, TileEvent.BAD_FRAME, now)
        seat.spoiled += 1
        if seat.spoiled == SPOILED_BEFORE_SAYING:
            words = self._parts.words.unreadable.format(name=seat.facts.name)
            self._parts.room.say(words, None)
        return []

    def _is_overview(self, seat: Seat, access: bytes) -> bool:
        return seat.overview is not None and seat.overview == access

    def _stands(self, seat: Seat, access: bytes) -> bool:
        return self._is_overview(seat, access) or self._parts.look.is_open(seat, access)
