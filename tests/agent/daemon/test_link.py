# SPDX-License-Identifier: GPL-3.0-or-later
"""Real links: protocol events become the core's, the core's words leave in order."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from agent.core import commands as c
from agent.core import events as e
from agent.daemon.given import Givens
from agent.daemon.identity import Enrolled
from agent.daemon.link import Connections
from consent.documents.command import Verb
from consent.documents.signed import SignedPaper
from protocol.aio.clock import boottime
from protocol.aio.stream import Listening, listen
from protocol.aio.tls import context
from protocol.due import not_shared
from protocol.events import SessionEnded
from protocol.identity import Role
from protocol.messages import local
from protocol.messages.commands import Ended, NotShared
from protocol.messages.files import FileGo
from protocol.messages.link import Bye, ByeCode, PaperKind, Ready
from protocol.messages.papers import PaperGive, PaperTaken
from protocol.messages.pictures import Picture
from protocol.messages.records import Erased, LogAsk, Sync
from tests.fakes.school import School
from tests.journeys.laptop_rig import HandConsole, Heap

SYNC = Sync(1, 0, bytes(32), b"", (), more=False)
ACCESS = bytes(range(16))
FRAME = local.Frame(ACCESS, 1, 0, 192, 108, 0, b"\xff\xd8" + b"x" * 3_000)


@dataclass
class Brain:
    """A core that only greets."""

    connections: Connections | None = None
    is_inside: bool = True
    heap: Heap = field(default_factory=Heap)
    heard: list[e.Event] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    taken: list[SignedPaper] = field(default_factory=list)
    remembered: dict[str, bytes] = field(default_factory=dict)

    def __call__(self, event: e.Event) -> None:
        self.heard.append(event)
        task = asyncio.get_running_loop().create_task(self.heap.add(event))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        assert self.connections is not None
        match event:
            case e.ConsoleGreeted():
                self.connections.do(c.SendWire(event.link, SYNC))
            case e.SyncedHeard():
                self.connections.do(c.SendWire(event.link, Ready(None, 0)))
            case _:
                pass

    def take(self, paper: SignedPaper) -> bool:
        self.taken.append(paper)
        return True


@dataclass
class Rig:
    """The laptop's side of a port."""

    brain: Brain
    connections: Connections
    listening: Listening


@pytest.fixture
async def rig(enrolled: Enrolled, school: School) -> AsyncIterator[Rig]:
    """Give an open port with links behind it."""
    brain = Brain()
    connections = Connections(
        enrolled.peer.fingerprint,
        list,
        Givens(brain.take),
        lambda _: brain.is_inside,
        brain.remembered.__setitem__,
        brain,
        boottime,
    )
    brain.connections = connections
    places = enrolled.places
    teachers = school.certificates.teachers_ca.pem
    tls = context(places.certificate, places.tls_key, teachers, server=True)
    listening = await listen("127.0.0.1", 0, tls, Role.TEACHER, connections.serve)
    yield Rig(brain, connections, listening)
    connections.bell()
    await connections.gone()
    await listening.close()


@pytest.fixture
async def console(
    rig: Rig, school: School, tmp_path: Path
) -> AsyncIterator[HandConsole]:
    """Give a console that is READY."""
    console = HandConsole(school, tmp_path)
    await console.connect(rig.listening.port)
    yield console
    await console.close()


async def test_a_console_is_greeted_with_its_certificate_remembered(
    rig: Rig, console: HandConsole, school: School
) -> None:
    greeted = next(x for x in rig.brain.heard if isinstance(x, e.ConsoleGreeted))
    teacher = school.teachers[0].holder
    assert greeted.peer.id == teacher.id
    assert greeted.on_school_network
    assert rig.brain.remembered == {teacher.fingerprint.hex(): teacher.der}


async def test_commands_come_with_the_ping_they_name(
    rig: Rig, console: HandConsole
) -> None:
    await console.ask(Verb.LESSON_START)
    heard = await rig.brain.heap.wait(e.CommandHeard)
    (ping,) = [x for x in rig.brain.heard if isinstance(x, e.PingLeft)][:1]
    assert rig.brain.heard.index(ping) < rig.brain.heard.index(heard)
    rig.connections.do(c.JudgeCommand(heard.link, 1, fresh=True))
    rig.connections.do(c.SendAt(heard.link, not_shared(1), boottime() + 0.05))
    assert (await console.heard.wait(NotShared)).seq == 1


