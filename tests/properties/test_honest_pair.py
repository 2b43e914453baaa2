# SPDX-License-Identifier: GPL-3.0-or-later
"""Two honest ends never take each other for a broken one, however the bytes travel."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from protocol.codec import WireMessage
from protocol.due import not_shared
from protocol.events import (
    CommandHeard,
    EndCause,
    Heard,
    SessionEnded,
    SessionEvent,
    SyncedHeard,
    SyncHeard,
    WelcomeHeard,
)
from protocol.machine import State
from protocol.messages.commands import Ended
from protocol.messages.link import ByeCode, Ping, Pong
from protocol.pictures import split
from tests.fakes.examples import ACCESS, WIRE
from tests.fakes.wire import NO_SYNC, NO_SYNCED, NOBODY, End, Wire

COMMAND = next(message for message in WIRE if type(message).__name__ == "Command")
ANSWERS: dict[type[SessionEvent], WireMessage] = {
    WelcomeHeard: NO_SYNC,
    SyncHeard: NO_SYNCED,
    SyncedHeard: NOBODY,
}
BLAME = {
    EndCause.MALFORMED,
    EndCause.WRONG_ROLE,
    EndCause.OTHER_VERSION,
    EndCause.TOO_FAST,
}


class Pair(RuleBasedStateMachine):
    """Both programs answer as they should; bytes come late, cut, or not at all."""

    @initialize()
    def begin(self) -> None:
        self.wire = Wire()
        self.wire.link_up()
        self.on_the_way = {"agent": b"", "console": b""}
        self.ended: list[EndCause] = []

    @rule(writer=st.sampled_from(["agent", "console"]), share=st.floats(0, 1))
    def carry(self, writer: str, share: float) -> None:
        """Let a part of what one end wrote arrive."""
        near, far = self._ends(writer)
        data = self.on_the_way[writer] + near.session.data_to_send()
        cut = round(len(data) * share)
        self.on_the_way[writer] = data[cut:]
        self._report(far, far.session.receive(data[:cut], self.wire.clock()))

    @rule()
    def carry_all(self) -> None:
        """Let everything arrive that is on its way."""
        for _ in range(4):
            self.carry("agent", 1.0)
            self.carry("console", 1.0)

    @rule(seconds=st.sampled_from([0.05, 0.25, 1.0, 5.0]))
    def wait(self, seconds: float) -> None:
        self.wire.clock.move(seconds)
        for end in (self.wire.agent, self.wire.console):
            self._report(end, end.session.tick(self.wire.clock()))

    @precondition(lambda self: self.wire.console.session.state is State.READY)
    @rule()
    def command(self) -> None:
        self.wire.clock.move(0.1)  # the rate an honest console keeps
        self.wire.console.session.send(COMMAND, self.wire.clock())

    @precondition(lambda self: self._is_agent_open())
    @rule(size=st.integers(1, 200_000))
    def picture(self, size: int) -> None:
        parts = split(ACCESS, 1, 0, 1280, 720, bytes(size), overview=False)
        for part in parts:
            self.wire.agent.session.send(part, self.wire.clock())

    @precondition(lambda self: self._is_agent_open())
    @rule()
    def sync_again(self) -> None:
        self.wire.agent.session.send(NO_SYNC, self.wire.clock())

    @precondition(lambda self: self._is_agent_open())
    @rule()
    def end_an_access(self) -> None:
        self.wire.agent.session.send(Ended(ACCESS), self.wire.clock())

    @rule(end=st.sampled_from(["agent", "console"]))
    def close(self, end: str) -> None:
        near, _far = self._ends(end)
        self._report(near, near.session.close(ByeCode.CLOSING, self.wire.clock()))

    @rule()
    def bell(self) -> None:
        agent = self.wire.agent
        self._report(agent, agent.session.slot_ended(self.wire.clock()))

    @invariant()
    def nobody_is_blamed(self) -> None:
        assert not BLAME & set(self.ended)
        assert len(self.ended) <= 2

    def _is_agent_open(self) -> bool:
        session = self.wire.agent.session
        return session.state is State.READY and session.newest_ping > 0

    def _ends(self, name: str) -> tuple[End, End]:
        pair = (self.wire.agent, self.wire.console)
        return pair if name == "agent" else pair[::-1]

    def _report(self, end: End, events: list[SessionEvent]) -> None:
        now = self.wire.clock()
        for event in events:
            answer = ANSWERS.get(type(event))
            if isinstance(event, SyncedHeard) and end.session.newest_ping:
                answer = None
            if isinstance(event, Heard) and isinstance(event.message, Ping):
                answer = Pong(event.message.n, (ACCESS,))
            if answer is not None:
                end.session.send(answer, now)
            if isinstance(event, CommandHeard):
                end.session.command_judged(1, fresh=True)
                end.session.send_at(not_shared(1), now + 0.25)
            if isinstance(event, SessionEnded):
                self.ended.append(event.cause)


TestPair = Pair.TestCase
TestPair.settings = settings(max_examples=200, stateful_step_count=40)
