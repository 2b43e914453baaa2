# SPDX-License-Identifier: GPL-3.0-or-later
"""Attention asked of the class or of one pupil; each laptop says what became of it.

No way out needs this console: a laptop lowers its own curtain when the lease, the
time, the bell or the link ends.

Source: docs/spec/lease.md.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from consent.documents.command import Verb
from consent.purpose import ATTENTION_ALONE_S, ATTENTION_S
from console.core.acts import AskAttention
from console.core.click import of_click
from console.core.commands import Command
from console.core.moment import Moment
from console.core.room import Room
from console.core.seat import Seat
from console.core.view import LockMark
from protocol.messages.commands import AttentionState

LEAST_S: Final = 5  # a curtain for less is only a flash

MARKS: Final = {
    AttentionState.SHOWN: LockMark.SHOWN,
    AttentionState.NOT_SHOWN: LockMark.NOT_SHOWN,
    AttentionState.RELEASED: LockMark.NONE,
}


@dataclass(frozen=True, slots=True)
class AttentionRecord:
    """What the teacher asked."""

    reason_code: str
    pupil: str | None
    until_s: float
    until: datetime
    click: bytes


class Attention:
    """The attention screen of the class."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.record: AttentionRecord | None = None
        self.times = 0

    def ask(self, act: AskAttention, now: Moment) -> list[Command]:
        """Ask everyone, or one pupil; nothing while it is being asked already."""
        if self._room.lesson is None or self.record is not None:
            return []
        most_s = ATTENTION_S if act.pupil is None else ATTENTION_ALONE_S
        seconds = max(LEAST_S, min(act.seconds, most_s))
        self.record = AttentionRecord(
            reason_code=act.reason_code,
            pupil=act.pupil,
            until_s=now.boot_s + seconds,
            until=now.wall + timedelta(seconds=seconds),
            click=self._room.chance.fresh_id(),
        )
        self.times += 1
        commands: list[Command] = []
        for seat in self._room.seats.values():
            commands += self.lesson_answered(seat, now)
        return commands

    def lesson_answered(self, seat: Seat, now: Moment) -> list[Command]:
        """Ask one laptop; one whose link was lost goes on with its old lock id."""
        record = self.record
        if record is None or record.pupil not in {None, seat.pupil}:
            return []
        seconds = int(record.until_s - now.boot_s)
        if seconds < LEAST_S or not seat.in_lesson:
            return []
        fresh = of_click(record.click, self._room.chance.fresh_id())
        seat.lock_access = seat.lock_access or fresh
        sent = self._room.send(
            seat,
            Verb.ATTENTION_START,
            seat.lock_access,
            reason_code=record.reason_code,
            args=(
                ("seconds", seconds),
                ("scope", "all" if record.pupil is None else "one"),
            ),
        )
        for command in sent:
            seat.lock, seat.lock_seq = LockMark.REQUESTED, command.seq
        return [*sent]

    def end(self) -> list[Command]:
        """Let go. Only a courtesy: the laptops let go by themselves too."""
        commands: list[Command] = []
        for seat in self._room.seats.values():
            if seat.lock_access is not None:
                commands += self._room.send(seat, Verb.ATTENTION_STOP, seat.lock_access)
        self.forget()
        return commands

    def forget(self) -> None:
        """Clear every mark, because it ended everywhere."""
        self.record = None
        for seat in self._room.seats.values():
            _clear(seat, LockMark.NONE)

    def heard(self, seat: Seat, seq: int, state: AttentionState) -> None:
        """Note what became of one curtain; never claimed before it was heard."""
        if seat.lock_seq != seq:
            return
        if state is AttentionState.SHOWN:
            seat.lock = LockMark.SHOWN
        else:
            _clear(seat, MARKS[state])

    def refused(self, seat: Seat, access: bytes) -> None:
        """Hear a no: it looks like a curtain that could not be shown."""
        if access == seat.lock_access:
            _clear(seat, LockMark.NOT_SHOWN)

    def ended(self, seat: Seat, access: bytes) -> None:
        """Hear that a lock is over."""
        if access == seat.lock_access:
            _clear(seat, LockMark.NONE)

    def tick(self, now: Moment) -> None:
        """Forget it when its time is over."""
        if self.record is not None and now.boot_s >= self.record.until_s:
            self.forget()

    def deadline(self) -> float | None:
        """Say when `tick` has something to do."""
        return self.record.until_s if self.record else None


def link_lost(seat: Seat) -> None:
    """The curtain fell with the link; its id stays, to go on inside its time."""
    seat.lock, seat.lock_seq = LockMark.NONE, None


def _clear(seat: Seat, mark: LockMark) -> None:
    seat.lock, seat.lock_access, seat.lock_seq = mark, None, None
