# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the report as they may be shown: what must stay unsaid is left out.

Source: docs/spec/papers.md "Small numbers"; docs/rights.md R-26, D02, D14.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from installer.papers import protect
from installer.papers.protect import Column, Grid
from installer.papers.register_counts import ClassCount
from installer.papers.usage import Measure, Usage


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a report may say; None is left out, everywhere."""

    classes: tuple[str, ...]
    pupils: Column
    objecting: Column
    exempt: Column
    forms: Column
    weeks: tuple[date, ...]
    usage: dict[Measure, Grid]
    strange: int


def figures(counts: Sequence[ClassCount], usage: Usage) -> Figures:
    """Leave out what would point at somebody."""
    sizes = {one.name: one.pupils for one in counts}

    def of_class(number: Callable[[ClassCount], int]) -> Column:
        return protect.column({one.name: number(one) for one in counts}, sizes)

    weeks = sorted({week for _, week, _ in usage.counts})
    return Figures(
        classes=tuple(sizes),
        pupils=protect.column(sizes),
        objecting=of_class(lambda one: one.objecting),
        exempt=of_class(lambda one: one.exempt),
        forms=of_class(lambda one: one.forms),
        weeks=tuple(weeks),
        usage={one: _grid(one, weeks, usage) for one in Measure} if weeks else {},
        strange=usage.strange,
    )


def _grid(measure: Measure, weeks: Sequence[date], usage: Usage) -> Grid:
    counted = {
        (week.isoformat(), name): value
        for (what, week, name), value in usage.counts.items()
        if what is measure
    }
    names = sorted({name for _, _, name in usage.counts})
    return protect.grid(counted, [week.isoformat() for week in weeks], names)
