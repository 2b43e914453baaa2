# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures as they are measured, and the table they end in."""

import os
from dataclasses import dataclass, field
from statistics import median
from typing import Final

HEADS: Final = ("what", "measured", "aim", "of aim", "Veyon", "Veyon is", "load")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing. Smaller is better in all of them.

    Attributes:
        what: in a few words.
        value: what was measured, or the median of what was.
        unit: of all values.
        aim: what it should stay under; None where we have set no aim.
        veyon: Veyon's least and most, measured earlier on the same kind of machine.
        spread: all values of repeated measurements, in order of time.
        load: how many processes wanted to run in the minute that ended with it.
    """

    what: str
    value: float
    unit: str
    aim: float | None = None
    veyon: tuple[float, float] | None = None
    spread: tuple[float, ...] = ()
    load: float = 0.0


@dataclass(slots=True)
class Figures:
    """All figures of one run, in order."""

    taken: list[Figure] = field(default_factory=list)

    def take(
        self,
        what: str,
        values: float | list[float],
        unit: str,
        *,
        aim: float | None = None,
        veyon: tuple[float, float] | None = None,
    ) -> None:
        """Write one down; of several values the median counts."""
        several = values if isinstance(values, list) else [values]
        spread = tuple(several) if len(several) > 1 else ()
        load = os.getloadavg()[0]
        self.taken.append(Figure(what, median(several), unit, aim, veyon, spread, load))

    def table(self) -> str:
        """Write them out, one a line."""
        rows = [HEADS, *(_row(figure) for figure in self.taken)]
        wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [_line(row, wide) for row in rows]
        return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _line(row: tuple[str, ...], wide: list[int]) -> str:
    first, *others = zip(row, wide, strict=True)
    told = [text.rjust(width) for text, width in others]
    return "  ".join([first[0].ljust(first[1]), *told])


def _row(figure: Figure) -> tuple[str, ...]:
    measured = f"{_short(figure.value)} {figure.unit}"
    if figure.spread:
        least, most = min(figure.spread), max(figure.spread)
        measured += f" ({_short(least)}-{_short(most)}, {len(figure.spread)}x)"
    aim = of_aim = other = ratio = "-"
    if figure.aim is not None:
        aim = _short(figure.aim)
        missed = "" if figure.value <= figure.aim else " MISSED"
        of_aim = f"{figure.value / figure.aim:.0%}{missed}"
    if figure.veyon is not None:
        low, high = figure.veyon
        other = _range(low, high)
        if figure.value > 0:
            ratio = f"{_range(low / figure.value, high / figure.value)} x"
    return figure.what, measured, aim, of_aim, other, ratio, f"{figure.load:.1f}"


def _range(low: float, high: float) -> str:
    return _short(low) if low == high else f"{_short(low)}-{_short(high)}"


def _short(value: float) -> str:
    """Write three digits of it, and no more than there are."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3g}"
