# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom to dial and when: few at once, uneven waits, and known laptops first.

An advert is only a place to try. Until a certificate has spoken it is nobody, makes no
tile, and a flood of adverts may not push a real laptop out.

A laptop has one place. While it is heard at one, its other places are spare: dialling
them opens links that the laptop ends again, for it keeps the link that works.

Source: docs/spec/session.md "Dialling"; docs/spec/mdns.md.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from console.core.beat import earliest
from console.core.chance import Chance
from protocol import constants as c

STRANGER_S: Final = 300.0  # after somebody who is not on the roster answered
UNHEARD_S: Final = c.TWIN_HEARD_WITHIN_S + 0.5  # then the laptop gives its old link up

Place = tuple[str, int]


@dataclass(slots=True)
class _Candidate:
    seen_s: float
    due_s: float
    wait_s: float = c.REDIAL_FIRST_S
    device: bytes | None = None
    is_busy: bool = False  # being dialled, or connected
    is_dialling: bool = False
    is_held: bool = False  # superseded: not without the teacher's click
    is_spare: bool = False  # its laptop was heard elsewhere


class Dialler:
    """Places where a laptop may be."""

    def __init__(
        self, chance: Chance, heard: Callable[[bytes], float | None] = lambda _: None
    ) -> None:
        """Know no place yet.

        Args:
            chance: makes waits uneven.
            heard: says when this device was last heard over a link that works; None
                when it has none.
        """
        self._chance, self._heard = chance, heard
        self._places: dict[Place, _Candidate] = {}

    def advertised(self, place: Place, now_s: float) -> None:
        """Hear of a place, for the first time or again."""
        candidate = self._places.get(place)
        if candidate is not None:
            candidate.seen_s = now_s
            if candidate.is_spare:  # another laptop may have this address by now
                candidate.is_spare, candidate.due_s = False, now_s
            return
        if len(self._places) >= c.CANDIDATES_KEPT and not self._make_room():
            return
        self._places[place] = _Candidate(seen_s=now_s, due_s=now_s)

    def due(self, now_s: float) -> list[Place]:
        """Say which places to dial now; each counts as being dialled from here on."""
        free = c.DIALS_AT_ONCE - sum(p.is_dialling for p in self._places.values())
        ready = sorted(self._ready(now_s), key=self._rank)[: max(0, free)]
        for place in ready:
            self._places[place].is_busy = self._places[place].is_dialling = True
        return ready

    def device_at(self, place: Place) -> bytes | None:
        """Say whose laptop answered there last."""
        candidate = self._places.get(place)
        return candidate.device if candidate else None

    def failed(self, place: Place, now_s: float) -> None:
        """Nobody answered, or somebody else's program."""
        self._wait(place, now_s, None)

    def stranger(self, place: Place, now_s: float) -> None:
        """A device of the school answered that is not on this roster."""
        self._wait(place, now_s, STRANGER_S)

    def answered(self, place: Place, device: bytes) -> None:
        """A certificate of the roster answered there."""
        candidate = self._places.get(place)
        if candidate is None:
            return
        candidate.device = device
        candidate.is_dialling = candidate.is_spare = False
        for other in self._others(candidate):
            other.is_spare = not other.is_busy

    def ended(
        self, place: Place, now_s: float, *, was_ready: bool, may_redial: bool
    ) -> None:
        """A connection from there is over; one that was never READY is a failure.

        One that ended beside another of the same laptop leaves a spare place.
        """
        candidate = self._places.get(place)
        if candidate is None:
            return
        if was_ready:
            candidate.wait_s = c.REDIAL_FIRST_S
        self._wait(place, now_s, None)
        candidate.is_held = not may_redial
        others = self._others(candidate)
        candidate.is_spare = any(other.is_busy for other in others)
        if was_ready and not candidate.is_spare:
            for other in others:  # the laptop may be there by now
                other.due_s = min(other.due_s, now_s)

    def clicked(self, now_s: float) -> None:
        """The teacher clicked: nothing is held any more, and nobody waits long."""
        for candidate in self._places.values():
            candidate.is_held = False
            candidate.wait_s = c.REDIAL_FIRST_S
            candidate.due_s = min(candidate.due_s, now_s + c.REDIAL_FIRST_S)

    def deadline(self, now_s: float) -> float | None:
        """Say when `due` may have something, by time alone."""
        due_s = earliest([self._due_s(p) for p in self._places.values()])
        return None if due_s is None else max(now_s, due_s)

    def _others(self, candidate: _Candidate) -> list[_Candidate]:
        """List the other places where the same laptop answered."""
        return [
            other
            for other in self._places.values()
            if other is not candidate and other.device == candidate.device is not None
        ]

    def _due_s(self, candidate: _Candidate) -> float | None:
        """Say when to dial a place; None while something else must happen first."""
        if candidate.is_busy or candidate.is_held:
            return None
        if not candidate.is_spare or candidate.device is None:
            return candidate.due_s
        heard_s = self._heard(candidate.device)
        if heard_s is not None:
            return max(candidate.due_s, heard_s + UNHEARD_S)
        begins = any(other.is_busy for other in self._others(candidate))
        return None if begins else candidate.due_s

    def _ready(self, now_s: float) -> Iterator[Place]:
        for place, candidate in self._places.items():
            due_s = self._due_s(candidate)
            if due_s is not None and due_s <= now_s:
                yield place

    def _rank(self, place: Place) -> tuple[bool, bool, float, float]:
        """Known laptops first, then the usual port, then who failed least, then news.

        The newest advert goes first: a flood that stopped cannot make anyone wait.
        """
        candidate = self._places[place]
        is_odd = place[1] != c.AGENT_PORT
        return candidate.device is None, is_odd, candidate.wait_s, -candidate.seen_s

    def _wait(self, place: Place, now_s: float, wait_s: float | None) -> None:
        candidate = self._places.get(place)
        if candidate is None:
            return
        uneven = 1 + c.REDIAL_JITTER * self._chance.jitter()
        candidate.due_s = now_s + (wait_s or candidate.wait_s) * uneven
        candidate.wait_s = min(candidate.wait_s * 2, c.REDIAL_LONGEST_S)
        candidate.is_busy = candidate.is_dialling = False

    def _make_room(self) -> bool:
        """Forget the place that failed most, else the oldest hint; never a laptop."""
        idle = {
            place: (candidate.wait_s, -candidate.seen_s)
            for place, candidate in self._places.items()
            if candidate.device is None and not candidate.is_busy
        }
        if not idle:
            return False
        del self._places[max(idle, key=lambda place: idle[place])]
        return True
