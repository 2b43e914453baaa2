# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock names packages and hashes, and no place on earth."""

import re
import tomllib

import pytest

from installer.newcomer import lockfile
from tests.architecture.house import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pins() -> dict[str, list[str]]:
    """Map each locked name to the versions it is locked at."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^ ]+)", LOCK, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


def asked_for() -> list[str]:
    """List the names this project asks for, as the lock writes them."""
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    names = [re.split(r"[^A-Za-z0-9_.-]", line)[0] for line in wanted]
    return [name.lower().replace("_", "-") for name in names]


def test_every_line_is_a_pin_or_a_hash() -> None:
    assert lockfile.strange_lines(LOCK) == []


@pytest.mark.parametrize(
    "line",
    [
        "--any-option somewhere",
        "click @ file:///srv/click.whl",
        "click @ https://packages.example/click.whl",
        "-e .",
        "# made with uv pip compile",
        "click>=8",
        "click==8.5.1",
        "    --hash=md5:0123456789abcdef0123456789abcdef",
    ],
)
def test_a_line_with_a_place_is_seen(line: str) -> None:
    assert lockfile.strange_lines(f"{LOCK}{line}\n") == [line]


def test_every_pin_has_its_hashes() -> None:
    lines = LOCK.splitlines()
    bare = [
        line
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if not line.startswith(" ") and not after.startswith("    --hash=")
    ]
    assert bare == []


@pytest.mark.parametrize("name", sorted(set(asked_for())))
def test_all_we_ask_for_is_locked(name: str) -> None:
    assert name in pins()


def test_the_pair_that_crashes_is_not_in_it() -> None:
    pairs = re.findall(r"^pyside6-essentials==(\S+) ; (.*) \\$", LOCK, re.MULTILINE)
    assert {marker: version[:5] for version, marker in pairs} == {
        "python_full_version < '3.12'": "6.11.",
        "python_full_version >= '3.12'": "6.12.",
    }


def test_nothing_in_it_has_our_name() -> None:
    assert not {"installer", "agent", "console", "protocol", "consent"} & pins().keys()
