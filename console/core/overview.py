# SPDX-License-Identifier: GPL-3.0-or-later
"""The wish for small pictures: kept over lost links, asked anew, never for long.

A pupil whom the roster marks `no_picture` is never asked. The tile gets the same no
at the same due time from a timer here, so the wall cannot tell.

Source: docs/spec/tile.md; docs/spec/decision.md "Ceilings".
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from consent.documents.command import Verb
from consent.purpose import OVERVIEW_S
from console.core.acts import ShowScreens
from console.core.ask import Ask
from console.core.beat import ask_again_at, earliest, is_due
from console.core.click import of_click
from console.core.commands import Command
from console.core.moment import Moment
from console.core.room import Room
from console.core.seat import Seat, Told
from console.core.wall import TileAct, TileEvent
from protocol.constants import ANSWER_AFTER_S


@dataclass(frozen=True, slots=True)
class Wish:
    """What the teacher asked: why, of whom, until when."""

    reason_code: str
    reason: str
    pupils: tuple[str, ...]
    until_s: float
    until: datetime
    click: bytes


class Overview:
    """Small pictures of the class."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.wish: Wish | None = None
        self.asked_s = 0.0

    def want(self, act: ShowScreens, now: Moment) -> list[Command]:
        """Take up a wish; a standing one ends first, for its purpose may differ."""
        if self._room.lesson is None:
            return []
        commands = self.stop(now)
        self.wish = Wish(
            reason_code=act.reason_code,
            reason=act.reason,
            pupils=act.pupils,
            until_s=now.boot_s + OVERVIEW_S,
            until=now.wall + timedelta(seconds=OVERVIEW_S),
            click=self._room.chance.fresh_id(),
        )
        verb = Verb.OVERVIEW_START
        asked = Ask(
            now.wall, verb, act.reason_code, act.reason, "", self.wish.click.hex()
        )
        self._room.asks.append(asked)
        for seat in self._room.chosen(act.pupils):
            commands += self.lesson_answered(seat, now)
        return commands

    def stop(self, now: Moment) -> list[Command]:
        """Give up the wish; pixels go, open accesses are stopped."""
        self.give_up(now)
        commands: list[Command] = []
        for seat in self._room.seats.values():
            done, _ = self._room.step(seat, TileEvent.TEACHER_STOPPED, now)
            commands += done
            if seat.overview is not None:
                commands += self._room.send(seat, Verb.OVERVIEW_STOP, seat.overview)
            forget(seat)
        return commands

    def give_up(self, now: Moment) -> None:
        """Want no more, and note how long it was wanted."""
        if self.wish is not None:
            self.asked_s += OVERVIEW_S - max(0.0, self.wish.until_s - now.boot_s)
        self.wish = None

    def lesson_answered(self, seat: Seat, now: Moment) -> list[Command]:
        """Ask this pupil if the wish is for them and the laptop spoke of the lesson."""
        waits = seat.link is None or seat.link.told in {Told.NOT_YET, Told.ASKED}
        if waits or not self._is_for(seat):
            return []
        return self._ask(seat, TileEvent.TEACHER_ASKED, now)

    def accepted(self, seat: Seat, access: bytes, now: Moment) -> list[Command]:
        """Hear that the laptop wrote its record of this access."""
        if access != seat.overview:
            return []
        seat.ask_again_s = None
        return self._room.step(seat, TileEvent.RECEIPT_ARRIVED, now)[0]

    def refused(self, seat: Seat, access: bytes, now: Moment) -> list[Command]:
        """Hear a no, and nothing else."""
        return self._gone(seat, access, TileEvent.NOT_SHARED, now)

    def ended(self, seat: Seat, access: bytes, now: Moment) -> list[Command]:
        """Hear that an access is over, and nothing else."""
        return self._gone(seat, access, TileEvent.ENDED, now)

    def ledger_failed(self, now: Moment) -> list[Command]:
        """Stop every picture: what cannot be recorded may not be seen."""
        commands: list[Command] = []
        for seat in self._room.seats.values():
            commands += self._room.step(seat, TileEvent.LEDGER_FAILED, now)[0]
            forget(seat)
            if self._is_for(seat):
                seat.ask_again_s = ask_again_at(now, self._room.chance)
        return commands

    def tick(self, now: Moment) -> list[Command]:
        """Say the local noes, ask again, and end the wish after its time."""
        if self.wish is not None and now.boot_s >= self.wish.until_s:
            return self.stop(now)
        commands: list[Command] = []
        for seat in self._room.seats.values():
            if is_due(seat.local_no_s, now):
                seat.local_no_s = None
                commands += self._room.step(seat, TileEvent.NOT_SHARED, now)[0]
            if is_due(seat.ask_again_s, now):
                commands += self._ask_again(seat, now)
        return commands

    def deadline(self) -> float | None:
        """Say when `tick` has something to do."""
        times: list[float | None] = [self.wish.until_s if self.wish else None]
        for seat in self._room.seats.values():
            times += [seat.local_no_s, seat.ask_again_s]
        return earliest(times)

    def _is_for(self, seat: Seat) -> bool:
        wish = self.wish
        return wish is not None and (not wish.pupils or seat.pupil in wish.pupils)

    def _ask_again(self, seat: Seat, now: Moment) -> list[Command]:
        seat.ask_again_s = ask_again_at(now, self._room.chance)
        if not self._room.ledger_works or not self._is_for(seat):
            return []
        return self._ask(seat, TileEvent.ASK_AGAIN_DUE, now)

    def _ask(self, seat: Seat, event: TileEvent, now: Moment) -> list[Command]:
        commands, acts = self._room.step(seat, event, now)
        if TileAct.ASK not in acts:
            return commands
        seat.ask_again_s = ask_again_at(now, self._room.chance)
        if seat.facts.no_picture or not seat.in_lesson or self.wish is None:
            seat.local_no_s = now.boot_s + ANSWER_AFTER_S
            return commands
        if not self._room.ledger_works:
            return commands + self._room.step(seat, TileEvent.LEDGER_FAILED, now)[0]
        seat.overview = of_click(self.wish.click, self._room.chance.fresh_id())
        return commands + self._room.send(
            seat,
            Verb.OVERVIEW_START,
            seat.overview,
            reason_code=self.wish.reason_code,
            reason=self.wish.reason,
            args=(("scope", "chosen" if self.wish.pupils else "all"),),
        )

    def _gone(
        self, seat: Seat, access: bytes, event: TileEvent, now: Moment
    ) -> list[Command]:
        if access != seat.overview:
            return []
        seat.overview = None
        seat.ask_again_s = ask_again_at(now, self._room.chance)
        return self._room.step(seat, event, now)[0]


def forget(seat: Seat) -> None:
    """Clear what a seat remembers of small pictures; its tile moves by the table."""
    seat.overview = None
    seat.ask_again_s = None
    seat.local_no_s = None
