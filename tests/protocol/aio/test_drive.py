# SPDX-License-Identifier: GPL-3.0-or-later
"""The pump between a real Session and a real link."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from protocol import constants as c
from protocol.aio.clock import boottime
from protocol.aio.drive import Pump
from protocol.aio.link import Link
from protocol.codec import WireMessage, encode
from protocol.due import not_shared
from protocol.events import (
    ByeHeard,
    EndCause,
    Heard,
    PongHeard,
    ReadyHeard,
    SessionEnded,
    SessionEvent,
    SyncedHeard,
    SyncHeard,
    WelcomeHeard,
)
from protocol.framing import framed
from protocol.identity import Peer
from protocol.machine import State
from protocol.messages.commands import Hand
from protocol.messages.link import Bye, ByeCode, Ping, Pong
from protocol.session import Session
from tests.fakes.clock import FakeClock
from tests.fakes.ends import Ends, deaf, ends
from tests.fakes.wire import (
    NO_SYNC,
    NO_SYNCED,
    NOBODY,
    agent_session,
    console_session,
)

ENOUGH_BYTES = 600_000  # more waits than TLS lets a writer go on with

ANSWERS: dict[type[SessionEvent], WireMessage] = {
    WelcomeHeard: NO_SYNC,
    SyncHeard: NO_SYNCED,
    SyncedHeard: NOBODY,
}


@dataclass
class Program:
    """The least program there is: it answers what must be answered."""

    session: Session
    link: Link
    clock: Callable[[], float]
    events: asyncio.Queue[SessionEvent] = field(default_factory=asyncio.Queue)
    also: Callable[[SessionEvent], None] = lambda _event: None

    def __post_init__(self) -> None:
        self.pump = Pump(self.session, self.link, self.handle, self.clock)

    def handle(self, event: SessionEvent) -> None:
        answer = ANSWERS.get(type(event))
        if isinstance(event, Heard) and isinstance(event.message, Ping):
            answer = Pong(event.message.n, ())
        if answer is not None:
            self.session.send(answer, self.clock())
        self.events.put_nowait(event)
        self.also(event)

    async def until(self, kind: type[SessionEvent]) -> SessionEvent:
        while not isinstance(event := await self.events.get(), kind):
            pass
        return event


@dataclass
class Pair:
    agent: Program
    console: Program
    tasks: asyncio.TaskGroup


@asynccontextmanager
async def pair(folder: Path) -> AsyncIterator[Pair]:
    """Pump two programs over TLS until the test is over."""
    clock = FakeClock()
    async with ends(folder) as both, asyncio.TaskGroup() as tasks:
        made = Pair(
            Program(agent_session(clock), both.agent, clock),
            Program(console_session(clock), both.console, clock),
            tasks,
        )
        for program in (made.agent, made.console):
            program.session.link_up((), clock())
            tasks.create_task(program.pump.run())
        yield made


@asynccontextmanager
async def ready(folder: Path) -> AsyncIterator[Pair]:
    async with pair(folder) as both:
        await both.console.until(ReadyHeard)
        await both.agent.until(PongHeard)
        yield both
        both.agent.pump.cut()


async def test_two_programs_come_to_ready_and_part(tmp_path: Path) -> None:
    async with pair(tmp_path) as both:
        await both.console.until(ReadyHeard)
        agent = both.agent
        agent.pump.report(agent.session.close(ByeCode.CLOSING, agent.clock()))
        assert await both.console.until(ByeHeard) == ByeHeard(ByeCode.CLOSING)
        told = await both.console.until(SessionEnded)
        assert told == SessionEnded(EndCause.PEER_SAID_BYE)
    assert agent.session.state is State.CLOSED


async def test_a_kick_lets_the_bytes_leave(tmp_path: Path) -> None:
    async with ready(tmp_path) as both:
        hand = Hand(up=True, offer=False)
        both.agent.session.send(hand, both.agent.clock())
        both.agent.pump.kick()
        while await both.console.until(Heard) != Heard(hand):
            pass


async def test_the_pump_wakes_at_a_deadline(tmp_path: Path) -> None:
    async with ready(tmp_path) as both:
        assert isinstance(both.agent.clock, FakeClock)
        both.agent.clock.move(c.PING_EVERY_S)
        both.agent.pump.kick()
        heard = await both.agent.until(PongHeard)
        assert isinstance(heard, PongHeard)
        assert heard.n == 2


async def test_a_closing_session_flushes_its_last_word(tmp_path: Path) -> None:
    async with pair(tmp_path) as both:
        await both.console.until(ReadyHeard)
        agent = both.agent
        agent.pump.report(agent.session.slot_ended(agent.clock()))
        assert await agent.until(SessionEnded) == SessionEnded(EndCause.BELL)
        assert await both.console.until(ByeHeard) == ByeHeard(ByeCode.CLOSING)
    assert agent.session.state is State.CLOSED


async def test_D09_a_cut_is_reported_here_and_looks_like_a_lost_link_there(
    tmp_path: Path,
) -> None:
    async with pair(tmp_path) as both:
        await both.console.until(ReadyHeard)
        both.agent.session.send(Hand(up=True, offer=False), both.agent.clock())
        both.agent.pump.cut()
        lost = SessionEnded(EndCause.PEER_LEFT)
        assert await both.agent.until(SessionEnded) == lost
        assert await both.console.until(SessionEnded) == lost
    assert both.agent.session.data_to_send() == b""


async def test_after_a_cut_no_event_of_the_same_bytes_is_handed_up(
    tmp_path: Path,
) -> None:
    async with pair(tmp_path) as both:
        await both.console.until(ReadyHeard)
        agent = both.agent
        await agent.until(PongHeard)

        def cut_at_the_first(event: SessionEvent) -> None:
            if isinstance(event, Heard):
                agent.pump.cut()

        agent.also = cut_at_the_first
        taken = Heard(Hand(up=True, offer=False))
        agent.pump.report([taken, taken, taken])
        await both.console.until(SessionEnded)
    left = []
    while not agent.events.empty():
        left.append(agent.events.get_nowait())
    assert left == [taken, SessionEnded(EndCause.PEER_LEFT)]


async def raw(both: Ends) -> Program:
    """Pump the agent alone: the console's bytes are the test's own."""
    clock = FakeClock()
    session = agent_session(clock)
    session.link_up((), clock())
    return Program(session, both.agent, clock)


async def test_a_program_that_ends_it_hears_nothing_behind_the_end(
    tmp_path: Path,
) -> None:
    async with pair(tmp_path) as both:
        await both.console.until(ReadyHeard)
        agent = both.agent
        await agent.until(PongHeard)

        def close_at_the_first(event: SessionEvent) -> None:
            if isinstance(event, Heard):
                code = ByeCode.MALFORMED
                agent.pump.report(agent.session.close(code, agent.clock()))

        agent.also = close_at_the_first
        hand = Heard(Hand(up=True, offer=False))
        agent.pump.report([hand, hand])
        assert await both.console.until(ByeHeard) == ByeHeard(ByeCode.MALFORMED)
    assert agent.events.get_nowait() == hand
    assert agent.events.get_nowait() == SessionEnded(EndCause.MALFORMED)
    assert agent.events.empty()


async def test_a_malformed_peer_hears_bye_and_has_to_wait(tmp_path: Path) -> None:
    penalised: list[Peer] = []
    async with ends(tmp_path) as both:
        program = await raw(both)
        both.agent._penalise = penalised.append  # noqa: SLF001 -- the door's own hand
        both.console.write(framed(b"\xff"))
        await program.pump.run()
        assert program.events.get_nowait() == SessionEnded(EndCause.MALFORMED)
        assert penalised == [both.agent.peer]
        got = b""
        while data := await both.console.read():
            got += data
        assert got.endswith(framed(encode(Bye(ByeCode.MALFORMED))))


async def test_an_end_of_the_connection_is_reported_once(tmp_path: Path) -> None:
    async with ends(tmp_path) as both:
        program = await raw(both)
        await both.console.close()
        await program.pump.run()
        assert program.events.get_nowait() == SessionEnded(EndCause.PEER_LEFT)
        assert program.events.empty()


async def test_a_program_that_stumbles_takes_its_link_with_it(tmp_path: Path) -> None:
    def stumble(event: SessionEvent) -> None:
        if isinstance(event, SessionEnded):
            return
        raise ZeroDivisionError

    async with pair_with(tmp_path, stumble) as (program, other):
        with pytest.RaisesGroup(ZeroDivisionError):
            await program.pump.run()
        while await other.read():
            pass


@asynccontextmanager
async def pair_with(
    folder: Path, also: Callable[[SessionEvent], None]
) -> AsyncIterator[tuple[Program, Link]]:
    """Give a console's program and the link of an agent that said HELLO."""
    clock = FakeClock()
    async with ends(folder) as both:
        program = Program(console_session(clock), both.console, clock, also=also)
        program.session.link_up((), clock())
        agent = agent_session(clock)
        agent.link_up((), clock())
        both.agent.write(agent.data_to_send())
        yield program, both.agent


