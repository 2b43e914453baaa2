# SPDX-License-Identifier: GPL-3.0-or-later
"""Raised hands, first come first; a short break of a link keeps the place."""

from dataclasses import dataclass
from datetime import datetime

from consent.documents.command import Verb
from consent.purpose import OFFER_VIEW_S
from console.core.beat import earliest, is_due
from console.core.commands import Command
from console.core.moment import Moment
from console.core.room import Room
from console.core.seat import Seat
from console.core.view import HandView


@dataclass(slots=True)
class Hand:
    """One hand that is up."""

    since: datetime
    offer_until_s: float | None


class Hands:
    """The queue."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._up: dict[str, Hand] = {}  # kept in the order of coming
        self.count = 0

    def heard(self, seat: Seat, now: Moment, *, up: bool, offer: bool) -> None:
        """Take a hand up or down; one that is up keeps its place."""
        if not up:
            self._up.pop(seat.pupil, None)
            return
        if seat.pupil not in self._up:
            self.count += 1
        hand = self._up.setdefault(seat.pupil, Hand(now.wall, None))
        hand.offer_until_s = now.boot_s + OFFER_VIEW_S if offer else None

    def seen(self, pupil: str) -> list[Command]:
        """Put a hand down here, and on the laptop."""
        seat = self._room.seats.get(pupil)
        if self._up.pop(pupil, None) is None or seat is None or not seat.in_lesson:
            return []
        fresh = self._room.chance.fresh_id()
        return [*self._room.send(seat, Verb.HAND_CLEAR, fresh)]

    def offer_used(self, pupil: str) -> None:
        """The teacher came and looked; the hand stays until it is seen."""
        hand = self._up.get(pupil)
        if hand is not None:
            hand.offer_until_s = None

    def offers_look(self, pupil: str) -> bool:
        """Say whether this pupil asked the teacher to come and look."""
        hand = self._up.get(pupil)
        return hand is not None and hand.offer_until_s is not None

    def view(self, pupil: str) -> HandView | None:
        """Show the place of one pupil in the queue."""
        hand = self._up.get(pupil)
        if hand is None:
            return None
        place = list(self._up).index(pupil) + 1
        return HandView(place, hand.since, hand.offer_until_s is not None)

    def keep_only(self, pupils: set[str]) -> None:
        """Forget hands of pupils who are not in the class any more."""
        self._up = {p: hand for p, hand in self._up.items() if p in pupils}

    def clear(self) -> None:
        """The lesson is over."""
        self._up.clear()

    def tick(self, now: Moment) -> None:
        """Let an offer lapse; the hand stays up."""
        for hand in self._up.values():
            if is_due(hand.offer_until_s, now):
                hand.offer_until_s = None

    def deadline(self) -> float | None:
        """Say when `tick` has something to do."""
        return earliest([hand.offer_until_s for hand in self._up.values()])
