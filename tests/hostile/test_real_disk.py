# SPDX-License-Identifier: GPL-3.0-or-later
"""P06, D08: the real service on a disk that is full, or that reports errors."""

import asyncio
import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from consent.documents.command import Verb
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.local import ClickKind, EyeState
from tests.fakes.school import School
from tests.hostile.failing_disk import (
    STRACE,
    ask_until_refused,
    at_work,
    failing,
    lesson,
    stop,
)
from tests.hostile.rig import PatchedConsole
from tests.journeys.laptop_rig import HandSession


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
