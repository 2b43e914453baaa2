# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom to dial and when: few at once, uneven waits, and known laptops first.

An advert is only a place to try. Until a certificate has spoken it is nobody, makes no
tile, and a flood of adverts may not push a real laptop out.

Source: docs/spec/session.md "Dialling"; docs/spec/mdns.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from console.core.chance import Chance
from protocol import constants as c

STRANGER_S: Final = 300.0  # after somebody who is not on the roster answered

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


class Dialler:
    """Places where a laptop may be."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._places: dict[Place, _Candidate] = {}

    def advertised(self, place: Place, now_s: float) -> None:
        """Hear of a place, for the first time or again."""
        candidate = self._places.get(place)
        if candidate is not None:
            candidate.seen_s = now_s
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
        if candidate is not None:
            candidate.device = device
            candidate.is_dialling = False

    def ended(
        self, place: Place, now_s: float, *, was_ready: bool, may_redial: bool
    ) -> None:
        """A connection from there is over; one that was never READY is a failure."""
        candidate = self._places.get(place)
        if candidate is None:
            return
        if was_ready:
            candidate.wait_s = c.REDIAL_FIRST_S
        self._wait(place, now_s, None)
        candidate.is_held = not may_redial

    def clicked(self, now_s: float) -> None:
        """The teacher clicked: nothing is held any more, and nobody waits long."""
        for candidate in self._places.values():
            candidate.is_held = False
            candidate.wait_s = c.REDIAL_FIRST_S
            candidate.due_s = min(candidate.due_s, now_s + c.REDIAL_FIRST_S)

    def deadline(self, now_s: float) -> float | None:
        """Say when `due` may have something, by time alone."""
        times = [p.due_s for p in self._places.values() if not p.is_busy | p.is_held]
        return max(now_s, min(times)) if times else None

    def _ready(self, now_s: float) -> Iterator[Place]:
        for place, candidate in self._places.items():
            is_free = not (candidate.is_busy or candidate.is_held)
            if is_free and candidate.due_s <= now_s:
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
