# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may install packages, and what the others are told."""

import pytest

from installer.newcomer.needs import Need
from installer.newcomer.packages import (
    Machine,
    advice,
    missing,
    missing_for_venv,
    this_machine,
)
from installer.newcomer.words import TroubleError


def never(packages: list[str]) -> None:
    raise AssertionError(packages)


def test_root_with_apt_installs() -> None:
    installed: list[str] = []
    machine = Machine(is_root=True, has_apt=True, install=installed.extend)
    machine.provide(["xvfb", "openbox"])
    assert installed == ["xvfb", "openbox"]


def test_another_user_gets_the_line_to_type_and_nothing_happens() -> None:
    machine = Machine(is_root=False, has_apt=True, install=never)
    with pytest.raises(TroubleError) as caught:
        machine.provide(["xvfb", "openbox"])
    line = "sudo apt-get install -y --no-install-recommends xvfb openbox"
    assert line in str(caught.value)


def test_without_apt_the_names_are_told_and_nothing_happens() -> None:
    machine = Machine(is_root=True, has_apt=False, install=never)
    with pytest.raises(TroubleError, match="lacks: xvfb"):
        machine.provide(["xvfb"])


def test_only_what_is_not_there_is_missing() -> None:
    there = Need("dash", program="sh")
    gone = Need("ghost", program="no-such-program")
    assert missing([gone, there, gone]) == ["ghost", "ghost"]


def test_this_python_can_make_an_environment() -> None:
    assert missing_for_venv() == []


def test_advice_is_a_line_that_can_be_pasted() -> None:
    assert advice(["xvfb"]).splitlines()[1].strip().startswith("sudo apt-get install")


def test_this_machine_is_known() -> None:
    assert isinstance(this_machine().is_root, bool)
