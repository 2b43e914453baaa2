# SPDX-License-Identifier: GPL-3.0-or-later
"""What is owed (docs/rights.toml) beside the tests that guard it, as one page.

A test names what it guards: test_R23_..., test_R42_D04_....
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.architecture.house import ROOT

LIST = ROOT / "docs" / "rights.toml"
PAGE = ROOT / "docs" / "rights.md"
NUMBERED = re.compile(r"test_((?:[RSPDF]_?\d\d_)+)")
NO_TEST = "no test yet"

Guards = dict[str, list[str]]  # a number: its tests, as file::name


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is owed, or one attack that must fail.

    Attributes:
        number: as tests write it: R05, S14.
        says: one sentence.
        priority: 1 must, 2 should; 0 where nobody ranked it.
        state: held or open; empty for attacks, where the tests alone speak.
        note: what is missing, in a few words.
    """

    number: str
    says: str
    priority: int = 0
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The numbers of one letter."""

    title: str
    about: str
    dues: tuple[Due, ...]


def groups(text: str) -> dict[str, Group]:
    """Read the list, a group for each letter."""
    held = tomllib.loads(text)
    return {
        letter: Group(
            head["title"],
            head["about"],
            tuple(
                Due(f"{letter}{number}", **row) for number, row in _rows(held[letter])
            ),
        )
        for letter, head in held["groups"].items()
    }


def _rows(rows: dict[str, dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return sorted(rows.items())


def numbers(name: str) -> list[str]:
    """Read the numbers off the name of a test."""
    found = NUMBERED.match(name)
    return re.findall(r"[A-Z]\d\d", found[1].replace("_", "")) if found else []


def tests_in(text: str) -> Iterator[str]:
    """Name the tests of a file: functions, and walks that are given a test's name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (ast.unparse(target) for target in node.targets)


def guards(files: Iterable[tuple[str, str]]) -> Guards:
    """Map each number to the tests that carry it."""
    found: Guards = {}
    for path, text in files:
        for name in tests_in(text):
            for number in numbers(name):
                found.setdefault(number, []).append(f"{path}::{name}")
    return {number: sorted(tests) for number, tests in found.items()}


def test_files() -> Iterator[tuple[str, str]]:
    """Read every file of tests."""
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")


test_files.__test__ = False  # type: ignore[attr-defined] # pytest reads names


def page(wanted: dict[str, Group], guarded: Guards) -> str:
    """Draw the whole page."""
    parts = [HEAD, *(_section(group, guarded) for group in wanted.values())]
    return "\n".join(parts)


def _section(group: Group, guarded: Guards) -> str:
    ranked = any(due.state for due in group.dues)
    columns = "| number | what | must | state | guarded by |" if ranked else HEADER
    lines = [f"## {group.title}", "", group.about, "", _counts(group, guarded), ""]
    lines += [columns, "| --- " * (columns.count("|") - 1) + "|"]
    lines += [_row(due, guarded.get(due.number, [])) for due in group.dues]
    return "\n".join(lines) + "\n"


def _counts(group: Group, guarded: Guards) -> str:
    bare = [due for due in group.dues if due.number not in guarded]
    states = [due.state for due in group.dues if due.state]
    said = [f"{states.count(state)} {state}" for state in ("held", "open") if states]
    return ", ".join(
        [f"{len(group.dues)} in all", *said, f"{len(bare)} without a test"]
    )


def _row(due: Due, tests: list[str]) -> str:
    number = f"{due.number[0]}-{due.number[1:]}" if due.state else due.number
    shown = "<br>".join(f"`{test}`" for test in tests) or NO_TEST
    if not due.state:
        says = f"{due.says} ({due.note})" if due.note else due.says
        return f"| {number} | {says} | {shown} |"
    state = f"{due.state}: {due.note}" if due.note else due.state
    must = "must" if due.priority == 1 else "should"
    return f"| {number} | {due.says} | {must} | {state} | {shown} |"


HEADER = "| number | what | guarded by |"
HEAD = """# Rights, attacks and the tests that guard them

Drawn from `docs/rights.toml` and the names of the tests by
`python -m tests.architecture.rights`; a test sees to it that it is up to date.
`python3 run.py test -k R23` runs what guards R-23.

*Held* means: built, and at least one test fails when it breaks. *Open* means: not yet,
or not wholly, and the row says what is missing. What stands after *held* is what its
tests do not show.
"""


def drawn() -> str:
    """Draw the page of this tree."""
    return page(groups(LIST.read_text("utf-8")), guards(test_files()))


def main() -> None:
    """Draw the page anew: python -m tests.architecture.rights."""
    PAGE.write_text(drawn(), "utf-8")


if __name__ == "__main__":
    main()