async def test_a_picture_leaves_and_is_taken(rig: Rig, console: HandConsole) -> None:
    rig.connections.do(c.SendPicture(1, FRAME, overview=True))
    assert (await console.heard.wait(Picture)).data == FRAME.data
    taken = await rig.brain.heap.wait(e.WireHeard)
    assert taken.message.n == 1  # type: ignore[union-attr]


async def test_an_end_is_told_when_nothing_is_on_its_way(
    rig: Rig, console: HandConsole
) -> None:
    rig.connections.do(c.TellEnded(1, ACCESS, picture_out=False))
    assert (await console.heard.wait(Ended)).access == ACCESS


async def test_D09_a_picture_on_its_way_is_cut_off_with_the_link(
    rig: Rig, console: HandConsole
) -> None:
    console.link._reader._transport.pause_reading()  # type: ignore[attr-defined] # noqa: SLF001 -- a console that stopped reading
    big = local.Frame(ACCESS, 1, 0, 1280, 720, 0, b"\xff\xd8" + b"x" * 500_000)
    for _ in range(9):
        rig.connections.do(c.SendPicture(1, big, overview=False))
    rig.connections.do(c.TellEnded(1, ACCESS, picture_out=True))
    assert rig.brain.heard[-1] == e.LinkEnded(1)
    console.link._reader._transport.resume_reading()  # type: ignore[attr-defined] # noqa: SLF001 -- (idem)
    await console.heard.wait(SessionEnded)


async def test_papers_are_handed_on_and_answered(
    rig: Rig, console: HandConsole
) -> None:
    part = PaperGive(PaperKind.SET, bytes(16), 3, 2, 0, b"{}", ())
    console.send(part)
    answer = await console.heard.wait(PaperTaken)
    assert answer == PaperTaken(PaperKind.SET, bytes(16), 3, ok=True)
    assert rig.brain.taken[0].body == b"{}"


async def test_a_pong_counts_from_its_pings_departure(
    rig: Rig, console: HandConsole
) -> None:
    pong = await rig.brain.heap.wait(e.PongHeard)
    (ping,) = [x for x in rig.brain.heard if isinstance(x, e.PingLeft)][:1]
    assert pong.departed_s == ping.departed_s


async def test_a_second_link_of_the_same_console_settles(
    rig: Rig, console: HandConsole, school: School, tmp_path: Path
) -> None:
    second = HandConsole(school, tmp_path)
    await second.connect(rig.listening.port)
    ended = await console.heard.wait(SessionEnded)
    assert "superseded" in ended.cause
    greeted = [x for x in rig.brain.heard if isinstance(x, e.ConsoleGreeted)]
    assert [x.link for x in greeted] == [1, 2]
    assert e.LinkEnded(1) in rig.brain.heard
    await second.close()


async def test_the_core_ends_a_link_with_a_code(rig: Rig, console: HandConsole) -> None:
    rig.connections.do(c.EndLink(1, ByeCode.REVOKED))
    await console.heard.wait(SessionEnded)
    assert e.LinkEnded(1) in rig.brain.heard
    rig.connections.do(c.SendWire(1, LogAsk(1, 1)))  # it is gone: nothing happens
    rig.connections.do(c.SendWire(99, LogAsk(1, 1)))


async def test_what_is_not_taken_here_ends_the_link(
    rig: Rig, console: HandConsole
) -> None:
    console.send(FileGo(ACCESS, 0))
    await console.heard.wait(SessionEnded)
    assert e.LinkEnded(1) in rig.brain.heard


async def test_R34_what_a_console_forgot_is_handed_on(
    rig: Rig, console: HandConsole
) -> None:
    console.send(Erased((2, 3)))
    heard = await rig.brain.heap.wait(e.WireHeard)
    assert heard.message == Erased((2, 3))


async def test_networks_are_looked_at_again(rig: Rig, console: HandConsole) -> None:
    rig.connections.recheck_networks()
    assert not [x for x in rig.brain.heard if isinstance(x, e.NetworkChanged)]
    rig.brain.is_inside = False
    rig.connections.recheck_networks()
    assert rig.brain.heard[-1] == e.NetworkChanged(1, on_school_network=False)


async def test_R20_the_bell_ends_every_link(rig: Rig, console: HandConsole) -> None:
    rig.connections.bell()
    await console.heard.wait(SessionEnded)
    await rig.connections.gone()
    assert e.LinkEnded(1) in rig.brain.heard
    assert not [x for x in console.heard.things if isinstance(x, Bye)]
