# SPDX-License-Identifier: GPL-3.0-or-later
"""The console's side of the decoder process: gate first, newest picture wins.

What the process answers is not trusted either: a picture has exactly the size that
was asked, or the process is ended and a new one is made for the next picture.
"""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from console.core.commands import Decode
from console.pictures.child import ASK, YES
from console.pictures.gate import OVERVIEW, VIEW, GateError, check_jpeg

CHILD: Final = Path(__file__).with_name("child.py")
ANSWER_S: Final = 3.0
END_S: Final = 0.5
RGB_BYTES: Final = 3

Done = Callable[[Decode, bytes | None], None]


class Decoder:
    """One decoder process, restarted when a picture breaks it."""

    def __init__(self, done: Done) -> None:
        """Take what is told of each picture: its pixels, or None."""
        self._done = done
        self._waiting: dict[tuple[str, bool], Decode] = {}
        self._offered = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int | None:
        """The process that decodes now, if one is up."""
        return self._process.pid if self._process else None

    def offer(self, job: Decode) -> None:
        """Take a picture; one of the same tile that still waits is forgotten."""
        self._waiting.pop((job.pupil, job.large), None)
        self._waiting[job.pupil, job.large] = job
        self._offered.set()

    def forget(self, pupil: str, *, large: bool) -> None:
        """Forget what still waits for this tile: its pupil said no."""
        self._waiting.pop((pupil, large), None)

    async def run(self) -> None:
        """Decode what is offered, until cancelled."""
        try:
            while True:
                await self._offered.wait()
                self._offered.clear()
                while self._waiting:
                    job = self._waiting.pop(next(iter(self._waiting)))
                    self._done(job, await self._decode(job))
        finally:
            await self._end()

    async def _decode(self, job: Decode) -> bytes | None:
        try:
            size = check_jpeg(job.jpeg, VIEW if job.large else OVERVIEW)
        except GateError:
            return None
        if size != (job.width_px, job.height_px):
            return None
        try:
            async with asyncio.timeout(ANSWER_S):
                return await self._ask(job)
        except (TimeoutError, OSError, asyncio.IncompleteReadError):
            await self._end()
            return None

    async def _ask(self, job: Decode) -> bytes | None:
        process = self._process or await self._start()
        if process.stdin is None or process.stdout is None:
            raise OSError("The decoder process has no pipes.")
        head = ASK.pack(len(job.jpeg), job.width_px, job.height_px)
        process.stdin.write(head + job.jpeg)
        await process.stdin.drain()
        if await process.stdout.readexactly(1) != YES:
            return None
        wanted = job.width_px * job.height_px * RGB_BYTES
        return await process.stdout.readexactly(wanted)

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            str(CHILD),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()  # which ends one that still listens
        try:
            async with asyncio.timeout(END_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
