# SPDX-License-Identifier: GPL-3.0-or-later
"""What being in a lesson costs one laptop: real programs, a screen of 1920x1080."""

import asyncio
from pathlib import Path
from typing import Final

import pytest

from consent.documents.command import Verb
from tests.bench.figures import Figures
from tests.bench.laptop import Laptop, content, laptop
from tests.bench.meter import Window, pss_mib, watch, wire_in
from tests.bench.teacher import Teacher, teacher
from tests.bench.warm import kept_warm
from tests.fakes.certificates import wall_now
from tests.fakes.school import make_school
from tests.fakes.xserver import XServer

SECONDS: Final = 60.0
VIEW_S: Final = 30.0
SETTLE_S: Final = 12.0  # past the notices, and the ten seconds of a first picture
CPU: Final = "CPU s/min"
VEYON_CPU: Final = {
    "still": (0.22, 0.36),
    "scroll": (3.0, 3.42),
    "typing": (0.60, 0.76),
    "video": (3.9, 4.52),
}
VEYON_X: Final = {  # more in the X server than without it; where we know how much
    "still": (0.0, 0.0),
    "scroll": (1.0, 1.3),
    "typing": (0.0, 0.0),
    "video": (0.0, 0.0),
}
VEYON_WIRE: Final = {
    "still": (81, 95),
    "scroll": (299_650, 550_000),
    "typing": (684, 725),
    "video": (53_528, 1_136_200),
}
CPU_AIM: Final = {"still": 0.10, "scroll": 0.40, "typing": 0.40, "video": 0.40}
WIRE_AIM: Final = {"still": 95, "scroll": 8_000, "typing": 8_000, "video": 8_000}


async def test_still(tmp_path: Path, figures: Figures) -> None:
    school = make_school(wall_now(), kind="demo")
    with XServer(1920, 1080) as screen, content("still", screen):
        alone = await watch(10.0, [screen.pid])
        async with (
            laptop(school, tmp_path, screen) as pupil,
            teacher(school, tmp_path, pupil.service.port) as console,
        ):
            await console.begin()
            await pupil.until(what="pressed", name="questionYes")
            await asyncio.sleep(SETTLE_S)
            async with kept_warm(pupil.pids):
                idle = await watch(SECONDS / 2, pupil.pids)
            figures.take("in a lesson, nobody looks", idle.per_min(0), CPU, aim=0.10)
            await _overview(console, pupil, figures, "still", alone.per_min(0))
            _memory(pupil, figures)


async def test_scrolling(tmp_path: Path, figures: Figures) -> None:
    school = make_school(wall_now(), kind="demo")
    with XServer(1920, 1080) as screen, content("scroll", screen):
        alone = (await watch(SECONDS / 2, [screen.pid])).per_min(0)
        async with (
            laptop(school, tmp_path, screen) as pupil,
            teacher(school, tmp_path, pupil.service.port) as console,
        ):
            await console.begin()
            await _overview(console, pupil, figures, "scroll", alone)
            await _view(console, pupil, figures, alone)


@pytest.mark.parametrize("kind", ["typing", "video"])
async def test_other_work(tmp_path: Path, figures: Figures, kind: str) -> None:
    school = make_school(wall_now(), kind="demo")
    with XServer(1920, 1080) as screen, content(kind, screen):
        alone = (await watch(SECONDS / 2, [screen.pid])).per_min(0)
        async with (
            laptop(school, tmp_path, screen) as pupil,
            teacher(school, tmp_path, pupil.service.port) as console,
        ):
            await console.begin()
            await _overview(console, pupil, figures, kind, alone)


async def _overview(
    console: Teacher, pupil: Laptop, figures: Figures, kind: str, alone: float
) -> None:
    """Measure a lesson with small pictures on; alone = the X server without us."""
    access = (await console.agreed(Verb.OVERVIEW_START)).access
    await console.picture(access)
    await asyncio.sleep(SETTLE_S)
    service, xserver = [pupil.service.process.pid], [pupil.screen.pid]
    async with kept_warm([*pupil.pids, *xserver]):
        had, wire = console.pictures(access), wire_in(console.link)
        used = await watch(SECONDS, pupil.pids, xserver, service)
        came = wire_in(console.link).since(wire)
    new = console.pictures(access) - had
    assert new > 0 or kind == "still", "no picture came"
    what = f"small pictures, {kind}"
    _record_cpu(figures, kind, used, alone)
    figures.take(
        f"{what}: to the teacher, with IP and TCP",
        came.with_headers / used.s,
        "B/s",
        aim=WIRE_AIM[kind],
        veyon=VEYON_WIRE[kind],
    )
    figures.take(f"{what}: of which TLS", came.bytes / used.s, "B/s")
    figures.take(f"{what}: pictures", new * 60 / used.s, "/min")


def _record_cpu(figures: Figures, kind: str, used: Window, alone: float) -> None:
    what, extra = f"small pictures, {kind}", max(0.0, used.per_min(1) - alone)
    (low, high), (more, most) = VEYON_CPU[kind], VEYON_X[kind]
    ours = used.per_min(0)
    figures.take(f"{what}: our processes", ours, CPU, veyon=(low, high))
    figures.take(f"{what}: of which the service", used.per_min(2), CPU)
    veyon_x = (more, most) if most else None
    figures.take(f"{what}: more in the X server", extra, CPU, veyon=veyon_x)
    both = (low + more, high + most)
    figures.take(f"{what}: both", ours + extra, CPU, aim=CPU_AIM[kind], veyon=both)


async def _view(
    console: Teacher, pupil: Laptop, figures: Figures, alone: float
) -> None:
    """Measure a large look while it scrolls."""
    access = (await console.agreed(Verb.VIEW_START)).access
    await console.picture(access)
    xserver = [pupil.screen.pid]
    async with kept_warm([*pupil.pids, *xserver]):
        had, wire = console.pictures(access), wire_in(console.link)
        used = await watch(VIEW_S, pupil.pids, xserver)
        came = wire_in(console.link).since(wire)
    new = console.pictures(access) - had
    assert new > 0, "no picture came"
    total = used.per_min(0) + max(0.0, used.per_min(1) - alone)
    figures.take("a large look, scroll: both", total, CPU)
    figures.take("a large look, scroll: to the teacher", came.bytes / used.s, "B/s")
    figures.take("a large look, scroll: pictures", new / used.s, "/s")


def _memory(pupil: Laptop, figures: Figures) -> None:
    service, session = [pupil.service.process.pid], pupil.session_pids
    figures.take("memory of the service", pss_mib(service), "MiB PSS")
    figures.take("memory of session and guard", pss_mib(session), "MiB PSS")
    figures.take(
        "memory of all three", pss_mib(pupil.pids), "MiB PSS", aim=92, veyon=(78, 91)
    )
