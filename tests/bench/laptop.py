# SPDX-License-Identifier: GPL-3.0-or-later
"""One whole laptop: a screen with something on it, the service, the pupil's session."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psutil

from tests.fakes.enrolled import enrol
from tests.fakes.school import School
from tests.fakes.xserver import XServer
from tests.journeys.laptop_rig import ROOT, Service, service

PATIENCE_S: Final = 60.0
LOOK_S: Final = 0.02
YES: Final = tuple(
    {"on": f"question:{purpose}", "press": ["questionYes"], "after": 0.2}
    for purpose in ("overview", "view", "show")
)


@dataclass(frozen=True, slots=True)
class Laptop:
    """What runs for one pupil."""

    screen: XServer
    service: Service
    guard: psutil.Process
    script: Path

    @property
    def pids(self) -> list[int]:
        """Give all that is ours: the service, the guard, the guard's child."""
        return [self.service.process.pid, *self.session_pids]

    @property
    def session_pids(self) -> list[int]:
        """Give the guard and its child."""
        return [self.guard.pid, self.guard.children()[0].pid]

    def diary(self, **wanted: str) -> list[dict[str, Any]]:
        """Give what the script's diary says of something, so far."""
        path = self.script.with_name(self.script.name + ".diary")
        if not path.exists():
            return []
        text = path.read_text("utf-8")
        lines = [json.loads(x) for x in text.splitlines(keepends=True) if x[-1] == "\n"]
        return [line for line in lines if wanted.items() <= line.items()]

    async def until(self, count: int = 1, **wanted: str) -> dict[str, Any]:
        """Wait until the diary says it so many times; gives the last of them."""
        await seen(lambda: len(self.diary(**wanted)) >= count, str(wanted))
        return self.diary(**wanted)[count - 1]


async def seen(holds: Callable[[], bool], what: str, look_s: float = LOOK_S) -> None:
    """Wait for something that can only be looked at.

    Raises:
        AssertionError: it did not come.
    """
    give_up = asyncio.get_running_loop().time() + PATIENCE_S
    while not holds():
        assert asyncio.get_running_loop().time() < give_up, f"never: {what}"
        await asyncio.sleep(look_s)


@contextmanager
def content(kind: str, screen: XServer) -> Iterator[None]:
    """Show something on a screen; returns when it is there."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.content", kind],
        cwd=ROOT,
        env=screen.environment(),
        stdout=subprocess.PIPE,
    ) as shown:
        try:
            assert shown.stdout is not None
            assert shown.stdout.readline() == b"shown\n"
            yield
        finally:
            shown.kill()


@asynccontextmanager
async def laptop(
    school: School,
    folder: Path,
    screen: XServer,
    pupil: int = 0,
    more: tuple[dict[str, Any], ...] = (),
) -> AsyncIterator[Laptop]:
    """Start service and session; the pupil says yes to what is asked.

    Args:
        school: of kind demo.
        folder: for everything it keeps.
        screen: of the pupil.
        pupil: which of the school.
        more: lines of the pupil's script.
    """
    script = _write_script(folder, more)
    places, socket = enrol(school, folder / "state", pupil), folder / "s.sock"
    async with service(places, socket) as started:
        session = _start_session(folder, screen, socket, script)
        try:
            yield Laptop(screen, started, psutil.Process(session.pid), script)
        finally:
            session.terminate()
            await asyncio.to_thread(session.wait)


def _write_script(folder: Path, more: tuple[dict[str, Any], ...]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "script.jsonl"
    lines = "".join(json.dumps(line) + "\n" for line in (*YES, *more))
    script.write_text(lines, "utf-8")
    return script


def _start_session(
    folder: Path, screen: XServer, socket: Path, script: Path
) -> "subprocess.Popen[bytes]":
    words = ["--socket", socket, "--profile", folder / "profile"]
    words += ["--platform", "x11", "--script", script]
    with (folder / "session.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "agent.session.app", *map(str, words)],
            cwd=ROOT,
            env=screen.environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
