# SPDX-License-Identifier: GPL-3.0-or-later
"""The lesson: the unit of permission. It watches nobody by itself.

Source: docs/spec/command.md, lesson_start and lesson_end.
"""

from consent.documents.command import Verb
from console.core.beat import LINKS_AFTER_LESSON_S, ask_again_at, earliest, is_due
from console.core.commands import Command, DialAgain, EndLink
from console.core.moment import Moment
from console.core.room import LessonRecord, Room
from console.core.seat import LinkRecord, Seat, Told
from console.core.view import TileState
from console.core.wall import TileEvent
from protocol.messages.commands import DeclinedCode
from protocol.messages.link import ByeCode


class Lesson:
    """Starting, telling each laptop, and ending."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.links_until_s: float | None = None
        self.links_wanted = True
        self.last: bytes | None = None  # the lesson whose record can be read

    def start(self, now: Moment) -> list[Command]:
        """Open the lesson of the running slot under a new id."""
        room = self._room
        if room.lesson is not None or room.slot is None or room.facts is None:
            return []
        self.links_wanted, self.links_until_s = True, None
        room.lesson = LessonRecord(room.chance.fresh_id(), room.slot, now.wall)
        self.last = room.lesson.lesson
        room.asks.clear()
        commands: list[Command] = [DialAgain()]
        for seat in room.seats.values():
            seat.superseded = False
            if seat.link is None:
                continue
            if seat.state is TileState.ABSENT:
                commands += room.step(seat, TileEvent.LINK_READY, now)[0]
            commands += self.tell(seat, now)
        return commands

    def tell(self, seat: Seat, now: Moment) -> list[Command]:
        """Tell one laptop of the lesson; after a lost link the same id goes on."""
        lesson = self._room.lesson
        if lesson is None or seat.link is None:
            return []
        seat.link.told_again_s = ask_again_at(now, self._room.chance)
        sent = self._room.send(seat, Verb.LESSON_START, lesson.lesson)
        if sent and seat.link.told is Told.NOT_YET:
            seat.link.told = Told.ASKED
        return [*sent]

    @staticmethod
    def accepted(link: LinkRecord) -> None:
        """This laptop takes part."""
        link.told, link.declined, link.told_again_s = Told.OPEN, None, None

    @staticmethod
    def refused(link: LinkRecord, code: DeclinedCode | None) -> None:
        """This laptop does not take part now; it is told again with the beat."""
        link.told, link.declined = Told.NO, code

    def end(self, lesson: LessonRecord, now: Moment, *, by_bell: bool) -> list[Command]:
        """End it: every tile falls back, links stay a minute for the records.

        At the bell the laptops end by themselves, and refuse what comes later.
        """
        room = self._room
        commands: list[Command] = []
        for seat in room.seats.values():
            if seat.in_lesson and not by_bell:
                commands += room.send(seat, Verb.LESSON_END, lesson.lesson)
            commands += room.step(seat, TileEvent.LESSON_ENDED, now)[0]
            if seat.link is not None:
                seat.link.told, seat.link.declined = Told.NOT_YET, None
                seat.link.told_again_s = None
        room.lesson = None
        self.links_until_s = now.boot_s + LINKS_AFTER_LESSON_S
        return commands

    def tick(self, now: Moment) -> list[Command]:
        """Tell again where it was refused; end the links after their minute."""
        commands: list[Command] = []
        for seat in self._room.seats.values():
            if seat.link is not None and is_due(seat.link.told_again_s, now):
                commands += self.tell(seat, now)
        if is_due(self.links_until_s, now):
            self.links_until_s, self.links_wanted = None, False
            commands += [
                EndLink(seat.link.number, ByeCode.CLOSING)
                for seat in self._room.seats.values()
                if seat.link is not None
            ]
        return commands

    def deadline(self) -> float | None:
        """Say when `tick` has something to do."""
        times = [self.links_until_s]
        times += [s.link.told_again_s for s in self._room.seats.values() if s.link]
        return earliest(times)
