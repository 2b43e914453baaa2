# SPDX-License-Identifier: GPL-3.0-or-later
"""What docs/mutants.md says of a run."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.mutants.faults import Fault
from tests.mutants.law import Known

HEAD = """\
# Faults put into the law

    python3 run.py mutants

This page is written by it. It first walks every combination of the law's inputs
(docs/adr/0120). Then it puts each small fault of `tests/mutants/faults.py` into the
code that decides, one at a time, also into its tables, limits and defaults, and runs
the tests of `tests/mutants/law.py` (docs/adr/0122). A fault is seen when a test fails,
when the code cannot even be loaded, or when five minutes are not enough.
`python3 run.py mutants consent/clock.py` tries one file and writes nothing.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """One file's run."""

    file: str
    faults: int
    unseen: tuple[Fault, ...]
    took_s: float


def percent(figures: Iterable[Figures]) -> float:
    """Say how many in a hundred were seen."""
    rows = list(figures)
    unseen = sum(len(one.unseen) for one in rows)
    return 100 - 100 * unseen / sum(one.faults for one in rows)


def page(figures: Iterable[Figures], known: Iterable[Known]) -> str:
    """Write the page."""
    rows = list(figures)
    lines = [
        HEAD,
        _sum_of(rows),
        "",
        "| file | faults | seen |",
        "| --- | --- | --- |",
        *(f"| `{x.file}` | {x.faults} | {x.faults - len(x.unseen)} |" for x in rows),
        "",
        "## What no test sees, and why it may stay",
        "",
        "| where | was | became | why |",
        "| --- | --- | --- | --- |",
        *map(_row, known),
    ]
    return "\n".join(lines) + "\n"


def _sum_of(rows: list[Figures]) -> str:
    total = sum(x.faults for x in rows)
    seen = total - sum(len(x.unseen) for x in rows)
    minutes = sum(x.took_s for x in rows) / 60
    so_much = f"**{percent(rows):.1f} %**"
    return f"{so_much}: {seen} of {total} seen, in {minutes:.0f} minutes."


def _row(one: Known) -> str:
    where = f"`{one.file}` {one.place}"
    return f"| {where} | `{_cell(one.was)}` | `{_cell(one.now)}` | {one.why} |"


def _cell(code: str) -> str:
    return code.replace("\n", " ").replace("|", "\\|")
