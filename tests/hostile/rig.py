# SPDX-License-Identifier: GPL-3.0-or-later
"""Real programs for an attack: the service, the pupil's session, a patched console."""

import asyncio
import contextlib
import json
import os
import secrets
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest

from consent.documents.command import CommandBody, Verb
from protocol.codec import encode
from protocol.framing import framed
from protocol.messages.commands import Accepted, Declined, Ended, NotShared
from protocol.messages.pictures import Picture
from tests.fakes.xserver import XVFB, XServer
from tests.journeys.laptop_rig import ROOT, WITHIN_S, HandConsole, Service

M = TypeVar("M")
ANSWERS = (Accepted, NotShared, Declined)
POLL_S = 0.05
TRIES = 60  # a pupil who has to be asked first takes a while
YES_SCRIPT = [
    {"on": f"question:{name}", "press": ["questionYes"], "after": 0.2}
    for name in ("overview", "view", "show")
]


class PatchedConsole(HandConsole):
    """A console with all its keys that does as it likes."""

    def said(self, kind: type[M]) -> list[M]:
        """Give what the laptop said of one kind, in order."""
        return [x for x in self.heard.things if isinstance(x, kind)]

    async def answer(self, body: CommandBody) -> Accepted | NotShared | Declined:
        """Wait for the answer to one command."""

        def is_it(thing: object) -> bool:
            return isinstance(thing, ANSWERS) and thing.seq == body.seq

        found = await self.heard.wait(object, is_it)
        assert isinstance(found, ANSWERS)
        return found

    async def try_(self, verb: Verb, **changes: Any) -> CommandBody | None:  # noqa: ANN401
        """Ask once; give the command if it was granted."""
        body = await self.ask(verb, **changes)
        return body if isinstance(await self.answer(body), Accepted) else None

    async def until_granted(self, verb: Verb) -> CommandBody:
        """Ask again and again until the pupil said yes."""
        for _ in range(TRIES):
            body = await self.try_(verb)
            if body is not None:
                return body
        raise AssertionError(f"{verb} was never granted")

    async def pictures(self, access: str, count: int) -> None:
        """Wait until so many pictures of this access came."""
        mine = bytes.fromhex(access)
        await self.heard.wait(Picture, lambda x: x.access == mine, count - 1)

    async def ended(self, access: str) -> None:
        """Wait until the laptop says that this access ended."""
        await self.heard.wait(Ended, lambda x: x.access.hex() == access)

    def pictures_behind(self, index: int) -> list[Picture]:
        """Give the pictures behind the n-th thing that was heard."""
        return [x for x in self.heard.things[index:] if isinstance(x, Picture)]

    def write(self, message: Any) -> None:  # noqa: ANN401 -- any wire message
        """Put a message on the wire past the own session's rules."""
        self.link.write(framed(encode(message)))


class PupilSession:
    """The real inzage-session: its guard and its Qt child."""

    def __init__(self, service: Service, folder: Path, screen: XServer | None) -> None:
        script = folder / "script.jsonl"
        script.write_text("".join(json.dumps(x) + "\n" for x in YES_SCRIPT))
        offscreen = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""}
        environment = {**os.environ, **offscreen}
        if screen is not None:
            environment = screen.environment()
        arguments = [
            sys.executable,
            "-m",
            "agent.session.app",
            "--socket",
            str(service.socket),
            "--platform",
            "synthetic" if screen is None else "x11",
            "--profile",
            str(folder / "profile"),
            "--script",
            str(script),
        ]
        self._said = (folder / "session.txt").open("wb")
        self.guard = psutil.Popen(
            arguments,
            env={**environment, "HOME": str(folder)},
            cwd=ROOT,
            stdout=self._said,
            stderr=self._said,
        )

    def child(self) -> psutil.Process:
        """Give the process that paints the indicator."""
        return psutil.Process(self.guard.pid).children()[0]

    def signal(self, number: signal.Signals, *, guard: bool, child: bool) -> None:
        """Send a signal to one or both, the guard first."""
        painted = self.child()
        if guard:
            self.guard.send_signal(number)
        if child:
            painted.send_signal(number)

    def close(self) -> None:
        """End both, whatever state they are in."""
        with contextlib.suppress(psutil.NoSuchProcess):
            family = [*self.guard.children(recursive=True), self.guard]
            for process in family:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
            psutil.wait_procs(family)
        self._said.close()


def make_screen() -> Iterator[XServer]:
    """Give a real X screen of its own, where there is one."""
    if XVFB is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    with XServer() as server:
        yield server


async def until(holds: Callable[[], object]) -> None:
    """Wait for something that nobody tells of."""
    async with asyncio.timeout(WITHIN_S):
        while not holds():  # noqa: ASYNC110 -- X and the kernel tell nobody
            await asyncio.sleep(POLL_S)


def token() -> str:
    """Give a fresh id."""
    return secrets.token_hex(16)


Start = Callable[[], PupilSession]
Consoles = AsyncIterator[PatchedConsole]
