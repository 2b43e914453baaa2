# SPDX-License-Identifier: GPL-3.0-or-later
"""The real service over loopback: what a console and a pupil see of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.session.choice import order
from consent.documents.command import Verb
from consent.documents.signed import Kind as PaperDocument
from consent.ledger.kinds import Chain, Kind
from consent.ledger.verify import is_good, verify_pack
from consent.purpose import Purpose
from consent.store.agent_ledger import AgentLedger
from protocol.messages import local
from protocol.messages.commands import Accepted, Attention, Ended, Hand, NotShared
from protocol.messages.papers import PaperTaken
from protocol.messages.pictures import Picture
from protocol.messages.records import LogAsk
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


async def _pack(session: HandSession) -> bytes:
    """Order the pack and put its parts together."""
    made = order(local.OrderKind.EXPORT, 0, session.key.sign)
    session.send(made)
    last = await session.heard.wait(local.OrderDone, lambda x: x.last)
    assert last.ok, last.sentence
    parts = [x for x in session.heard.things if isinstance(x, local.OrderDone)]
    return b"".join(part.data for part in parts)


async def test_R38_R39_the_pupil_takes_a_list_along_that_holds(
    running: Service, school: School, session: HandSession, console: HandConsole
) -> None:
    await console.asked(Verb.LESSON_START)
    await session.say_yes(Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW)
    overview, _ = await console.asked(Verb.OVERVIEW_START)
    await session.heard.wait(local.Grab)
    session.frame(overview.access)
    await console.heard.wait(Picture)
    await console.asked(Verb.OVERVIEW_STOP, access=overview.access)

    show = await console.ask(Verb.SHOW_START)
    await session.heard.wait(local.Ask, lambda x: x.access.hex() == show.access)
    session.send(local.Answer(bytes.fromhex(show.access), yes=True))
    await console.heard.wait(Accepted, lambda x: x.seq == show.seq)
    session.click(local.ClickKind.STOP, show.access)
    await console.heard.wait(Ended, lambda x: x.access.hex() == show.access)

    session.click(local.ClickKind.HAND_OFFER)
    await console.heard.wait(Hand, lambda x: x.offer)
    offered, _ = await console.asked(Verb.VIEW_START)
    await console.asked(Verb.VIEW_STOP, access=offered.access)
    await console.asked(Verb.MESSAGE)
    refused = await console.ask(Verb.VIEW_START, reason_code="unknown")
    await console.heard.wait(NotShared, lambda x: x.seq == refused.seq)
    lock, _ = await console.asked(Verb.ATTENTION_START)
    session.send(
        local.Curtain(bytes.fromhex(lock.access), local.CurtainState.SHOWN, "")
    )
    await console.heard.wait(Attention)
    await console.asked(Verb.ATTENTION_STOP, access=lock.access)
    session.send(
        local.Curtain(bytes.fromhex(lock.access), local.CurtainState.RELEASED, "")
    )
    await console.asked(Verb.LESSON_END)
    await console.heard.wait(LogAsk, skip=1)

    pack = await _pack(session)
    findings = verify_pack(pack, school.root_sha256)
    assert is_good(findings), [x.sentence_en for x in findings if not x.ok]


async def test_P07_a_crash_in_mid_look_widens_nothing(
    running: Service, school: School, session: HandSession, console: HandConsole,
    tmp_path: Path,
) -> None:  # fmt: skip
    await console.asked(Verb.LESSON_START)
    await session.say_yes(Purpose.OVERVIEW)
    await console.asked(Verb.OVERVIEW_START)
    await session.heard.wait(local.Grab)
    running.process.kill()
    await running.process.wait()

    async with service(running.places, tmp_path / "s2.sock") as again:
        pupil = HandSession()
        pupil.key = session.key
        await pupil.connect(again.socket)
        await pupil.heard.wait(local.Choices, lambda x: x.paused)
        teacher = HandConsole(school, tmp_path)
        teacher.tree = console.tree
        await teacher.connect(again.port)
        await teacher.asked(Verb.LESSON_START)
        refused = await teacher.ask(Verb.OVERVIEW_START)
        await teacher.heard.wait(NotShared, lambda x: x.seq == refused.seq)
        pupil.click(local.ClickKind.RESUME)
        await pupil.heard.wait(local.Choices, lambda x: not x.paused)
        await teacher.asked(Verb.OVERVIEW_START)
        session.heard.things.clear()
        pack = await _pack(pupil)
        assert is_good(verify_pack(pack, school.root_sha256))
        await teacher.close()
        await pupil.close()


async def test_P05_a_session_that_falls_silent_ends_the_look(
    running: Service, session: HandSession, console: HandConsole
) -> None:
    await console.asked(Verb.LESSON_START)
    await session.say_yes(Purpose.OVERVIEW)
    overview, _ = await console.asked(Verb.OVERVIEW_START)
    await session.freeze()
    ended = await console.heard.wait(Ended)
    assert ended.access.hex() == overview.access


async def test_a_withdrawal_holds_when_the_console_reads_no_more(
    running: Service, session: HandSession, console: HandConsole
) -> None:
    console.takes_pictures = False
    await console.asked(Verb.LESSON_START)
    await session.say_yes(Purpose.OVERVIEW)
    overview, _ = await console.asked(Verb.OVERVIEW_START)
    await session.heard.wait(local.Grab)
    session.frame(overview.access)
    await console.heard.wait(Picture)
    n = session.click(local.ClickKind.STOP, overview.access)
    await session.heard.wait(local.ClickKept, lambda x: x.n == n)
    session.frame(overview.access, 2)
    dropped = await session.heard.wait(local.FrameSent)
    assert not dropped.sent
    pictures = [x for x in console.heard.things if isinstance(x, Picture)]
    assert len(pictures) == 1


async def test_newer_papers_come_from_a_console_and_are_kept(
    running: Service, school: School, console: HandConsole
) -> None:
    newer = school.newer(charter={"vision_ref": "Visie 3"})
    for paper in newer.papers_for():
        if paper.kind in {PaperDocument.CHARTER, PaperDocument.SET}:
            console.give(
                paper, "" if paper.kind is PaperDocument.CHARTER else school.class_id
            )
    taken = [await console.heard.wait(PaperTaken, skip=n) for n in range(2)]
    assert all(x.ok for x in taken)
    assert b"Visie 3" in (running.places.papers / "charter.json").read_bytes()
