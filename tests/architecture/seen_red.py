# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests that were seen to fail, each with the wall that was taken away for it.

docs/spec/seen-red.toml holds the walls as changes of the sources.
`python -m tests.architecture.seen_red` draws the page of it;
`python -m tests.architecture.seen_red try [word]` takes the walls away in a copy, one
row at a time, and says which test stays green.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.house import PACKAGES, ROOT
from tests.architecture.rights import numbers

LIST = ROOT / "docs" / "spec" / "seen-red.toml"
PAGE = LIST.with_suffix(".md")
COPIED = (*PACKAGES, "tests", "docs", "run.py", "pyproject.toml", "requirements.lock")
WITHIN_S = 300
FAILED = 1  # what pytest answers when a test failed
FRAME = re.compile(  # as pytest writes it, and as Python does of a group of faults
    r"(?:^tests/[\w/]+\.py:\d+: |^[E |]*File .*, line \d+, )in (?P<name>\w+)\n"
    r"[E |]*(?P<line>\S.*)\n",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Red:
    """One test that failed.

    Attributes:
        test: as pytest names it.
        broke: what was broken, in a few words.
        changes: file, what stood there, what was put there instead.
        line: the line that failed, as it stands in the test.
    """

    test: str
    broke: str
    changes: tuple[tuple[str, str, str], ...]
    line: str = ""

    @property
    def name(self) -> str:
        """Give the bare name of the test."""
        return self.test.split("::")[1].partition("[")[0]


def reds(text: str) -> list[Red]:
    """Read the list."""
    return [
        Red(row["test"], row["broke"], tuple(map(tuple, row["changes"])), row["line"])
        for row in tomllib.loads(text)["red"]
    ]


def page(rows: Iterable[Red]) -> str:
    """Draw the page."""
    return HEAD + "".join(f"{_row(red)}\n" for red in rows)


def _row(red: Red) -> str:
    line = red.line.replace("|", "\\|")
    number = " ".join(numbers(red.name))
    return f"| {number} | `{red.test.split('::')[1]}` | {red.broke} | `{line}` |"


def broken(text: str, change: tuple[str, str, str]) -> str:
    """Take one wall away.

    Raises:
        LookupError: it does not stand there just once.
    """
    file, old, new = change
    if text.count(old) != 1:
        raise LookupError(f"{file} has {text.count(old)} times: {old}")
    return text.replace(old, new)


def failing_line(said: str, test: str) -> str:
    """Find in what pytest said the line of this test that failed."""
    name = test.split("::")[1].partition("[")[0]
    own = [found for found in FRAME.finditer(said) if found["name"] == name]
    return own[0]["line"].strip() if own else ""


def tried(red: Red, copy: Path) -> str:
    """Break a copy, run the test, mend the copy; give the line, "" where none failed.

    Raises:
        LookupError: what was to be broken, or the test, is not there.
    """
    before = {file: (copy / file).read_text("utf-8") for file, _, _ in red.changes}
    try:
        for change in red.changes:
            path = copy / change[0]
            path.write_text(broken(path.read_text("utf-8"), change), "utf-8")
        return _run(red.test, copy)
    finally:
        for file, text in before.items():
            (copy / file).write_text(text, "utf-8")


def _run(test: str, copy: Path) -> str:
    words = ["-m", "pytest", "-q", "-x", "--tb=short", "-p", "no:cacheprovider", test]
    try:
        done = subprocess.run(
            [sys.executable, *words], cwd=copy, check=False, capture_output=True,
            text=True, timeout=WITHIN_S,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "it came to no end"
    if done.returncode not in {0, FAILED}:
        raise LookupError(f"{test} cannot be run: {done.stdout[-300:]}")
    if not done.returncode:
        return ""
    return failing_line(done.stdout, test) or "it failed outside its own lines"


def main(words: list[str]) -> int:
    """Draw the page, or try the rows whose test or words hold one word."""
    rows = reds(LIST.read_text("utf-8"))
    if not words:
        PAGE.write_text(page(rows), "utf-8")
        return 0
    word = words[1] if len(words) > 1 else ""
    green = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder))
        for red in (x for x in rows if word in f"{x.test} {x.broke}"):
            line = tried(red, copy)
            green += not line
            said = f"{red.test}\n    {red.broke}\n    {line or 'STAYED GREEN'}\n"
            sys.stdout.write(said)
    return 1 if green else 0


def _copied(folder: Path) -> Path:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def named(rows: Iterable[Red]) -> Iterator[str]:
    """Name the tests of the list."""
    return (red.name for red in rows)


HEAD = """# Seen red

A test that never failed proves nothing. Each of these was seen to fail after the wall
it guards was taken away; where several walls stand behind each other, each has a row,
or all were taken away together. Drawn from `docs/spec/seen-red.toml` by
`python -m tests.architecture.seen_red`; with `try` behind it, it breaks a copy of the
sources and sees each test fail again.

| number | test | what was broken | the line that failed |
| --- | --- | --- | --- |
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
