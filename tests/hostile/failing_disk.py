# SPDX-License-Identifier: GPL-3.0-or-later
"""The real service in a lesson, on a disk whose calls a test lets fail."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.daemon.places import Places
from consent.documents.command import CommandBody, Verb
from tests.fakes.enrolled import enrol
from tests.fakes.school import School
from tests.hostile.rig import TRIES, PatchedConsole
from tests.journeys.laptop_rig import WITHIN_S, HandSession, Service, service

STRACE = shutil.which("strace")


@contextlib.asynccontextmanager
async def lesson(
    school: School, state: Path, folder: Path
) -> AsyncIterator[tuple[Service, PatchedConsole, HandSession]]:
    """Run a service on this disk, with a console and a pupil."""
    places = enrol(school, state)
    async with at_work(school, places.state, folder) as all_three:
        yield all_three


@contextlib.asynccontextmanager
async def at_work(
    school: School,
    state: Path,
    folder: Path,
    before: tuple[PatchedConsole, HandSession] | None = None,
) -> AsyncIterator[tuple[Service, PatchedConsole, HandSession]]:
    """Start the service on what the disk holds, with the tree and key of before."""
    async with service(Places(state), folder / "s.sock") as running:
        console, pupil = PatchedConsole(school, folder), HandSession()
        if before is not None:
            console.tree, pupil.key = before[0].tree, before[1].key
        await pupil.connect(running.socket)
        await console.connect(running.port)
        await console.asked(Verb.LESSON_START)
        yield running, console, pupil
        await console.close()
        await pupil.close()


async def ask_until_refused(console: PatchedConsole) -> None:
    """Look again and again: the first wish the disk cannot keep is a no."""
    for _ in range(TRIES):
        body = await console.try_(Verb.OVERVIEW_START)
        if body is None:
            return
        await stop(console, body)
    raise AssertionError("The disk never refused.")


async def stop(console: PatchedConsole, body: CommandBody) -> None:
    """Stop looking; something answers, whatever the disk does."""
    await console.answer(await console.ask(Verb.OVERVIEW_STOP, access=body.access))


@contextlib.asynccontextmanager
async def failing(
    pid: int, what: str, *, error: str = "EIO", when: str = "1+"
) -> AsyncIterator[None]:
    """Let a system call of one process fail, until the end of the block.

    Args:
        pid: of the process.
        what: names of calls.
        error: what they say.
        when: which of them, counted from now, as strace writes it.
    """
    tracer = await asyncio.create_subprocess_exec(
        str(STRACE),
        "-f",
        "-e",
        f"trace={what}",
        "-e",
        f"inject={what}:error={error}:when={when}",
        "-p",
        str(pid),
        stderr=asyncio.subprocess.PIPE,
    )
    assert tracer.stderr is not None
    async with asyncio.timeout(WITHIN_S):
        first = await tracer.stderr.readline()
    if b"attached" not in first:
        await tracer.wait()
        pytest.skip(f"this machine does not let the test trace: {first.decode()}")
    drain = asyncio.create_task(tracer.stderr.read())
    try:
        yield
    finally:
        tracer.terminate()
        await tracer.wait()
        await drain
