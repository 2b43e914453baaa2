# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared state of one class on the wall, and the one way to make a command."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from consent.documents.command import Verb
from console.core.ask import Ask
from console.core.chance import Chance
from console.core.commands import Args, Command, Drop, EndLink, Send
from console.core.facts import ClassFacts, SlotFacts
from console.core.moment import Moment
from console.core.seat import Pending, Seat
from console.core.view import TileState
from console.core.wall import TileAct, TileEvent, next_tile
from protocol.messages.link import ByeCode


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """The lesson that runs: made by this console, ended by bell or click."""

    lesson: bytes
    slot: SlotFacts
    started: datetime


@dataclass(slots=True)
class Room:
    """Everything the parts of the classroom share."""

    chance: Chance
    facts: ClassFacts | None = None
    slot: SlotFacts | None = None
    seats: dict[str, Seat] = field(default_factory=dict)
    lesson: LessonRecord | None = None
    ledger_works: bool = True
    trouble: str = ""
    trouble_until_s: float | None = None
    asks: list[Ask] = field(default_factory=list)

    def seat_of_link(self, link: int) -> Seat | None:
        """Find whose live connection this is; None for a late word of a dead one."""
        return next(
            (s for s in self.seats.values() if s.link and s.link.number == link), None
        )

    def seat_of_device(self, device: bytes) -> Seat | None:
        """Find whose laptop holds this certificate."""
        return next((s for s in self.seats.values() if s.facts.device == device), None)

    def chosen(self, pupils: tuple[str, ...]) -> Iterator[Seat]:
        """Go through these pupils, or everyone for an empty choice."""
        for seat in self.seats.values():
            if not pupils or seat.pupil in pupils:
                yield seat

    def send(
        self,
        seat: Seat,
        verb: Verb,
        access: bytes,
        *,
        reason_code: str = "",
        reason: str = "",
        args: Args = (),
    ) -> list[Send]:
        """Make the next command on this link; nothing without link or lesson."""
        link, lesson, facts = seat.link, self.lesson, self.facts
        if link is None or lesson is None or facts is None or not self.ledger_works:
            return []
        link.seq += 1
        link.pending[link.seq] = Pending(verb, access)
        return [
            Send(
                link=link.number,
                seq=link.seq,
                verb=verb,
                access=access,
                lesson=lesson.lesson,
                class_id=facts.class_id,
                slot=lesson.slot.slot,
                reason_code=reason_code,
                reason=reason,
                args=args,
            )
        ]

    def step(
        self, seat: Seat, event: TileEvent, now: Moment
    ) -> tuple[list[Command], tuple[TileAct, ...]]:
        """Take one step of the tile table.

        Returns:
            What every step does by itself (drop pixels, end a link), and the acts
            only the caller can carry out (ask, stop, paint).
        """
        cell = next_tile(seat.state, event)
        if cell.state is not seat.state:
            _moved(seat, cell.state, now)
        done: list[Command] = []
        if TileAct.DROP in cell.acts:
            done.append(Drop(seat.pupil, large=False))
        if TileAct.END_LINK in cell.acts and seat.link is not None:
            done.append(EndLink(seat.link.number, ByeCode.CLOSING))
        return done, cell.acts

    def say(self, sentence: str, until_s: float | None = None) -> None:
        """Show the teacher one sentence; `until_s` is when it goes by itself."""
        self.trouble, self.trouble_until_s = sentence, until_s


def _moved(seat: Seat, state: TileState, now: Moment) -> None:
    """Note what leaving and entering a state means for the seat itself."""
    if state is TileState.LOST:
        seat.lost_since = now.wall
    elif state is TileState.PRESENT:
        seat.lost_since = None
    if state is not TileState.SHOWN:
        seat.spoiled = 0
    seat.state = state
