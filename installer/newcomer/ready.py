# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing a machine to where a verb can start."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from installer.newcomer import packages, pair
from installer.newcomer.alone import alone
from installer.newcomer.environment import Environment
from installer.newcomer.needs import Need
from installer.newcomer.packages import Machine, this_machine
from installer.newcomer.verbs import Verb
from installer.newcomer.words import TroubleError, say


@dataclass(frozen=True)
class Preparation:
    """The two things a verb stands on: the system and the virtual environment."""

    machine: Machine = field(default_factory=this_machine)
    environment: Environment = field(default_factory=Environment)

    def prepare(self, verb: Verb) -> None:
        """See to the system's packages and to the virtual environment.

        Raises:
            TroubleError: something is missing that may not or cannot be got from here.
        """
        with alone():
            fresh = self.environment.is_fresh()
            lacking = [] if fresh else packages.missing_for_venv()
            self.see_to_packages(lacking, verb.must, verb.may)
            if not fresh:
                self.environment.make()
            pair.check_installed()

    def see_to_packages(
        self, lacking: list[str], must: Iterable[Need], may: Iterable[Need]
    ) -> None:
        """Get all there is to get as root; otherwise stop only for what must be."""
        needed = lacking + packages.missing(must)
        wanted = packages.missing(may)
        if needed:
            self.machine.provide(needed + wanted)
            _look_again(must)
        elif wanted:
            self._get_if_we_can(wanted)

    def _get_if_we_can(self, wanted: list[str]) -> None:
        """Go on without, and say so, where they cannot be got."""
        try:
            self.machine.provide(wanted)
        except TroubleError as trouble:
            say(f"this will do less than it can. {trouble}")


def _look_again(must: Iterable[Need]) -> None:
    """Look once more, or every later run would call apt again."""
    still = packages.missing(must)
    if still:
        raise TroubleError(f"Installed, yet still not found: {' '.join(still)}.")
