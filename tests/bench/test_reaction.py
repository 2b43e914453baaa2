# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a laptop does as it is told: by the teacher, and by the pupil."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from consent.documents.command import Verb
from consent.purpose import Purpose
from protocol.messages.commands import Attention, AttentionState, Ended
from protocol.messages.pictures import Picture
from tests.bench.figures import Figures
from tests.bench.laptop import Laptop, content, laptop, seen
from tests.bench.meter import cpu_s
from tests.bench.own_net import links_of, turn
from tests.bench.pointer import Pointer
from tests.bench.teacher import Teacher, teacher
from tests.bench.warm import kept_warm
from tests.fakes.certificates import wall_now
from tests.fakes.school import make_school
from tests.fakes.xserver import XServer
from tests.hostile.failing_disk import ask_until_refused, failing
from tests.hostile.failing_disk import lesson as disk_lesson

TIMES: Final = 5
FLOWS_S: Final = 1.5  # a large look is well under way
LOOK_S: Final = 0.002
AFTER_S: Final = 1.0  # nothing may come any more in this time
STOP: Final = {"on": "eye:view", "point": ["eyeStop"], "after": 0.5}


@asynccontextmanager
async def lesson(folder: Path) -> AsyncIterator[tuple[Laptop, Teacher, XServer]]:
    """Run a lesson on one laptop whose screen scrolls."""
    school = make_school(wall_now(), kind="demo")
    with XServer(1920, 1080) as screen, content("scroll", screen):
        async with (
            laptop(school, folder, screen, more=(STOP,)) as pupil,
            teacher(school, folder, pupil.service.port) as console,
        ):
            await console.begin()
            await pupil.until(what="pressed", name="questionYes")
            yield pupil, console, screen


async def test_attention(tmp_path: Path, figures: Figures) -> None:
    shown_ms, cpu_ms = [], []
    for number in range(TIMES):
        async with lesson(tmp_path / str(number)) as (pupil, console, _):
            await pupil.until(2, what="pressed", name="questionYes")
            async with kept_warm(pupil.pids):
                before, began = cpu_s(pupil.pids), time.perf_counter()
                body = await console.ask(Verb.ATTENTION_START)
                heard = await console.heard.wait(Attention)
                shown_ms.append((time.perf_counter() - began) * 1e3)
                cpu_ms.append((cpu_s(pupil.pids) - before) * 1e3)
            assert (heard.seq, heard.state) == (body.seq, AttentionState.SHOWN)
    figures.take(
        "attention: command to painted, read back and told",
        shown_ms,
        "ms",
        aim=80,
        veyon=(147, 183),
    )
    figures.take("attention: CPU of the laptop", cpu_ms, "ms", aim=30)


async def test_record_mended(tmp_path: Path, figures: Figures) -> None:
    """How long after its disk is well again a laptop may be looked at again."""
    back_s = []
    for number in range(TIMES):
        school, folder = make_school(wall_now(), kind="demo"), tmp_path / str(number)
        folder.mkdir()
        async with disk_lesson(school, folder / "state", folder) as (run, console, one):
            await one.say_yes(Purpose.OVERVIEW)
            async with failing(run.process.pid, "fdatasync,fsync"):
                await ask_until_refused(console)
                await asyncio.sleep(number)  # somewhere between two tries
            began = time.perf_counter()
            await console.until_granted(Verb.OVERVIEW_START)
            back_s.append(time.perf_counter() - began)
    figures.take("a disk that is well again: to the first grant", back_s, "s", aim=5)


async def test_F17_withdrawal(tmp_path: Path, figures: Figures) -> None:
    ended_ms, last_ms = [], []
    for number in range(TIMES):
        async with lesson(tmp_path / str(number)) as (pupil, console, screen):
            access = await _looking(console)
            pointer = await _at_stop(pupil, screen)
            pointer.click()
            began = time.perf_counter()
            told = asyncio.create_task(
                console.heard.wait(Ended, lambda x, access=access: x.access == access)  # type: ignore[misc]
            )
            last = await _last_picture(console, access, began, told)
            ended_ms.append((time.perf_counter() - began) * 1e3)
            had = console.pictures(access.hex())
            await asyncio.sleep(AFTER_S)
            assert console.pictures(access.hex()) == had, "a picture after the no"
            last_ms.append(last)
            pointer.close()
    figures.take("stop: click to the last byte of a picture", last_ms, "ms", aim=200)
    figures.take("stop: click to told to the teacher", ended_ms, "ms", aim=200)


async def test_F17_withdrawal_without_a_network(
    tmp_path: Path, figures: Figures, own_net: None
) -> None:
    cut_ms = []
    for number in range(TIMES):
        async with lesson(tmp_path / str(number)) as (pupil, console, screen):
            access, port = await _looking(console), pupil.service.port
            pointer = await _at_stop(pupil, screen)
            had = console.pictures(access.hex())
            assert turn("down")
            try:
                await asyncio.sleep(FLOWS_S)  # a picture is under way, and stuck
                assert links_of(port), "it was lost before the click"
                pointer.click()
                began = time.perf_counter()
                await seen(lambda port=port: not links_of(port), "cut", LOOK_S)  # type: ignore[misc]
                cut_ms.append((time.perf_counter() - began) * 1e3)
            finally:
                turn("up")
            await asyncio.sleep(AFTER_S)
            assert console.pictures(access.hex()) <= had + 1, "it came all the same"
            pointer.close()
    figures.take(
        "stop without a network: click to what was under way torn up",
        cut_ms,
        "ms",
        aim=200,
    )


async def _looking(console: Teacher) -> bytes:
    access = (await console.agreed(Verb.VIEW_START)).access
    await console.picture(access, skip=2)
    return bytes.fromhex(access)


async def _at_stop(pupil: Laptop, screen: XServer) -> Pointer:
    """Put the hand on the stop button of the eye, where the pupil sees it."""
    place = await pupil.until(what="point", name="eyeStop")
    pointer = Pointer(screen.name)
    pointer.move(place["x"], place["y"])
    await asyncio.sleep(FLOWS_S)
    return pointer


async def _last_picture(
    console: Teacher, access: bytes, began: float, told: "asyncio.Task[Ended]"
) -> float:
    """Give when the last part of a picture came, in ms; 0 when none did."""
    last, had = 0.0, _parts(console, access)
    while not told.done():
        await asyncio.sleep(0)
        if (parts := _parts(console, access)) > had:
            last, had = (time.perf_counter() - began) * 1e3, parts
    await told
    return last


def _parts(console: Teacher, access: bytes) -> int:
    things = console.heard.things
    return sum(isinstance(x, Picture) and x.access == access for x in things)
