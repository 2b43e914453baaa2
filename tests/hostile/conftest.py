# SPDX-License-Identifier: GPL-3.0-or-later
"""The real service on loopback, a real screen, a patched console."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.fakes.certificates import wall_now
from tests.fakes.enrolled import enrol
from tests.fakes.school import School, make_school
from tests.fakes.xserver import XServer
from tests.hostile.rig import PatchedConsole, PupilSession, make_screen
from tests.journeys.laptop_rig import HandSession, Service, service


@pytest.fixture
def school() -> School:
    """Give a demo school whose lesson runs now."""
    return make_school(wall_now(), kind="demo")


@pytest.fixture
async def running(school: School, tmp_path: Path) -> AsyncIterator[Service]:
    """Give a service that has its papers."""
    places = enrol(school, tmp_path / "state")
    async with service(places, tmp_path / "s.sock") as started:
        yield started


@pytest.fixture
async def console(
    running: Service, school: School, tmp_path: Path
) -> AsyncIterator[PatchedConsole]:
    """Give a patched console, connected."""
    teacher = PatchedConsole(school, tmp_path)
    await teacher.connect(running.port)
    yield teacher
    await teacher.close()


@pytest.fixture
async def pupil(running: Service) -> AsyncIterator[HandSession]:
    """Give a pupil's end that the test moves."""
    session = HandSession()
    await session.connect(running.socket)
    yield session
    await session.close()


@pytest.fixture
def screen() -> Iterator[XServer]:
    """Give a real X screen."""
    yield from make_screen()


@pytest.fixture
def pupil_program(
    running: Service, tmp_path: Path, screen: XServer
) -> Iterator[PupilSession]:
    """Give the real session on a real screen; its pupil says yes."""
    session = PupilSession(running, tmp_path, screen)
    yield session
    session.close()
