# SPDX-License-Identifier: GPL-3.0-or-later
"""What a laptop answers: matched to the command it belongs to, on that very link.

To this console there are three words about pictures: a picture, not shared, link
lost. Nothing here can tell one cause of a no from another.
"""

from consent.documents.command import Verb
from console.core.commands import Command
from console.core.events import (
    AcceptedHeard,
    AttentionHeard,
    DeclinedHeard,
    EndedHeard,
    HandHeard,
    NotSharedHeard,
)
from console.core.moment import Moment
from console.core.parts import Parts
from console.core.seat import LinkRecord, Pending, Seat
from protocol.messages.commands import DeclinedCode


class Answers:
    """Routes an answer to the part that asked."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def accepted(self, event: AcceptedHeard, now: Moment) -> list[Command]:
        """Yes: the laptop wrote its own record first."""
        asked = self._asked(event.link, event.seq)
        if asked is None:
            return []
        seat, link, pending = asked
        parts = self._parts
        match pending.verb:
            case Verb.LESSON_START:
                if parts.room.lesson is None:
                    return []
                parts.lesson.accepted(link)
                return parts.lesson_answered(seat, now)
            case Verb.OVERVIEW_START:
                return parts.overview.accepted(seat, pending.access, now)
            case Verb.VIEW_START:
                parts.hands.offer_used(seat.pupil)
                return parts.look.accepted(seat, pending.access, now)
            case _:
                return parts.shares.answered(pending.access)

    def refused(self, event: NotSharedHeard, now: Moment) -> list[Command]:
        """No, and nothing else."""
        asked = self._asked(event.link, event.seq)
        if asked is None:
            return []
        seat, link, pending = asked
        parts = self._parts
        match pending.verb:
            case Verb.LESSON_START:
                return self._not_in_lesson(seat, link, None, now)
            case Verb.OVERVIEW_START:
                return parts.overview.refused(seat, pending.access, now)
            case Verb.VIEW_START:
                return parts.look.refused(seat, pending.access, now)
            case Verb.ATTENTION_START:
                parts.attention.refused(seat, pending.access)
                return []
            case _:
                return parts.shares.answered(pending.access)

    def declined(self, event: DeclinedHeard, now: Moment) -> list[Command]:
        """The lesson cannot start there, for a cause the whole class shares."""
        asked = self._asked(event.link, event.seq)
        if asked is None or asked[2].verb is not Verb.LESSON_START:
            return []
        return self._not_in_lesson(asked[0], asked[1], event.code, now)

    def ended(self, event: EndedHeard, now: Moment) -> list[Command]:
        """An access is over, and nothing else."""
        seat = self._parts.room.seat_of_link(event.link)
        if seat is None:
            return []
        self._parts.attention.ended(seat, event.access)
        return [
            *self._parts.overview.ended(seat, event.access, now),
            *self._parts.look.ended(seat, event.access, now),
        ]

    def attention(self, event: AttentionHeard, _now: Moment) -> list[Command]:
        """What became of a curtain."""
        seat = self._parts.room.seat_of_link(event.link)
        if seat is not None:
            self._parts.attention.heard(seat, event.seq, event.state)
        return []

    def hand(self, event: HandHeard, now: Moment) -> list[Command]:
        """A hand of the pupil whose certificate this link carries."""
        seat = self._parts.room.seat_of_link(event.link)
        if seat is not None and self._parts.room.lesson is not None:
            self._parts.hands.heard(seat, now, up=event.up, offer=event.offer)
        return []

    def _asked(self, link: int, seq: int) -> tuple[Seat, LinkRecord, Pending] | None:
        """Find whom and what an answer is about; each command has one answer."""
        seat = self._parts.room.seat_of_link(link)
        if seat is None or seat.link is None:
            return None
        pending = seat.link.pending.pop(seq, None)
        return None if pending is None else (seat, seat.link, pending)

    def _not_in_lesson(
        self, seat: Seat, link: LinkRecord, code: DeclinedCode | None, now: Moment
    ) -> list[Command]:
        if self._parts.room.lesson is None:
            return []
        self._parts.lesson.refused(link, code)
        return self._parts.overview.lesson_answered(seat, now)
