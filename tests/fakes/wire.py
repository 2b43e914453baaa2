# SPDX-License-Identifier: GPL-3.0-or-later
"""Two real Sessions face to face without a socket, on a clock that a test moves."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from protocol.codec import WireMessage, decode_wire
from protocol.events import (
    ReadyHeard,
    SessionEvent,
    SyncedHeard,
    SyncHeard,
    WelcomeHeard,
)
from protocol.framing import FrameBuffer
from protocol.machine import Side
from protocol.messages.link import PaperHeld, Pong, Ready
from protocol.messages.records import Sync, Synced
from protocol.session import Session
from tests.fakes.certificates import Holder, School
from tests.fakes.clock import FakeClock

NO_SYNC = Sync(
    epoch=1,
    shared_seq=0,
    shared_head=bytes(32),
    checkpoint=b"",
    unproven=(),
    more=False,
)
NO_SYNCED = Synced(
    checkpoint=b"", from_size=0, consistency=(), proofs=(), later=(), more=False
)
NOBODY = Ready(pupil=None, abilities=0)


@lru_cache(maxsize=1)
def school() -> School:
    """Give one school for all tests that only need some school."""
    return School()


@lru_cache(maxsize=1)
def laptop() -> Holder:
    """Give one laptop of that school."""
    return school().device()


@lru_cache(maxsize=1)
def teacher() -> Holder:
    """Give one teacher of that school."""
    return school().teacher()


def agent_session(clock: FakeClock, *, nonce: bytes | None = None) -> Session:
    """Make the laptop's session; nothing is said."""
    return Session(
        Side.AGENT,
        own_fingerprint=laptop().fingerprint,
        peer=teacher().peer,
        software="fake agent 1",
        now=clock(),
        nonce=nonce or secrets.token_bytes(32),
    )


def console_session(clock: FakeClock, *, instance: bytes = b"i" * 16) -> Session:
    """Make the teacher's session; nothing is said."""
    return Session(
        Side.CONSOLE,
        own_fingerprint=teacher().fingerprint,
        peer=laptop().peer,
        software="fake console 1",
        now=clock(),
        instance=instance,
        sign=teacher().sign_key.sign,
    )


@dataclass(slots=True)
class End:
    """One session, what it reported, and every byte it wrote."""

    session: Session
    events: list[SessionEvent] = field(default_factory=list)
    wrote: bytearray = field(default_factory=bytearray)

    def said(self) -> list[WireMessage]:
        """Read back every message this end wrote."""
        frames = FrameBuffer(2**31)
        frames.feed(bytes(self.wrote))
        said = []
        while (frame := frames.next_frame()) is not None:
            said.append(decode_wire(frame))
        return said

    def take(self) -> list[SessionEvent]:
        """Give the events since the last call."""
        events, self.events = self.events, []
        return events


@dataclass
class Wire:
    """The two ends; bytes travel when a test calls run()."""

    clock: FakeClock = field(default_factory=FakeClock)
    agent: End = field(init=False)
    console: End = field(init=False)
    pongs: bool = False

    def __post_init__(self) -> None:
        """Make both ends in OPENING."""
        self.agent = End(agent_session(self.clock))
        self.console = End(console_session(self.clock))

    def link_up(self, papers: Sequence[PaperHeld] = ()) -> None:
        """Start both ends, as a new connection does."""
        self.console.session.link_up(papers, self.clock())
        self.agent.session.link_up(papers, self.clock())

    def run(self) -> None:
        """Carry bytes both ways until nobody says more."""
        while self.carry(self.agent, self.console) | self.carry(
            self.console, self.agent
        ):
            pass

    def carry(self, writer: End, reader: End) -> bool:
        """Carry what one end wrote to the other; says whether there was any."""
        data = writer.session.data_to_send()
        writer.wrote += data
        if data:
            reader.events += reader.session.receive(data, self.clock())
        return bool(data)

    def move(self, seconds: float, *, pongs: bool = False) -> None:
        """Let time pass: both ends tick at each deadline on the way.

        Args:
            seconds: how much.
            pongs: let the console answer each ping, wanting nothing.
        """
        self.pongs = pongs
        end = self.clock() + seconds
        while (at := self._next_deadline()) is not None and at <= end:
            self.clock.move(max(0.0, at - self.clock()))
            self._tick()
        self.clock.move(end - self.clock())
        self._tick()

    def ready(self) -> None:
        """Bring two fresh ends to READY, with nothing to sync."""
        self.link_up()
        self.run()
        self.agent.session.send(NO_SYNC, self.clock())
        self.run()
        self.console.session.send(NO_SYNCED, self.clock())
        self.run()
        self.agent.session.send(NOBODY, self.clock())
        self.run()
        heard = [type(event) for event in self.console.events + self.agent.events]
        if not {WelcomeHeard, SyncHeard, SyncedHeard, ReadyHeard} <= set(heard):
            raise AssertionError(f"No session came to be: {heard}")
        self.agent.events.clear()
        self.console.events.clear()

    def _next_deadline(self) -> float | None:
        times = [self.agent.session.deadline(), self.console.session.deadline()]
        return min((time for time in times if time is not None), default=None)

    def _tick(self) -> None:
        for end in (self.agent, self.console):
            end.events += end.session.tick(self.clock())
        newest = self.console.session.newest_ping
        self.run()
        if self.pongs and self.console.session.newest_ping > newest:
            pong = Pong(self.console.session.newest_ping, ())
            self.console.session.send(pong, self.clock())
            self.run()
