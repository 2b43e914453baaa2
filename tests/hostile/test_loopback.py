# SPDX-License-Identifier: GPL-3.0-or-later
"""D16: a console on a pupil's own laptop, in a real school. Each wall alone.

The service runs in this process, so that it may be a school day whatever day it is.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from agent.daemon.daemon import Clocks, Daemon, Options
from agent.daemon.identity import load
from agent.daemon.settings import Settings
from consent.documents.charter import Network
from consent.documents.command import Verb
from protocol.aio.clock import boottime
from protocol.aio.stream import dial
from protocol.aio.tls import context
from protocol.errors import ProtocolError
from protocol.identity import Role
from protocol.messages.commands import Accepted, Declined, DeclinedCode, NotShared
from tests.fakes.certificates import wall_now
from tests.fakes.enrolled import enrol
from tests.fakes.papers import BRUSSELS
from tests.fakes.school import School, make_school
from tests.hostile.rig import PatchedConsole
from tests.journeys.laptop_rig import WITHIN_S


def school_morning() -> datetime:
    """Give the last Monday at 10:20; certificates live in real time."""
    now = wall_now().astimezone(BRUSSELS) - timedelta(days=1)
    monday = now - timedelta(days=now.weekday())
    return monday.replace(hour=10, minute=20, second=0)


@pytest.fixture
def school() -> School:
    """Give a real school in whose first lesson it is."""
    return make_school(school_morning())


@contextlib.asynccontextmanager
async def service_of(school: School, folder: Path) -> AsyncIterator[int]:
    """Run its laptop's service on loopback; gives the port."""
    began_s = boottime()

    def wall() -> datetime:
        return school.now + timedelta(seconds=boottime() - began_s)

    options = Options(folder / "s.sock", "127.0.0.1", 0, os.getuid())
    enrolled = load(enrol(school, folder / "state"))
    daemon = Daemon(enrolled, Settings(), options, Clocks(boottime, wall))
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(daemon.run(stop))
        try:
            async with asyncio.timeout(WITHIN_S):
                await daemon.port_is_open.wait()
            yield daemon.port
        finally:
            stop.set()


async def test_D16_a_school_gives_no_peer_on_loopback_a_handshake(
    school: School, tmp_path: Path
) -> None:
    async with service_of(school, tmp_path) as port:
        certificate, key = school.teachers[0].holder.write(tmp_path, "teacher")
        devices = school.certificates.devices_ca.pem
        tls = context(certificate, key, devices, server=False)
        with pytest.raises((OSError, ProtocolError)):
            await dial("127.0.0.1", port, tls, Role.DEVICE)


async def test_D16_a_charter_that_lists_loopback_opens_nothing_there(
    school: School, tmp_path: Path
) -> None:
    """A mistake, or an office that means it: the law declines all the same."""
    networks = (Network(cidr="127.0.0.0/8", dial_out=False),)
    school = school.changed(charter={"networks": networks})
    async with service_of(school, tmp_path) as port:
        console = PatchedConsole(school, tmp_path)
        await console.connect(port)
        lesson = await console.ask(Verb.LESSON_START)
        answer = await console.answer(lesson)
        assert answer == Declined(lesson.seq, DeclinedCode.NETWORK)
        for verb in (Verb.OVERVIEW_START, Verb.ATTENTION_START, Verb.MESSAGE):
            assert isinstance(await console.answer(await console.ask(verb)), NotShared)
        assert console.said(Accepted) == []
        await console.close()
