# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs of run.py as values: what each needs, borrows and runs."""

import difflib
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from installer.newcomer.needs import (
    DATABASE,
    FAULTS,
    OFFSCREEN,
    PAPERS,
    SCREEN,
    WINDOWS,
    Need,
)
from installer.newcomer.places import ROOT
from installer.newcomer.rig.database import database
from installer.newcomer.rig.screen import screen
from installer.newcomer.steps import Step


@dataclass(frozen=True)
class Loan:
    """Something lent for as long as a verb runs, where the system has it."""

    needs: tuple[Need, ...]
    lend: Callable[[], AbstractContextManager[dict[str, str]]]


@dataclass(frozen=True)
class Verb:
    """One word after run.py.

    Attributes:
        purpose: what it is for, in a line.
        steps: programs of the virtual environment; further words go to the last.
        must: without these it does not start.
        may: without these it does less, and says so.
        borrows: what its last step gets.
        helper: a module that any Python can run for its help; "": there is none.
    """

    purpose: str
    steps: tuple[Step, ...]
    must: tuple[Need, ...] = ()
    may: tuple[Need, ...] = ()
    borrows: tuple[Loan, ...] = ()
    helper: str = ""


LOANS = (Loan(SCREEN + WINDOWS, screen), Loan(DATABASE, database))
PYTEST: Step = ("python", "-m", "pytest", "-q")
NOT_LONG = "not long"  # a check ends within twenty minutes on two cores
READING: tuple[Step, ...] = (
    ("ruff", "format", "--check", "-q"),
    ("ruff", "check", "-q"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)
LIKE = 0.5  # how alike a mistyped verb must be: 1.0 is the same word
LONG = ("journeys", "hostile", "properties")
EVERY_CORE: Step = (
    *PYTEST,
    "-n",
    "logical",
    "--dist",
    "loadfile",
)  # a file stays on one
QUICK_PYTEST: Step = (*EVERY_CORE, *(f"--ignore=tests/{folder}" for folder in LONG))

VERBS = {
    "demo": Verb(
        "a whole class on this machine, to look at",
        steps=(("python", "-m", "installer.demo"),),
        must=OFFSCREEN,
        may=WINDOWS + SCREEN,
        helper="installer.demo.options",
    ),
    "test": Verb(
        "every test that this machine can run",
        steps=(PYTEST,),
        must=OFFSCREEN + PAPERS,
        may=WINDOWS + SCREEN + DATABASE + FAULTS,
        borrows=LOANS,
    ),
    "check": Verb(
        "style, types, walls and tests; --fast leaves out more of the long ones",
        steps=(*READING, (*EVERY_CORE, "-m", NOT_LONG)),
        must=OFFSCREEN + PAPERS + WINDOWS + SCREEN + DATABASE + FAULTS,
        borrows=LOANS,
    ),
    "cover": Verb(
        "how much of each module its own test file covers",
        steps=(("python", "tests/architecture/own_cover.py"),),
        must=OFFSCREEN + PAPERS,
        borrows=LOANS,
    ),
    "mutants": Verb(
        "small faults put into the code that decides, to see a test fail for each",
        steps=(
            ("python", "-m", "tests.mutants.whole_law"),
            ("python", "-m", "tests.mutants"),
        ),
        must=OFFSCREEN,
    ),
    "bench": Verb(
        "the figures we publish",
        steps=((*PYTEST, "-s", "tests/bench"),),
        must=OFFSCREEN + WINDOWS + SCREEN,
        may=DATABASE,
        borrows=LOANS,
    ),
    "soak": Verb(
        "what takes too long for a check: a thousand kills, bent files, bad networks",
        steps=(("python", "-m", "tests.soak"), (*PYTEST, "-m", "long")),
        must=OFFSCREEN + WINDOWS + SCREEN + FAULTS,
        borrows=LOANS,
    ),
    "verify": Verb(
        "say in sentences whether an exported log is whole",
        steps=(("python", "-m", "installer.verify"),),
    ),
    "lock": Verb(
        "write requirements.lock anew; --upgrade takes newer versions",
        steps=(("python", "-m", "installer.newcomer.relock"),),
    ),
}
QUICK_CHECK = Verb(
    "style, types, walls and the short tests",
    steps=(*READING, QUICK_PYTEST),
    must=OFFSCREEN + PAPERS,
)


def find(word: str, rest: list[str]) -> tuple[Verb, list[str]] | None:
    """Find the verb somebody typed, and the words that go to its last step."""
    if word == "check" and "--fast" in rest:
        return QUICK_CHECK, [one for one in rest if one != "--fast"]
    return (VERBS[word], rest) if word in VERBS else None


def is_help(rest: list[str]) -> bool:
    """Say whether somebody asks what a verb is, rather than for the verb."""
    return bool({"-h", "--help"} & set(rest))


def help_of(word: str, verb: Verb) -> str:
    """Say what one verb does and where further words go; nothing is built for it."""
    if verb.helper:
        command = [sys.executable, "-m", verb.helper, "--help"]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return done.stdout.decode().rstrip()
    last = " ".join(verb.steps[-1])
    return (
        f"Usage: python3 run.py {word} [WORDS]\n\n{verb.purpose}\n\nWORDS go to: {last}"
    )


def unknown(word: str) -> str:
    """Say that a word is no verb, and which verb is like it."""
    like = difflib.get_close_matches(word.lower(), VERBS, n=1, cutoff=LIKE)
    meant = f" Did you mean '{like[0]}'?" if like else ""
    return f"there is no verb '{word}'.{meant}"


def usage() -> str:
    """List the verbs, one a line."""
    lines = (f"  {word:<8}{verb.purpose}" for word, verb in VERBS.items())
    return "\n".join(["Usage: python3 run.py VERB", *lines])
