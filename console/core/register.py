# SPDX-License-Identifier: GPL-3.0-or-later
"""Who belongs on the wall, and when the lesson is over: papers and the bell."""

from datetime import datetime

from consent.documents.command import Verb
from console.core.commands import Command
from console.core.events import PapersRead
from console.core.facts import ClassFacts
from console.core.moment import Moment
from console.core.parts import Parts
from console.core.seat import Seat
from console.core.summary import Done, summary
from console.core.wall import TileEvent


class Register:
    """Keeps seats equal to the roster, and lessons inside their slot."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.summary = ""
        self.held: tuple[datetime, datetime] | None = None

    def papers_read(self, event: PapersRead, now: Moment) -> list[Command]:
        """Take in the class and slot of this moment."""
        room = self._parts.room
        commands: list[Command] = []
        running = room.lesson.slot.slot if room.lesson else None
        if running is not None and (event.slot is None or event.slot.slot != running):
            commands += self.end_lesson(now, by_bell=True)
        if event.slot is not None and event.slot != room.slot:
            self._parts.lesson.links_wanted = True
        room.slot = event.slot
        commands += self._seat(event.room, now)
        if event.slot is None and room.lesson is None:
            room.say(self._parts.words.no_slot)
        elif room.trouble == self._parts.words.no_slot:
            room.say("")
        return commands

    def end_lesson(self, now: Moment, *, by_bell: bool) -> list[Command]:
        """End the lesson and leave one line about it."""
        parts = self._parts
        lesson = parts.room.lesson
        if lesson is None:
            return []
        commands = parts.look.gone(now)
        parts.overview.give_up(now)
        commands += parts.lesson.end(lesson, now, by_bell=by_bell)
        commands += parts.shares.clear()
        parts.attention.forget()
        self.summary = summary(parts.words, self._done())
        self.held = (lesson.started, min(now.wall, lesson.slot.ends))
        self._forget_counts()
        return commands

    def bell(self, now: Moment) -> list[Command]:
        """End the lesson by itself when its slot is over."""
        lesson = self._parts.room.lesson
        if lesson is None or now.wall < lesson.slot.ends:
            return []
        return self.end_lesson(now, by_bell=True)

    def bell_s(self, now: Moment) -> float | None:
        """Say at which boot time the bell goes, by the wall clock of this moment."""
        lesson = self._parts.room.lesson
        if lesson is None:
            return None
        return now.boot_s + (lesson.slot.ends - now.wall).total_seconds()

    def lesson_started(self) -> None:
        """A new lesson: the line about the last one goes."""
        self.summary, self.held = "", None

    def _done(self) -> Done:
        parts = self._parts
        return Done(
            looked_s=parts.look.looked_s,
            small_s=parts.overview.asked_s,
            hands=parts.hands.count,
            attentions=parts.attention.times,
            messages=parts.shares.clicks[Verb.MESSAGE],
            links=parts.shares.clicks[Verb.LINK],
        )

    def _forget_counts(self) -> None:
        parts = self._parts
        parts.overview.asked_s = 0.0
        parts.shares.clicks.clear()
        parts.look.looked_s, parts.hands.count, parts.attention.times = 0.0, 0, 0
        parts.hands.clear()
        for seat in parts.room.seats.values():
            seat.overview = seat.ask_again_s = seat.local_no_s = None

    def _seat(self, facts: ClassFacts | None, now: Moment) -> list[Command]:
        """Make the seats equal to the roster; who left takes everything along."""
        room, commands = self._parts.room, []
        room.facts = facts
        pupils = {p.pupil: p for p in facts.pupils} if facts else {}
        for pupil, seat in list(room.seats.items()):
            fresh = pupils.get(pupil)
            if fresh is None or fresh.device != seat.facts.device:
                commands += self._leave(seat, now)
            else:
                seat.facts = fresh
        for pupil, new in pupils.items():
            room.seats.setdefault(pupil, Seat(new))
        self._parts.hands.keep_only(set(pupils))
        return commands

    def _leave(self, seat: Seat, now: Moment) -> list[Command]:
        commands = self._parts.look.lost(seat, now)
        commands += self._parts.room.step(seat, TileEvent.PUPIL_LEFT, now)[0]
        del self._parts.room.seats[seat.pupil]
        return commands
