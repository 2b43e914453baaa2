# SPDX-License-Identifier: GPL-3.0-or-later
"""apt is called so that it asks nothing and waits its turn."""

import sys
from pathlib import Path

import pytest

from installer.newcomer import apt
from installer.newcomer.words import TroubleError

BUSY_ONCE = """
import pathlib, sys
seen = pathlib.Path(sys.argv[1])
if not seen.exists():
    seen.touch()
    sys.exit("E: Could not get lock /var/lib/apt/lists/lock.")
"""


def test_it_comes_back_when_another_one_held_the_lock(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    apt.patiently([sys.executable, "-c", BUSY_ONCE, str(seen)], poll_s=0)
    assert seen.exists()


def test_another_failure_is_told_at_once() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('E: Unable to locate x')"]
    with pytest.raises(TroubleError, match="E: Unable to locate x"):
        apt.patiently(command)


def test_it_asks_no_question() -> None:
    code = "import os, sys; sys.exit(os.environ['DEBIAN_FRONTEND'] != 'noninteractive')"
    apt.patiently([sys.executable, "-c", code])


def test_no_network_is_one_sentence() -> None:
    errors = "W: one\nErr: Temporary failure resolving 'deb.example'\nE: many\nE: more"
    assert apt.sentence(["apt-get"], errors).startswith("No network: apt could not")


def test_other_errors_keep_their_last_lines() -> None:
    errors = "\n".join(f"line {number}" for number in range(9))
    assert apt.sentence(["apt-get", "update"], errors).splitlines() == [
        "'apt-get update' failed:",
        "  line 6",
        "  line 7",
        "  line 8",
    ]


def test_the_lists_are_refreshed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    fake = tmp_path / "apt-get"
    fake.write_text(f'#!/bin/sh\necho "$1 $2 $3" >> {seen}\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    apt.install(["xvfb"])
    assert seen.read_text().splitlines() == [
        "-q update -o",
        "install -y --no-install-recommends",
    ]


def test_the_line_to_type_brings_nothing_extra() -> None:
    assert apt.install_command(["xvfb"]) == [
        *("apt-get", "install", "-y", "--no-install-recommends", "xvfb")
    ]
