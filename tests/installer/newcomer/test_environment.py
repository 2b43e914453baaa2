# SPDX-License-Identifier: GPL-3.0-or-later
"""The virtual environment is made once, from the lock, and is never half."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from installer.newcomer.environment import Environment
from installer.newcomer.words import TroubleError

PROJECT = """\
[build-system]
requires = ["setuptools"]
[project]
name = "house"
dependencies = ["click"]
[tool.setuptools.packages.find]
include = ["agent*"]
[tool.ruff]
line-length = 88
"""
LOCK = f"""\
click==8.5.1 \\
    --hash=sha256:{"a" * 64}
setuptools==84.2.1 \\
    --hash=sha256:{"b" * 64}
"""


class Pip:
    """Remembers what it was asked to install; fails at the n-th call when told."""

    def __init__(self, fail_at: int = 0) -> None:
        self.calls: list[tuple[str, ...]] = []
        self.fail_at = fail_at

    def __call__(self, *arguments: str) -> None:
        self.calls.append(arguments)
        if len(self.calls) == self.fail_at:
            raise TroubleError("No network.")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "requirements.lock").write_text(LOCK)
    return tmp_path


def environment(clone: Path, pip: Callable[..., None]) -> Environment:
    home = clone / ".venv"
    return Environment(clone, home, lambda folder: folder.mkdir(exist_ok=True), pip)


def test_a_new_clone_has_none(clone: Path) -> None:
    assert not environment(clone, Pip()).is_fresh()


def test_it_is_fresh_once_made(clone: Path) -> None:
    made = environment(clone, Pip())
    made.make()
    assert made.is_fresh()


@pytest.mark.parametrize("fail_at", [1, 2, 3])
def test_a_broken_installation_leaves_no_stamp(clone: Path, fail_at: int) -> None:
    made = environment(clone, Pip(fail_at))
    with pytest.raises(TroubleError):
        made.make()
    assert not made.is_fresh()


@pytest.mark.parametrize("fail_at", [1, 2, 3])
def test_the_one_before_comes_back_whole(clone: Path, fail_at: int) -> None:
    made = environment(clone, Pip())
    made.make()
    before = made.stamp.read_text()
    (made.home / "old").touch()
    lock = clone / "requirements.lock"
    lock.write_text(LOCK.replace("8.5.1", "8.5.2"))
    with pytest.raises(TroubleError):
        replace(made, install=Pip(fail_at)).make()
    assert made.stamp.read_text() == before
    assert (made.home / "old").exists()
    lock.write_text(LOCK)
    assert made.is_fresh()


def test_one_that_was_never_finished_leaves_nothing(clone: Path) -> None:
    made = environment(clone, Pip(2))
    with pytest.raises(TroubleError):
        made.make()
    assert not made.home.exists()


def test_a_build_that_was_killed_brings_the_one_before_back_later(clone: Path) -> None:
    made = environment(clone, Pip())
    made.make()
    made.home.rename(clone / ".venv.before")  # as after a kill in the middle
    made.home.mkdir()
    assert not made.is_fresh()
    with pytest.raises(TroubleError):
        replace(made, install=Pip(1)).make()
    assert made.is_fresh()
    made.make()
    assert not (clone / ".venv.before").exists()


def test_everything_but_ourselves_is_checked_by_its_hash(clone: Path) -> None:
    pip = Pip()
    environment(clone, pip).make()
    *locked, ourselves = pip.calls
    assert all("--require-hashes" in call for call in locked)
    assert ourselves == ("--no-deps", "--no-build-isolation", "-e", str(clone))


def test_the_build_tool_comes_first_and_no_build_fetches_another(clone: Path) -> None:
    pip = Pip()
    environment(clone, pip).make()
    first, second, _ = pip.calls
    block = Path(first[-1]).read_text()
    assert block.startswith("setuptools==84.2.1")
    assert "click" not in block
    assert "--no-build-isolation" in second


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("requirements.lock", "8.5.1", "8.5.2"),
        ("pyproject.toml", '"click"', '"click>=9"'),
        ("pyproject.toml", "agent*", "console*"),
    ],
)
def test_a_change_in_what_it_is_made_of_makes_it_stale(
    clone: Path, file: str, before: str, after: str
) -> None:
    made = environment(clone, Pip())
    made.make()
    text = (clone / file).read_text()
    (clone / file).write_text(text.replace(before, after))
    assert not made.is_fresh()


def test_a_change_of_a_lint_rule_does_not(clone: Path) -> None:
    made = environment(clone, Pip())
    made.make()
    text = (clone / "pyproject.toml").read_text()
    (clone / "pyproject.toml").write_text(text.replace("88", "100"))
    assert made.is_fresh()


def test_a_moved_clone_makes_its_own(clone: Path) -> None:
    made = environment(clone, Pip())
    assert made.fingerprint() != replace(made, home=clone / "other").fingerprint()
