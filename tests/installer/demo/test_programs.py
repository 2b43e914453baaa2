# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs run beside us and end with us; what fails says its last words."""

import sys
from pathlib import Path

import pytest

from installer.demo.programs import DemoError, Running, command, run


def test_a_command_runs_in_this_python() -> None:
    assert command("json.tool", Path("/x"))[:3] == [sys.executable, "-m", "json.tool"]
    assert "usage" in run("json.tool", "--help")
    with pytest.raises(DemoError, match="ended with 2"):
        run("json.tool", "--no-such-word")


def test_a_running_program_is_stopped_by_us(tmp_path: Path) -> None:
    running = Running("http.server", "0", "--bind", "127.0.0.1", log=tmp_path / "log")
    running.check()
    assert running.code is None
    running.stop()
    running.stop()
    assert running.code is not None


def test_an_early_end_is_told_with_its_last_words(tmp_path: Path) -> None:
    running = Running("json.tool", "/no/such/file", log=tmp_path / "a" / "log")
    assert running.wait(20) != 0
    with pytest.raises(DemoError, match="no/such/file"):
        running.check()


def test_waiting_for_what_goes_on_is_an_error(tmp_path: Path) -> None:
    running = Running("http.server", "0", "--bind", "127.0.0.1", log=tmp_path / "log")
    try:
        with pytest.raises(DemoError, match="did not end"):
            running.wait(0)
    finally:
        running.stop()
