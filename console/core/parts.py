# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of one classroom, made together over one room."""

from dataclasses import dataclass

from console.core.attention import Attention
from console.core.beat import earliest
from console.core.commands import Command
from console.core.hands import Hands
from console.core.lesson import Lesson
from console.core.look import Look
from console.core.moment import Moment
from console.core.overview import Overview
from console.core.room import Room
from console.core.seat import Seat
from console.core.shares import Shares
from console.core.words import Words


@dataclass(frozen=True, slots=True)
class Parts:
    """Lesson, small pictures, large view, attention, hands and shares."""

    room: Room
    words: Words
    lesson: Lesson
    overview: Overview
    look: Look
    attention: Attention
    hands: Hands
    shares: Shares

    def lesson_answered(self, seat: Seat, now: Moment) -> list[Command]:
        """Ask of this laptop what the teacher still wants of it."""
        return [
            *self.attention.lesson_answered(seat, now),
            *self.overview.lesson_answered(seat, now),
            *self.shares.lesson_answered(seat),
        ]

    def tick(self, now: Moment) -> list[Command]:
        """Do everything whose time has come."""
        self.attention.tick(now)
        self.hands.tick(now)
        room = self.room
        if room.trouble_until_s is not None and now.boot_s >= room.trouble_until_s:
            room.say("")
        return [
            *self.look.tick(now),
            *self.overview.tick(now),
            *self.lesson.tick(now),
        ]

    def deadline(self) -> float | None:
        """Say when `tick` has something to do; the bell is the caller's."""
        return earliest(
            [
                self.room.trouble_until_s,
                self.attention.deadline(),
                self.hands.deadline(),
                self.look.deadline(),
                self.overview.deadline(),
                self.lesson.deadline(),
            ]
        )


def make_parts(room: Room, words: Words) -> Parts:
    """Put the parts together."""
    return Parts(
        room=room,
        words=words,
        lesson=Lesson(room),
        overview=Overview(room),
        look=Look(room, words),
        attention=Attention(room),
        hands=Hands(room),
        shares=Shares(room),
    )
