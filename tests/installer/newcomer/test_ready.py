# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine is brought to where a verb can start, or one sentence says why not."""

from pathlib import Path

import pytest

from installer.newcomer.environment import Environment
from installer.newcomer.needs import Need
from installer.newcomer.packages import Machine
from installer.newcomer.ready import Preparation
from installer.newcomer.verbs import Verb
from installer.newcomer.words import TroubleError

THERE = Need("dash", program="sh")
GONE = Need("ghost", program="no-such-program")


class Made(Environment):
    """An environment that is never fresh and only counts how often it was made."""

    made: list[str]

    def is_fresh(self) -> bool:
        return False

    def make(self) -> None:
        self.made.append("made")


def environment(made: list[str]) -> Environment:
    one = Made(root=Path("/nowhere"), home=Path("/nowhere"))
    object.__setattr__(one, "made", made)
    return one


def verb(*, must: tuple[Need, ...] = (), may: tuple[Need, ...] = ()) -> Verb:
    return Verb("to try", steps=(), must=must, may=may)


def machine(installed: list[str], *, is_root: bool) -> Machine:
    return Machine(is_root=is_root, has_apt=True, install=installed.extend)


def test_when_all_is_there_only_the_environment_is_made() -> None:
    installed: list[str] = []
    made: list[str] = []
    one = Preparation(machine(installed, is_root=True), environment(made))
    one.prepare(verb(must=(THERE,), may=(THERE,)))
    assert (installed, made) == ([], ["made"])


def test_without_root_a_missing_package_stops_before_anything_is_made() -> None:
    installed: list[str] = []
    made: list[str] = []
    one = Preparation(machine(installed, is_root=False), environment(made))
    with pytest.raises(TroubleError, match=r"sudo apt-get install .* ghost"):
        one.prepare(verb(must=(GONE,)))
    assert (installed, made) == ([], [])


def test_without_root_a_wish_is_told_and_we_go_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made: list[str] = []
    one = Preparation(machine([], is_root=False), environment(made))
    one.prepare(verb(may=(GONE,)))
    assert made == ["made"]
    assert "less than it can" in capsys.readouterr().err


def test_as_root_both_needs_and_wishes_are_installed() -> None:
    installed: list[str] = []
    one = Preparation(machine(installed, is_root=True), environment([]))
    wish = Need("wish", program="no-such-wish")
    with pytest.raises(TroubleError, match="still not found: ghost"):
        one.prepare(verb(must=(GONE,), may=(wish,)))
    assert installed == ["ghost", "wish"]


def test_a_wish_that_cannot_be_installed_stops_nobody() -> None:
    def no_network(packages: list[str]) -> None:
        raise TroubleError("No network.")

    made: list[str] = []
    offline = Machine(is_root=True, has_apt=True, install=no_network)
    Preparation(offline, environment(made)).prepare(verb(may=(GONE,)))
    assert made == ["made"]
