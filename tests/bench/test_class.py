# SPDX-License-Identifier: GPL-3.0-or-later
"""A class of twenty: real laptops with real screens, and the real console.

One screen scrolls, on one somebody types, one has a moving picture, the others stand
still: the class that Veyon was measured with.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

from tests.bench.figures import Figures
from tests.bench.laptop import Laptop, content, laptop
from tests.bench.meter import pss_mib, watch
from tests.bench.teacher_window import Window, window
from tests.fakes.certificates import wall_now
from tests.fakes.school import School, make_school
from tests.fakes.xserver import XServer

PUPILS: Final = 20
MOVING: Final = ("scroll", "typing", "video")
ALL_AGREED_S: Final = 50.0  # after the console's start; checked below
SECONDS: Final = 60.0
FAR_S: Final = 600.0
ASKED, ALL_CAME = 4, 5
LINES: Final = (
    {"wait": "connected", "count": PUPILS, "timeout": FAR_S},
    {"act": "startLesson"},
    {"wait": "started"},
    {
        "at": ALL_AGREED_S,
        "act": "showScreens",
        "args": {"reason_code": "independent_work"},
    },
    {"wait": "picture", "count": PUPILS, "timeout": FAR_S},
    {"act": "uncover"},
    {"at": FAR_S, "quit": True},
)


async def test_twenty(tmp_path: Path, figures: Figures) -> None:
    school = make_school(wall_now(), kind="demo", pupils=PUPILS)
    async with _class(school, tmp_path) as pupils:
        with (
            XServer(1920, 1080) as screen,
            window(school, tmp_path, screen, LINES) as teacher,
        ):
            connected = await teacher.until(1)
            asked = await teacher.until(ASKED)
            _all_agreed(pupils, asked)
            came = await teacher.until(ALL_CAME)
            assert connected < asked < came
            figures.take(
                "20 pupils: show screens to all first pictures on the wall",
                came - asked,
                "s",
                aim=1.5,
                veyon=(1.39, 1.39),
            )
            await _measure(teacher, pupils, figures)


async def _measure(teacher: Window, pupils: list[Laptop], figures: Figures) -> None:
    await teacher.until(ALL_CAME + 1)
    await asyncio.sleep(5.0)
    laptops = [pid for pupil in pupils for pid in pupil.pids]
    used = await watch(SECONDS, teacher.pids, laptops)
    figures.take(
        "20 pupils, mixed: console and its decoder",
        used.per_min(0),
        "CPU s/min",
        aim=2.0,
        veyon=(1.70, 1.70),
    )
    figures.take(
        "20 pupils, mixed: all 20 laptops",
        used.per_min(1),
        "CPU s/min",
        veyon=(11.22, 11.22),
    )
    figures.take(
        "20 pupils: memory of console and decoder",
        pss_mib(teacher.pids),
        "MiB PSS",
        veyon=(227, 227),
    )
    figures.take(
        "20 pupils: memory of one laptop among 20",
        pss_mib(laptops) / PUPILS,
        "MiB PSS",
        veyon=(55, 60),
    )


def _all_agreed(pupils: list[Laptop], by: float) -> None:
    """Hold that each pupil had said yes before the screens were asked."""
    for pupil in pupils:
        said = pupil.diary(what="pressed", name="questionYes")
        assert said, "a pupil was not asked yet"
        assert said[0]["t"] < by, "a pupil said yes too late for this bench"


@asynccontextmanager
async def _class(school: School, folder: Path) -> AsyncIterator[list[Laptop]]:
    """Start the laptops one after the other: only what comes then is measured."""
    async with AsyncExitStack() as stack:
        pupils = []
        for number in range(PUPILS):
            screen = stack.enter_context(XServer(1920, 1080))
            kind = MOVING[number] if number < len(MOVING) else "still"
            stack.enter_context(content(kind, screen))
            place = folder / f"{number:02}"
            one = laptop(school, place, screen, pupil=number)
            pupils.append(await stack.enter_async_context(one))
        yield pupils
