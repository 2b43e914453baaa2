# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's table as a drawing and as a page, so that neither can drift.

docs/spec/session.md holds both between two marks; a test makes them again and compares.

Source: docs/spec/session.md "States".
"""

from collections import defaultdict
from typing import Final

from protocol.machine import BOTH, HAPPENS_TO, TABLE, Answer, Cell, Event, State

BEGIN: Final = "<!-- made from protocol/machine.py: begin -->"
END: Final = "<!-- made from protocol/machine.py: end -->"


def page() -> str:
    """Write what stands between the marks in docs/spec/session.md."""
    return f"{BEGIN}\n\n{mermaid()}\n\n{table()}\n\n{END}\n"


def mermaid() -> str:
    """Draw every change of state; what leaves a state as it is has no arrow."""
    arrows: dict[tuple[State, State], list[str]] = defaultdict(list)
    for event, column in TABLE.items():
        for state, cell in column.items():
            if cell.state is not state and cell.answer is Answer.GO:
                arrows[state, cell.state].append(event.value)
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> OPENING"]
    lines += [
        f"    {start} --> {end}: {'<br>'.join(events)}"
        for (start, end), events in sorted(arrows.items())
    ]
    return "\n".join([*lines, "    CLOSED --> [*]", "```"])


def table() -> str:
    """Write every event with every state and the answer, one line a distinct answer."""
    lines = ["| event | state | answer |", "| --- | --- | --- |"]
    for event in Event:
        name = f"**{event.value}{_sides(event)}**"
        for answer, states in _grouped(event).items():
            lines.append(f"| {name} | {', '.join(states)} | {answer} |")
            name = ""
    return "\n".join(lines)


def _sides(event: Event) -> str:
    if HAPPENS_TO[event] == BOTH:
        return ""
    return f" ({', '.join(sorted(HAPPENS_TO[event]))})"


def _grouped(event: Event) -> dict[str, list[State]]:
    groups: dict[str, list[State]] = defaultdict(list)
    for state in State:
        groups[_answer(TABLE[event][state], state)].append(state)
    return groups


def _answer(cell: Cell, state: State) -> str:
    if cell.answer is Answer.IGNORE:
        return f"*ignore*: {cell.words}"
    to = "stays" if cell.state is state else str(cell.state)
    if cell.answer is Answer.GO:
        return f"**{to}**: {cell.words}"
    return f"*refuse*, {to}: {cell.words}"
