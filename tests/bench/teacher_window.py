# SPDX-License-Identifier: GPL-3.0-or-later
"""The real console on a screen of its own, driven by its script."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.laptop import seen
from tests.bench.meter import family
from tests.console.site import console_state
from tests.fakes.school import School
from tests.fakes.xserver import XServer
from tests.journeys.laptop_rig import ROOT


@dataclass(frozen=True, slots=True)
class Window:
    """The console that runs."""

    pid: int
    script: Path
    log: Path

    @property
    def pids(self) -> list[int]:
        """Give it and its decoder."""
        return family(self.pid)

    def done(self) -> dict[int, float]:
        """Give when each line of the script was done, in seconds since 1970."""
        diary = self.script.with_name(self.script.name + ".diary")
        if not diary.exists():
            return {}
        lines = diary.read_text("utf-8").splitlines(keepends=True)
        found = [json.loads(line) for line in lines if line.endswith("\n")]
        return {one["line"]: one["t"] for one in found}

    async def until(self, line: int) -> float:
        """Wait until a line is done; gives when it was."""
        said = self.log.read_text("utf-8", "replace")
        await seen(lambda: line in self.done(), f"line {line} of the teacher: {said}")
        return self.done()[line]


@contextmanager
def window(
    school: School, folder: Path, screen: XServer, lines: Sequence[dict[str, Any]]
) -> Iterator[Window]:
    """Open the console and let it play these lines."""
    state = console_state(school, folder / "console")
    script, log = folder / "teacher.jsonl", folder / "teacher.log"
    script.write_text("".join(json.dumps(x) + "\n" for x in lines), "utf-8")
    words = ["--state", str(state.folder), "--script", str(script)]
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [sys.executable, "-m", "console.app", *words],
            cwd=ROOT,
            env=screen.environment(HOME=str(folder)),
            stdout=said,
            stderr=subprocess.STDOUT,
        ) as running,
    ):
        try:
            yield Window(running.pid, script, log)
        finally:
            running.terminate()