async def test_a_cancelled_pump_cuts_its_link(tmp_path: Path) -> None:
    async with ends(tmp_path) as both:
        program = await raw(both)
        async with asyncio.TaskGroup() as tasks:
            task = tasks.create_task(program.pump.run())
            await both.console.read()
            task.cancel()
        assert program.events.get_nowait() == SessionEnded(EndCause.PEER_LEFT)
        assert await both.console.read() == b""


async def test_P02_a_no_leaves_by_itself_at_its_due_time(tmp_path: Path) -> None:
    async with ends(tmp_path) as both, asyncio.TaskGroup() as tasks:
        agent = Program(agent_session(FakeClock()), both.agent, boottime)
        console = Program(console_session(FakeClock()), both.console, boottime)
        for program in (agent, console):
            program.session.link_up((), boottime())
            tasks.create_task(program.pump.run())
        await console.until(ReadyHeard)
        due_at = boottime() + 0.05
        agent.session.send_at(not_shared(1), due_at)
        agent.pump.kick()
        while await console.until(Heard) != Heard(not_shared(1)):
            pass
        assert boottime() >= due_at
        agent.pump.cut()


async def test_a_last_word_nobody_reads_is_given_up(tmp_path: Path) -> None:
    clock = FakeClock()
    session = agent_session(clock)
    session.link_up((), clock())
    async with deaf(tmp_path) as (link, _console), asyncio.TaskGroup() as tasks:
        program = Program(session, link, clock)
        transport = link._writer.transport  # noqa: SLF001 -- what it still has
        while transport.get_write_buffer_size() < ENOUGH_BYTES:
            link.write(bytes(65_536))
        tasks.create_task(program.pump.run())
        program.pump.report(session.close(ByeCode.REVOKED, clock()))
    assert session.state is State.CLOSED
    assert program.events.get_nowait() == SessionEnded(EndCause.REVOKED)
    assert program.events.empty()
