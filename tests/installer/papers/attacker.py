# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who has only the printed table, and works out all that follows from it.

Written apart from the code it attacks: no networks, no loops. It holds sums and
asks of a number whether it could still be this, by trying to fill in the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from installer.papers.protect import Column, Grid

UNBOUNDED = 60  # any number of the tests and some more
Bounds = dict[str, tuple[int, int]]
Sum = tuple[tuple[str, ...], int]


@dataclass
class Attacker:
    """What is known: ends for each number, and sums that were printed or were not."""

    bounds: Bounds = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    unprinted: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def could_be(self, name: str, value: int) -> bool:
        """Say whether any table that fits all that is printed has this number here."""
        if name in self.unprinted:
            return self._fits(self.bounds, [*self.sums, (self.unprinted[name], value)])
        low, high = self.bounds[name]
        return low <= value <= high and self._fits(
            {**self.bounds, name: (value, value)}, self.sums
        )

    def _fits(self, bounds: Bounds, sums: list[Sum]) -> bool:
        narrowed = _narrow(bounds, sums)
        if narrowed is None:
            return False
        loose = [(high - low, n) for n, (low, high) in narrowed.items() if high > low]
        if not loose:
            return True
        _, name = min(loose)
        low, high = narrowed[name]
        return any(
            self._fits({**narrowed, name: (value, value)}, sums)
            for value in range(low, high + 1)
        )


def of_column(shown: Column, most: Mapping[str, int] | None) -> Attacker:
    """Read a printed column; the sizes of classes are no secret."""
    known = Attacker()
    for name, value in shown.cells.items():
        ends = (0, most[name] if most else UNBOUNDED)
        known.bounds[name] = ends if value is None else (value, value)
    _sum(known, "total", tuple(shown.cells), shown.total)
    return known


def of_grid(shown: Grid) -> Attacker:
    """Read a printed grid; what is left out there is not nothing."""
    known = Attacker()
    for (r, c), value in shown.cells.items():
        known.bounds[f"{r}/{c}"] = (1, UNBOUNDED) if value is None else (value, value)
    for r, total in shown.rows.items():
        _sum(known, f"{r}/", tuple(f"{r}/{c}" for c in shown.columns), total)
    for c, total in shown.columns.items():
        _sum(known, f"/{c}", tuple(f"{r}/{c}" for r in shown.rows), total)
    _sum(known, "/", tuple(f"{r}/{c}" for r, c in shown.cells), shown.total)
    return known


def _sum(known: Attacker, name: str, parts: tuple[str, ...], total: int | None) -> None:
    if total is None:
        known.unprinted[name] = parts
    else:
        known.sums.append((parts, total))


def _narrow(bounds: Bounds, sums: list[Sum]) -> Bounds | None:
    """Tighten every end by every sum until nothing moves; None: nothing fits."""
    held, moved = dict(bounds), True
    while moved:
        moved = False
        for names, total in sums:
            lows = sum(held[n][0] for n in names)
            highs = sum(held[n][1] for n in names)
            if not lows <= total <= highs:
                return None
            for n in names:
                low, high = held[n]
                held[n] = max(low, total - highs + high), min(high, total - lows + low)
                moved = moved or held[n] != (low, high)
                lows, highs = lows - low + held[n][0], highs - high + held[n][1]
    return held
