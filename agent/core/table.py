# SPDX-License-Identifier: GPL-3.0-or-later
"""What a cell of a state table may say; both machines of the laptop are made of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S", bound=StrEnum)
E = TypeVar("E", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)


class ImpossibleEventError(RuntimeError):
    """An event that cannot happen in this state did: our own bug, so we stop."""


class Answer(StrEnum):
    """The three kinds of cell, and the one that is a bug."""

    MOVE = "move"  # the state changes or is confirmed, acts follow
    REFUSE = "refuse"  # answered, nothing changes
    IGNORE = "ignore"  # no answer, and the note says why
    BUG = "bug"  # cannot happen


@dataclass(frozen=True, slots=True)
class Step(Generic[S, A]):
    """One cell: where to, what to do in this order, and why."""

    answer: Answer
    next: S
    acts: tuple[A, ...]
    note: str


@dataclass(frozen=True)  # no slots: a subscripted call on 3.11 wants to set a mark
class Cell(Generic[S, A]):
    """What several states answer alike; `next` None means the state stays."""

    states: tuple[S, ...]
    answer: Answer
    next: S | None = None
    acts: tuple[A, ...] = ()
    note: str = ""


def build(
    rows: Mapping[E, Iterable[Cell[S, A]]],
) -> dict[tuple[S, E], Step[S, A]]:
    """Spread rows over their states.

    Raises:
        ValueError: a cell is written twice.
    """
    table: dict[tuple[S, E], Step[S, A]] = {}
    for event, cells in rows.items():
        for cell in cells:
            for state in cell.states:
                if (state, event) in table:
                    raise ValueError(f"{state} answers {event} twice")
                table[state, event] = Step(
                    cell.answer, cell.next or state, cell.acts, cell.note
                )
    return table


def step(table: Mapping[tuple[S, E], Step[S, A]], state: S, event: E) -> Step[S, A]:
    """Look one event up.

    Raises:
        ImpossibleEventError: the cell says that this is a bug.
    """
    found = table[state, event]
    if found.answer is Answer.BUG:
        raise ImpossibleEventError(f"{event} in {state}: {found.note}")
    return found


def diagram(table: Mapping[tuple[S, E], Step[S, A]], start: S) -> str:
    """Draw the moves as a Mermaid state diagram, for docs/spec."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for (state, event), found in table.items():
        if found.answer is Answer.MOVE and found.next is not state:
            arrows.setdefault((state, found.next), []).append(event)
    lines = ["stateDiagram-v2", f"    [*] --> {start}"]
    for (source, target), events in arrows.items():
        lines.append(f"    {source} --> {target}: {', '.join(events)}")
    return "\n".join(lines)


def listing(table: Mapping[tuple[S, E], Step[S, A]]) -> str:
    """Write the whole table in Markdown, one row per event and state."""
    lines = [
        "| event | state | answer | acts | why |",
        "| --- | --- | --- | --- | --- |",
    ]
    for (state, event), found in table.items():
        answer = f"**{found.next}**" if found.answer is Answer.MOVE else found.answer
        acts = ", ".join(found.acts)
        lines.append(f"| {event} | {state} | {answer} | {acts} | {found.note} |")
    return "\n".join(lines)
