# SPDX-License-Identifier: GPL-3.0-or-later
"""The real service over loopback: what a console and a pupil see of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from consent.documents.command import Verb
from consent.ledger.kinds import Chain, Kind
from consent.purpose import Purpose
from consent.store.agent_ledger import AgentLedger
from protocol.messages import local
from protocol.messages.commands import Ended, NotShared
from protocol.messages.pictures import Picture
from tests.fakes.certificates import wall_now
from tests.fakes.enrolled import enrol
from tests.fakes.school import School, make_school
from tests.journeys.laptop_rig import HandConsole, HandSession, Service, service


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
async def session(running: Service) -> AsyncIterator[HandSession]:
    """Give the pupil's end."""
    pupil = HandSession()
    await pupil.connect(running.socket)
    yield pupil
    await pupil.close()


@pytest.fixture
async def console(
    running: Service, school: School, tmp_path: Path
) -> AsyncIterator[HandConsole]:
    """Give the teacher's end, connected."""
    teacher = HandConsole(school, tmp_path)
    await teacher.connect(running.port)
    yield teacher
    await teacher.close()


def _kinds(ledger: AgentLedger, chain: Chain) -> list[Kind]:
    return [x.entry.kind for x in ledger.lines(chain) if x.entry]


async def test_a_lesson_with_a_look_a_stop_and_a_uniform_no(
    running: Service, school: School, session: HandSession, console: HandConsole
) -> None:
    await console.asked(Verb.LESSON_START)
    await session.say_yes(Purpose.OVERVIEW, Purpose.VIEW)
    overview, _ = await console.asked(Verb.OVERVIEW_START)
    grab = await session.heard.wait(local.Grab)
    assert grab.access.hex() == overview.access
    session.frame(overview.access)
    picture = await console.heard.wait(Picture)
    assert picture.access == grab.access
    sent = await session.heard.wait(local.FrameSent)
    assert sent.sent

    view, _ = await console.asked(Verb.VIEW_START)
    eye = await session.heard.wait(local.Eye, lambda x: x.state is local.EyeState.VIEW)
    assert eye.teacher == "mevr. Peeters"
    stopped = session.click(local.ClickKind.STOP, view.access)
    await session.heard.wait(local.ClickKept, lambda x: x.n == stopped)
    await console.heard.wait(Ended, lambda x: x.access.hex() == view.access)
    again = await console.ask(Verb.VIEW_START)
    await console.heard.wait(NotShared, lambda x: x.seq == again.seq)

    await console.asked(Verb.LESSON_END)
    assert await running.stop() == 0
    ledger = AgentLedger(
        running.places.ledger,
        school.pupils[0].holder.sign_key.sign,
        school.pupils[0].device,
    )
    shared = _kinds(ledger, Chain.SHARED)
    assert shared == [
        Kind.LESSON,
        Kind.OPEN,
        Kind.OPEN,
        Kind.CLOSE,
        Kind.CLOSE,
        Kind.LESSON,
    ]
    assert ledger.unclosed_opens() == []
    ledger.close()
    assert not any("Traceback" in line for line in running.words), "".join(
        running.words
    )
