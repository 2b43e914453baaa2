# SPDX-License-Identifier: GPL-3.0-or-later
"""The tile's table as a drawing and as a page, so that neither can drift.

docs/spec/tile.md holds both between two marks; a test makes them again and compares.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from console.core.view import TileState
from console.core.wall import TABLE, Answer, Cell, TileEvent, next_tile

BEGIN: Final = "<!-- made from console/core/wall.py: begin -->"
END: Final = "<!-- made from console/core/wall.py: end -->"


def page() -> str:
    """Write what stands between the marks in docs/spec/tile.md."""
    return f"{BEGIN}\n\n{mermaid()}\n\n{table()}\n\n{END}\n"


def mermaid() -> str:
    """Draw every change of state; what leaves a state as it is has no arrow."""
    arrows: dict[tuple[TileState, TileState], list[str]] = defaultdict(list)
    for (state, event), cell in sorted(TABLE.items()):
        if cell.state is not state:
            arrows[state, cell.state].append(_name(event))
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {TileState.ABSENT.name}"]
    lines += [
        f"    {start.name} --> {end.name}: {'<br>'.join(events)}"
        for (start, end), events in arrows.items()
    ]
    return "\n".join([*lines, "```"])


def table() -> str:
    """Write every event with every state, one line for each distinct answer."""
    lines = ["| event | state | answer |", "| --- | --- | --- |"]
    for event in TileEvent:
        groups: dict[str, list[TileState]] = defaultdict(list)
        for state in TileState:
            groups[_answer(state, next_tile(state, event))].append(state)
        for answer, states in groups.items():
            lines.append(f"| {_name(event)} | {_names(states)} | {answer} |")
    return "\n".join(lines)


def with_page(text: str) -> str:
    """Put the page where its marks stand in a document."""
    start, end = text.index(BEGIN), text.index(END) + len(END)
    return text[:start] + page().rstrip("\n") + text[end:]


def _answer(state: TileState, cell: Cell) -> str:
    if cell.answer is not Answer.GO:
        return f"*{cell.answer}*: {cell.why}"
    acts = ", ".join(act.replace("_", " ") for act in cell.acts)
    to = "stays" if cell.state is state else f"**{cell.state.name}**"
    return f"{to}: {acts}" if acts else to


def _name(event: TileEvent) -> str:
    return "".join(word.capitalize() for word in event.split("_"))


def _names(states: Iterable[TileState]) -> str:
    return ", ".join(state.name for state in states)
