# SPDX-License-Identifier: GPL-3.0-or-later
"""P06, D08: the real service on a disk that is full, or that reports errors."""

import asyncio
import contextlib
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from agent.daemon.places import Places
from consent.documents.command import CommandBody, Verb
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.local import ClickKind, EyeState
from tests.fakes.enrolled import enrol
from tests.fakes.school import School
from tests.hostile.rig import TRIES, PatchedConsole
from tests.journeys.laptop_rig import WITHIN_S, HandSession, Service, service

STRACE = shutil.which("strace")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 2 MiB, where this machine lets us mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False).returncode:
        pytest.skip("this machine does not let the test mount a disk of its own")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> None:
    filler = (folder / "filler").open("wb", buffering=0)
    with filler, contextlib.suppress(OSError):
        while filler.write(bytes(4_096)):
            pass


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


async def assert_closed(console: PatchedConsole, pupil: HandSession) -> None:
    trouble = await pupil.heard.wait(local.Eye, lambda x: x.state is EyeState.TROUBLE)
    assert trouble.why == "Je lijst werkt nu niet."
    before = len(console.heard.things)
    body = await console.ask(Verb.OVERVIEW_START)
    pupil.frame(body.access, 99)
    await console.answer(body)
    assert await console.try_(Verb.VIEW_START) is None
    assert console.pictures_behind(before) == []


async def test_P06_F11_on_a_full_disk_nobody_looks_and_the_pupil_is_told(
    disk: Path, school: School, tmp_path: Path
) -> None:
    async with lesson(school, disk / "state", tmp_path) as (_, console, pupil):
        await pupil.say_yes(Purpose.OVERVIEW, Purpose.VIEW)
        fill(disk)
        await ask_until_refused(console)
        await assert_closed(console, pupil)
        (disk / "filler").unlink()
        await console.until_granted(Verb.OVERVIEW_START)


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


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("fdatasync,fsync", "EIO"),
        ("pwrite64", "EIO"),
        ("pwrite64,ftruncate,fdatasync,fsync", "EROFS"),  # it turned read-only
    ],
)
@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
async def test_P06_F11_a_disk_that_reports_errors_shows_nobody(
    school: School, tmp_path: Path, what: str, error: str
) -> None:
    async with lesson(school, tmp_path / "state", tmp_path) as (
        running,
        console,
        pupil,
    ):
        await pupil.say_yes(Purpose.OVERVIEW, Purpose.VIEW)
        async with failing(running.process.pid, what, error=error):
            await ask_until_refused(console)
            await assert_closed(console, pupil)
        await console.until_granted(Verb.OVERVIEW_START)


@pytest.mark.parametrize("nth", range(1, 7))
@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
async def test_P06_one_failed_flush_ends_what_it_was_for_and_nothing_more(
    school: School, tmp_path: Path, nth: int
) -> None:
    async with lesson(school, tmp_path / "state", tmp_path) as (
        running,
        console,
        pupil,
    ):
        await pupil.say_yes(Purpose.OVERVIEW, Purpose.VIEW)
        async with failing(running.process.pid, "fdatasync,fsync", when=str(nth)):
            told = asyncio.create_task(in_trouble(pupil))
            while not told.done():  # until it was that flush's turn
                body = await console.try_(Verb.OVERVIEW_START)
                if body is not None:
                    await stop(console, body)
            body = await console.until_granted(Verb.OVERVIEW_START)
            pupil.frame(body.access, 1)
            await console.pictures(body.access, 1)


async def in_trouble(pupil: HandSession) -> None:
    await pupil.heard.wait(local.Eye, lambda x: x.state is EyeState.TROUBLE)


async def stop(console: PatchedConsole, body: CommandBody) -> None:
    """Stop looking; something answers, whatever the disk does."""
    await console.answer(await console.ask(Verb.OVERVIEW_STOP, access=body.access))


@pytest.mark.parametrize("how", ["no", "pause"])
async def test_D08_a_no_on_a_full_disk_is_still_a_no_after_a_kill(
    disk: Path, school: School, tmp_path: Path, how: str
) -> None:
    state = disk / "state"
    async with lesson(school, state, tmp_path) as (running, first, one):
        await one.say_yes(Purpose.OVERVIEW)
        fill(disk)
        await ask_until_refused(first)  # not even a line of the record fits now
        await say_no(one, how)
        running.process.kill()
        await running.process.wait()
    (disk / "filler").unlink()
    async with at_work(school, state, tmp_path, (first, one)) as (_, console, pupil):
        assert await console.try_(Verb.OVERVIEW_START) is None
        choices = await pupil.heard.wait(local.Choices)
        assert choices.paused
        if how == "no":
            pupil.click(ClickKind.RESUME)
            await pupil.heard.wait(local.Choices, lambda x: not x.paused)
            assert await console.try_(Verb.OVERVIEW_START) is None
        else:
            pupil.click(ClickKind.RESUME)
            await console.until_granted(Verb.OVERVIEW_START)


async def say_no(pupil: HandSession, how: str) -> None:
    """Switch the small picture off, or pause, and wait until that is on disk."""
    if how == "pause":
        pupil.click(ClickKind.PAUSE)
    else:
        welcomed = await pupil.heard.wait(local.Welcomed)
        notice = next(x for x in welcomed.notices if x.id == "overview")
        no = local.ChoiceAnswer.NO
        pupil.answer(Purpose.OVERVIEW, notice, no, by_switch=True)
    await pupil.heard.wait(local.ClickKept, lambda x: x.n == pupil.clicks)
