# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Session does what the table says, whatever happens in whatever order."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from protocol.codec import WireMessage, encode
from protocol.events import CommandHeard, SessionEnded, SessionEvent
from protocol.framing import framed
from protocol.machine import HAPPENS_TO, LIVE, Answer, Event, Side, State, next_cell
from protocol.messages.commands import Ended
from protocol.messages.link import Bye, ByeCode, Hello, Ping, Pong, Welcome
from protocol.signing import welcome_bytes
from tests.fakes.clock import FakeClock
from tests.fakes.examples import ACCESS, WIRE
from tests.fakes.wire import (
    NO_SYNC,
    NO_SYNCED,
    NOBODY,
    agent_session,
    console_session,
    laptop,
    teacher,
)

BY_NAME = {type(message).__name__: message for message in WIRE}
FROM_THE_PEER: dict[Event, WireMessage] = {
    Event.HELLO: Hello(1, bytes(32), "x", ()),
    Event.SYNC: NO_SYNC,
    Event.SYNC_PART_ANSWERED: replace(NO_SYNCED, more=True),
    Event.SYNC_ANSWERED: NO_SYNCED,
    Event.READY: NOBODY,
    Event.PAPER: BY_NAME["PaperGive"],
    Event.SUPERSEDED: Bye(ByeCode.SUPERSEDED),
}
OURS = frozenset(
    {
        Event.LINK_UP,
        Event.TWIN,
        Event.REVOKED,
        Event.SLOT_ENDED,
        Event.TOO_FAST,
        Event.FLUSHED,
    }
)


class Walk(RuleBasedStateMachine):
    """One session, a peer that sends anything, and a clock."""

    side = Side.AGENT

    @initialize()
    def begin(self) -> None:
        self.clock = FakeClock()
        make = agent_session if self.side is Side.AGENT else console_session
        self.session = make(self.clock)
        if self.side is Side.CONSOLE:
            self.session.link_up((), self.clock())
        self.state = State.OPENING
        self.is_deaf = False  # after broken bytes nothing is read
        self.ends = 0

    @rule(event=st.sampled_from(Event))
    def happen(self, event: Event) -> None:
        if self.side in HAPPENS_TO[event] and event is not Event.LINK_UP:
            self._happen(event)

    @rule()
    def link_up(self) -> None:
        if self.side is not Side.AGENT:
            return
        if self.state is State.OPENING:
            self.session.link_up((), self.clock())
            self.state = State.GREETED
            return
        with pytest.raises(ValueError, match="once"):
            self.session.link_up((), self.clock())

    @rule(seconds=st.sampled_from([0.1, 1.0, 5.0, 10.0, 15.0]))
    def wait(self, seconds: float) -> None:
        self.clock.move(seconds)
        deadline = self.session.deadline()
        self._count(self.session.tick(self.clock()))
        if deadline is not None and deadline <= self.clock():
            assert self.session.state in self._after_a_deadline()
            self.state = self.session.state

    @rule()
    def say_ready(self) -> None:
        """Let an agent's program go on once the records agree."""
        if self.side is Side.AGENT and self.state is State.READY:
            self.session.send(NOBODY, self.clock())

    @rule()
    def write(self) -> None:
        """Let what waits leave."""
        self.session.data_to_send()

    @invariant()
    def is_where_the_table_says(self) -> None:
        assert self.session.state is self.state
        assert self.ends == (self.state not in LIVE)
        if self.state is State.CLOSED:
            assert self.session.deadline() is None

    def _after_a_deadline(self) -> set[State]:
        """Say where time can bring this state; a ping or an answer changes none."""
        if self.state is State.CLOSING:
            return {State.CLOSED}
        timers = (Event.SILENCE, Event.HANDSHAKE_SLOW)
        after = {next_cell(self.side, self.state, event).state for event in timers}
        return after | ({State.READY} & {self.state})

    def _happen(self, event: Event) -> None:
        expected = self._expected(event)
        events = self._stimulus(event)(event)
        self._count(events)
        if event in {Event.COMMAND_FRESH, Event.COMMAND_STALE} and any(
            isinstance(one, CommandHeard) for one in events
        ):
            self.session.command_judged(1, fresh=event is Event.COMMAND_FRESH)
        self.state = expected

    def _expected(self, event: Event) -> State:
        """Say where the table sends this event, and whether the peer goes unheard."""
        is_heard = event not in OURS
        if is_heard and (self.is_deaf or self.state is State.CLOSED):
            return self.state
        if event is Event.SILENCE or event is Event.HANDSHAKE_SLOW:
            return self.state  # these two come with time alone
        cell = next_cell(self.side, self._believed(event), event)
        if cell.answer is Answer.REFUSE or event is Event.MALFORMED:
            self.is_deaf = True
        return cell.state if cell.state is not self._believed(event) else self.state

    def _believed(self, event: Event) -> State:
        """Say in which state an agent is for messages: READY is what it said."""
        said = self.session._said_ready or self.side is Side.CONSOLE  # noqa: SLF001 -- the model's own state would repeat it
        ahead = self.state is State.READY and not said and event not in OURS
        return State.SYNCING if ahead and event in AHEAD else self.state

    def _stimulus(self, event: Event) -> Callable[[Event], list[SessionEvent]]:
        if event in {Event.SILENCE, Event.HANDSHAKE_SLOW}:
            return lambda _event: []
        if event in OURS:
            return self._ours
        return self._peer_says

    def _ours(self, event: Event) -> list[SessionEvent]:
        now = self.clock()
        match event:
            case Event.TWIN:
                return self.session.twin_found(ByeCode.CLOSING, now)
            case Event.REVOKED:
                return self.session.close(ByeCode.REVOKED, now)
            case Event.SLOT_ENDED:
                return self.session.slot_ended(now)
            case Event.TOO_FAST:
                return self.session.close(ByeCode.RATE, now)
            case _:
                return self.session.flushed(now)

    def _peer_says(self, event: Event) -> list[SessionEvent]:
        data = b"\0\0\0\x01\xff"
        if event is not Event.MALFORMED:
            data = framed(encode(self._message(event)))
        return self.session.receive(data, self.clock())

    def _message(self, event: Event) -> WireMessage:
        if event in FROM_THE_PEER:
            return FROM_THE_PEER[event]
        is_agent = self.side is Side.AGENT
        newest = self.session.newest_ping
        if event is Event.WELCOME:
            return self._welcome()
        if event is Event.PING_PONG:
            return Pong(newest, ()) if is_agent else Ping(newest + 1)
        if event is Event.OTHER:
            return BY_NAME["PictureTaken"] if is_agent else Ended(ACCESS)
        if event is Event.ENDED:
            return Bye(ByeCode.CLOSING)
        return BY_NAME["Command"]

    def _welcome(self) -> Welcome:
        parts = (self.session.nonce, laptop().fingerprint, teacher().fingerprint)
        sig = teacher().sign_key.sign(welcome_bytes(*parts))
        return Welcome(1, bytes(16), "x", (), sig)

    def _count(self, events: list[SessionEvent]) -> None:
        self.ends += sum(isinstance(event, SessionEnded) for event in events)


AHEAD = frozenset(
    {Event.OTHER, Event.COMMAND_FRESH, Event.COMMAND_STALE, Event.PING_PONG}
)


class WalkConsole(Walk):
    """The same walk on the other side."""

    side = Side.CONSOLE


TestAgent = Walk.TestCase
TestAgent.settings = settings(max_examples=200, stateful_step_count=30)
TestConsole = WalkConsole.TestCase
TestConsole.settings = settings(max_examples=200, stateful_step_count=30)
