# SPDX-License-Identifier: GPL-3.0-or-later
"""What run.py does once Python is new enough."""

import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack

from installer.newcomer import steps
from installer.newcomer.ready import Preparation
from installer.newcomer.verbs import (
    Loan,
    Verb,
    find,
    help_of,
    is_help,
    unknown,
    usage,
)
from installer.newcomer.words import TroubleError

ASKS = frozenset({"help", "-h", "--help"})
WRONG_USE = 2
LACKING = 3
INTERRUPTED = 130
TERMINATED = 143


def main(arguments: list[str], prepare: Callable[[Verb], None] | None = None) -> int:
    """Do one verb; the exit code is that of the first step that failed."""
    word, *rest = arguments or ["help"]
    found = find(word, rest)
    if word in ASKS:
        print(usage())
        return 0
    if found is None:
        print(f"Inzage: {unknown(word)}\n\n{usage()}", file=sys.stderr)
        return WRONG_USE
    if is_help(rest):
        print(help_of(word, found[0]))
        return 0
    # A stopped check must still give back its screen and its database.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        (prepare or Preparation().prepare)(found[0])
        return do(*found)
    except TroubleError as trouble:
        print(f"Inzage: {trouble}", file=sys.stderr)
        return LACKING
    except KeyboardInterrupt:
        return INTERRUPTED


def do(verb: Verb, rest: list[str]) -> int:
    """Run the steps; the last gets the further words and what is borrowed."""
    *first, last = verb.steps
    code = steps.run(first, {})
    if code:
        return code
    with ExitStack() as borrowed:
        environment: dict[str, str] = {}
        for loan in filter(can_lend, verb.borrows):
            environment |= borrowed.enter_context(loan.lend())
        return steps.run([(*last, *rest)], environment)


def can_lend(loan: Loan) -> bool:
    """Say whether this system has what the loan is made of."""
    return all(need.is_met() for need in loan.needs)
