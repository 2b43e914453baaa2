# SPDX-License-Identifier: GPL-3.0-or-later
"""One screen large: at most one at a time, with a reason, for two minutes at most.

Source: docs/spec/decision.md "Ceilings"; docs/spec/wire.md "When a no is said".
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from consent.documents.command import Verb
from consent.purpose import VIEW_S
from console.core.acts import LookAt
from console.core.ask import Ask
from console.core.beat import SENTENCE_S, earliest
from console.core.commands import Command, Drop
from console.core.moment import Moment
from console.core.room import Room
from console.core.seat import Seat
from console.core.words import Words
from protocol.constants import VIEW_ANSWER_AFTER_S


@dataclass(slots=True)
class LookRecord:
    """The one look that is asked or open."""

    seat: Seat
    asked: Ask
    access: bytes | None  # None: nobody was asked, the no comes from a timer
    reason: str
    seconds: int
    offered: bool
    local_no_s: float | None = None
    opened_s: float | None = None
    until: datetime | None = None


class Look:
    """The large view."""

    def __init__(self, room: Room, words: Words) -> None:
        self._room = room
        self._words = words
        self.record: LookRecord | None = None
        self.looked_s = 0.0

    def start(self, act: LookAt, now: Moment, *, offered: bool) -> list[Command]:
        """Ask one pupil; another look ends first."""
        seat = self._room.seats.get(act.pupil)
        if seat is None or self._room.lesson is None or self._room.facts is None:
            return []
        commands = self.stop(now)
        if not self._room.ledger_works:
            return commands
        asked = Ask(now.wall, Verb.VIEW_START, act.reason_code, act.reason, seat.pupil)
        record = LookRecord(
            seat=seat,
            asked=asked,
            access=None,
            reason=act.reason or self._room.facts.reason_words(act.reason_code),
            seconds=max(1, min(act.seconds, VIEW_S)),
            offered=offered,
        )
        self.record = record
        if seat.facts.no_picture or not seat.in_lesson:
            record.local_no_s = now.boot_s + VIEW_ANSWER_AFTER_S
            return commands
        record.access = self._room.chance.fresh_id()
        return commands + self._room.send(
            seat,
            Verb.VIEW_START,
            record.access,
            reason_code=act.reason_code,
            reason=act.reason,
            args=(("seconds", record.seconds),),
        )

    def stop(self, now: Moment) -> list[Command]:
        """Close the look, tell the laptop, drop the pixels."""
        record = self.record
        if record is None:
            return []
        sent = (
            self._room.send(record.seat, Verb.VIEW_STOP, record.access)
            if record.access is not None
            else []
        )
        return sent + self.gone(now)

    def accepted(self, seat: Seat, access: bytes, now: Moment) -> list[Command]:
        """Hear that the notice is over and the laptop wrote its record."""
        record = self.record
        if record is not None and self.is_of(seat, access):
            record.opened_s = now.boot_s
            record.until = now.wall + timedelta(seconds=record.seconds)
        return []

    def refused(self, seat: Seat, access: bytes, now: Moment) -> list[Command]:
        """Hear a no, and nothing else."""
        return self._no(now) if self.is_of(seat, access) else []

    def ended(self, seat: Seat, access: bytes, now: Moment) -> list[Command]:
        """Hear that the look is over, and nothing else."""
        return self.gone(now) if self.is_of(seat, access) else []

    def lost(self, seat: Seat, now: Moment) -> list[Command]:
        """Hear that the link of the look is gone."""
        return self.gone(now) if self.record and self.record.seat is seat else []

    def gone(self, now: Moment) -> list[Command]:
        """Forget the look and its pixels; count the time that was really looked."""
        record, self.record = self.record, None
        if record is None:
            return []
        if record.opened_s is None:
            access = record.access.hex() if record.access else ""
            self._room.asks.append(replace(record.asked, access=access))
        else:
            self.looked_s += max(0.0, now.boot_s - record.opened_s)
        return [Drop(record.seat.pupil, large=True)]

    def is_of(self, seat: Seat, access: bytes) -> bool:
        """Say whether this access is the look."""
        record = self.record
        return record is not None and record.seat is seat and record.access == access

    def is_open(self, seat: Seat, access: bytes) -> bool:
        """Say whether pixels of this access may be shown large."""
        return (
            self.is_of(seat, access)
            and self.record is not None
            and self.record.opened_s is not None
        )

    def tick(self, now: Moment) -> list[Command]:
        """Say the local no, or end a look whose time is over."""
        record, due_s = self.record, self.deadline()
        if record is None or due_s is None or now.boot_s < due_s:
            return []
        return self._no(now) if record.local_no_s is not None else self.stop(now)

    def deadline(self) -> float | None:
        """Say when `tick` has something to do."""
        record = self.record
        if record is None:
            return None
        ends_s = None if record.opened_s is None else record.opened_s + record.seconds
        return earliest([record.local_no_s, ends_s])

    def _no(self, now: Moment) -> list[Command]:
        self._room.say(self._words.no_picture, now.boot_s + SENTENCE_S)
        return self.gone(now)
