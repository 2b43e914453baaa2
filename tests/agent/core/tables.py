# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions any state table must answer, and the pages drawn from the two of ours."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from agent.core import access, lease
from agent.core.table import Answer, Step, diagram, listing

SPEC = Path(__file__).parents[3] / "docs" / "spec"
BEGIN, END = "<!-- begin: drawn from the table -->", "<!-- end -->"
PAGES: dict[Path, tuple[Mapping[Any, Any], Any]] = {
    SPEC / "access.md": (access.TABLE, access.AccessState.IDLE),
    SPEC / "lease.md": (lease.TABLE, lease.LeaseState.FREE),
}


def missing(
    table: Mapping[Any, Any], states: Iterable[Any], events: Iterable[Any]
) -> set[Any]:
    """Name the cells nobody wrote, and those nobody asked for."""
    return {(s, e) for s in states for e in events} ^ set(table)


def reachable(table: Mapping[Any, Step[Any, Any]], start: Any) -> set[Any]:  # noqa: ANN401 -- any table's state
    """Walk every move from the start."""
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        for (state, _), found in table.items():
            is_move = state == here and found.answer is Answer.MOVE
            if is_move and found.next not in seen:
                seen.add(found.next)
                todo.append(found.next)
    return seen


def drawn(path: Path) -> str:
    """Draw what stands between the marks of one page."""
    table, start = PAGES[path]
    picture = f"```mermaid\n{diagram(table, start)}\n```"
    return f"{BEGIN}\n{picture}\n\n{listing(table)}\n{END}"


def main() -> None:
    """Draw both pages anew: python -m tests.agent.core.tables."""
    for path in PAGES:
        head, rest = path.read_text().split(BEGIN)
        path.write_text(head + drawn(path) + rest.split(END, 1)[1])


if __name__ == "__main__":
    main()
