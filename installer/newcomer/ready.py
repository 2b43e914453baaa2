# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing a machine to where a verb can start."""

from collections.abc import Iterable

from installer.newcomer import environment, packages, pair
from installer.newcomer.alone import alone
from installer.newcomer.needs import Need
from installer.newcomer.say import say
from installer.newcomer.trouble import TroubleError
from installer.newcomer.verbs import Verb


def make_ready(verb: Verb) -> None:
    """See to the system's packages and to the virtual environment.

    Raises:
        TroubleError: something is missing that this program may not or cannot get.
    """
    with alone():
        fresh = environment.is_fresh()
        lacking = [] if fresh else packages.missing_for_venv()
        _see_to_packages(lacking, verb.must, verb.may)
        if not fresh:
            environment.make(say)
        pair.check_installed()


def _see_to_packages(
    lacking: list[str], must: Iterable[Need], may: Iterable[Need]
) -> None:
    """Get all there is to get as root; otherwise only what must be there stops us."""
    needed = lacking + packages.missing(must)
    wanted = packages.missing(may)
    if packages.is_root() and (needed or wanted):
        _install(needed + wanted, must)
    elif needed:
        packages.provide(needed, say)
    elif wanted:
        say(f"this will do less than it can. {packages.advice(wanted)}")


def _install(all_of_them: list[str], must: Iterable[Need]) -> None:
    """Install, and look again, or every later run would call apt once more."""
    packages.provide(all_of_them, say)
    still = packages.missing(must)
    if still:
        raise TroubleError(f"Installed, yet still not found: {' '.join(still)}.")
