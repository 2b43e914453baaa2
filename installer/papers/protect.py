# SPDX-License-Identifier: GPL-3.0-or-later
"""Which numbers of a table stay unsaid, so that no small one can be worked out.

A number below five is left out. That is not enough: who knows the total and the other
numbers subtracts. So further numbers are left out, until each small one could just as
well be anything up to five, for a reader who knows all the rest.

A table with its totals is a network: a number is an edge between two sums, and a sum is
a node where as much comes in as goes out. A number can be larger by n for all a reader
knows, if n can go round a loop of numbers that are left out. So for each small number
the cheapest loop upward and the cheapest loop downward are left out with it.

Source: M. Fischetti, J. J. Salazar, Management Science 47 (2001) 1008, for the network;
docs/spec/papers.md "Small numbers"; docs/rights.md R-26, D02, D14.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, TypeAlias

Key: TypeAlias = tuple[str, ...]

SMALL: Final = 5  # a number below it is never shown
TOTAL_WORTH: Final = 10_000  # a total goes only where nothing cheaper helps
GRAND_WORTH: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a table, as an edge from one sum to another.

    Attributes:
        tail: the sum it leaves.
        head: the sum it enters.
        value: the number.
        least: what any reader knows a left-out number to be at least.
        most: what any reader knows it to be at most; None: nothing is known.
        worth: how much is lost when it is left out.
    """

    tail: str
    head: str
    value: int
    least: int
    most: int | None
    worth: int

    @property
    def is_settled(self) -> bool:
        """Say whether it is a nothing that is always shown."""
        return self.value < self.least

    @property
    def range(self) -> tuple[int, int] | None:
        """Give what a reader may not rule out; None where the number can stand.

        What a known most leaves counts too: where all pupils but two object, the two
        are the small number.
        """
        if self.is_settled:
            return None
        ranges = []
        if self.value < SMALL:
            highest = SMALL if self.most is None else min(SMALL, self.most)
            ranges.append((self.least, highest))
        if self.most is not None and self.most - self.value < SMALL:
            ranges.append((max(self.least, self.most - SMALL), self.most))
        if not ranges:
            return None
        return min(low for low, _ in ranges), max(high for _, high in ranges)


@dataclass(frozen=True, slots=True)
class Column:
    """Numbers and their sum, as shown; None is left out."""

    cells: Mapping[str, int | None]
    total: int | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with sums below and beside it, as shown; None is left out."""

    cells: Mapping[tuple[str, str], int | None]
    rows: Mapping[str, int | None]
    columns: Mapping[str, int | None]
    total: int | None


def column(values: Mapping[str, int], most: Mapping[str, int] | None = None) -> Column:
    """Protect numbers that are shown with their sum. A nothing is a small number.

    Args:
        values: by name.
        most: what everybody knows each to be at most, such as the size of a class.
    """
    ends = most or {}
    cells: dict[Key, Cell] = {
        ("cell", name): Cell("each", "all", value, 0, ends.get(name), 1 + value)
        for name, value in values.items()
    }
    highest = sum(ends.values()) if most else None
    total = sum(values.values())
    cells["total",] = Cell("all", "each", total, 0, highest, GRAND_WORTH)
    shown = _shown(cells)
    return Column({name: shown["cell", name] for name in values}, shown["total",])


def grid(
    values: Mapping[tuple[str, str], int], rows: Sequence[str], columns: Sequence[str]
) -> Grid:
    """Protect a table that is shown with the sums of its rows and columns.

    A nothing is shown as nothing: it says that nobody was looked at.
    """
    inner = {(r, c): values.get((r, c), 0) for r in rows for c in columns}
    by_row = {r: [inner[r, c] for c in columns] for r in rows}
    by_column = {c: [inner[r, c] for r in rows] for c in columns}
    cells: dict[Key, Cell] = {
        ("cell", r, c): Cell(f"row {r}", f"column {c}", n, 1, None, 1 + n)
        for (r, c), n in inner.items()
    }
    for r, parts in by_row.items():
        cells["row", r] = _total("rows", f"row {r}", parts, TOTAL_WORTH)
    for c, parts in by_column.items():
        cells["column", c] = _total(f"column {c}", "columns", parts, TOTAL_WORTH)
    every = list(inner.values())
    cells["total",] = _total("columns", "rows", every, GRAND_WORTH)
    shown = _shown(cells)
    return Grid(
        {(r, c): shown["cell", r, c] for r, c in inner},
        {r: shown["row", r] for r in rows},
        {c: shown["column", c] for c in columns},
        shown["total",],
    )


def protect(cells: Mapping[Key, Cell]) -> frozenset[Key]:
    """Choose which numbers are left out: every small one, and the loops it needs."""
    hidden = {key for key, cell in cells.items() if cell.range is not None}
    for key in sorted(hidden):
        cell = cells[key]
        low, high = cell.range or (cell.value, cell.value)
        hidden |= _loops(cells, hidden, key, high - cell.value)
        hidden |= _loops(cells, hidden, key, low - cell.value)
    return frozenset(hidden)


def _total(tail: str, head: str, parts: Sequence[int], worth: int) -> Cell:
    """Make the cell of a sum; each part that is not nothing is at least one."""
    least = max(1, sum(part > 0 for part in parts))
    return Cell(tail, head, sum(parts), least, None, worth)


def _shown(cells: Mapping[Key, Cell]) -> dict[Key, int | None]:
    hidden = protect(cells)
    return {k: None if k in hidden else cell.value for k, cell in cells.items()}


def _loops(
    cells: Mapping[Key, Cell], hidden: AbstractSet[Key], key: Key, change: int
) -> set[Key]:
    """Find what must be left out so that one number could be `change` more, or less.

    One step of one after the other finds its cheapest way back.
    """
    cell = cells[key]
    ends = (cell.head, cell.tail) if change > 0 else (cell.tail, cell.head)
    others = {k: c for k, c in cells.items() if k != key}
    moved = dict.fromkeys(others, 0)
    used: set[Key] = set()
    for _ in range(abs(change)):
        for through, by in _way(others, moved, hidden | used, ends):
            moved[through] += by
            used.add(through)
    return used


def _way(
    cells: Mapping[Key, Cell],
    moved: Mapping[Key, int],
    hidden: AbstractSet[Key],
    ends: tuple[str, str],
) -> tuple[tuple[Key, int], ...]:
    """Find the cheapest way from one sum to another; each step moves one number by one.

    There is always one: by way of the totals, which bound nothing by themselves.
    """
    ways: dict[str, list[tuple[Key, int, str]]] = {}
    for start, through, by, end in _steps(cells, moved):
        ways.setdefault(start, []).append((through, by, end))
    queue: list[tuple[int, str, tuple[tuple[Key, int], ...]]] = [(0, ends[0], ())]
    done: set[str] = set()
    while queue:
        cost, node, path = heapq.heappop(queue)
        if node == ends[1]:
            return path
        if node in done:
            continue
        done.add(node)
        for through, by, end in ways.get(node, ()):
            price = 0 if through in hidden else cells[through].worth
            heapq.heappush(queue, (cost + price, end, (*path, (through, by))))
    raise AssertionError(ends)  # a bug: see above


def _steps(
    cells: Mapping[Key, Cell], moved: Mapping[Key, int]
) -> Iterator[tuple[str, Key, int, str]]:
    for key, cell in cells.items():
        now = cell.value + moved[key]
        if cell.is_settled:
            continue
        if cell.most is None or now < cell.most:
            yield cell.tail, key, 1, cell.head
        if now > cell.least:
            yield cell.head, key, -1, cell.tail
