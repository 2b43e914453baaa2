# SPDX-License-Identifier: GPL-3.0-or-later
"""One session, either side: bytes in, events out; messages in, bytes out.

No socket and no clock: the caller reads, writes and passes `now` (boot time, seconds).
Nothing a peer sends makes a method raise; what is broken becomes Bye and SessionEnded.
ValueError means that the caller asked for what this state or side cannot do.
Source: docs/spec/session.md.
"""

from collections.abc import Callable, Iterable

from protocol import constants as c
from protocol import endings
from protocol.codec import WireMessage, decode_wire, encode
from protocol.directions import WAYS, other
from protocol.errors import MalformedError
from protocol.events import (
    ByeHeard,
    CommandHeard,
    EndCause,
    Heard,
    HelloHeard,
    PongHeard,
    ReadyHeard,
    SessionEnded,
    SessionEvent,
    SyncedHeard,
    SyncHeard,
    WelcomeHeard,
)
from protocol.framing import FrameBuffer
from protocol.identity import Peer, Role
from protocol.machine import Answer, Event, Side, State, next_cell
from protocol.messages.commands import Command
from protocol.messages.link import (
    Bye,
    ByeCode,
    Hello,
    PaperHeld,
    Ping,
    Pong,
    Ready,
    Welcome,
)
from protocol.messages.papers import PaperGive
from protocol.messages.records import Sync, Synced
from protocol.outbox import Outbox
from protocol.pings import Pings
from protocol.rates import Buckets
from protocol.signing import is_signed, welcome_bytes
from protocol.timers import Timers

_PEER_ROLE = {Side.AGENT: Role.TEACHER, Side.CONSOLE: Role.DEVICE}


class Session:
    """What one console and one agent have said so far, and may say now."""

    def __init__(  # noqa: PLR0913 -- what two sides need, by keyword
        self,
        side: Side,
        *,
        own_fingerprint: bytes,
        peer: Peer,
        software: str,
        now: float,
        nonce: bytes | None = None,
        instance: bytes | None = None,
        sign: Callable[[bytes], bytes] | None = None,
    ) -> None:
        """Begin in OPENING: TLS is done, nothing is said.

        Args:
            side: which of the two this is.
            own_fingerprint: SHA-256 of our own certificate.
            peer: what the peer's certificate says.
            software: our name and version, at most 32 characters.
            now: boot time in seconds.
            nonce: agent only: 32 random bytes, fresh for this connection.
            instance: console only: 16 random bytes of this run of the program.
            sign: console only: signs with the teacher's Ed25519 key.

        Raises:
            ValueError: a side lacks what it needs.
        """
        if side is Side.AGENT and nonce is None:
            raise ValueError("An agent's session needs a fresh nonce.")
        if side is Side.CONSOLE and (instance is None or sign is None):
            raise ValueError("A console's session needs an instance and a key.")
        self.side = side
        self.peer = peer
        self.state = State.OPENING
        self.nonce = nonce or b""
        self.instance = instance or b""  # on an agent: the console's, after WELCOME
        self.last_seq = 0  # newest fresh command
        self.heard_at = now
        self._own_fingerprint = own_fingerprint
        self._software = software
        self._sign = sign
        self._papers: tuple[PaperHeld, ...] = ()
        self._frames = FrameBuffer(c.FIRST_FRAME_BYTES)
        self._outbox = Outbox()
        self._pings = Pings()
        self._rates = Buckets()
        self._timers = Timers()
        self._is_broken = False
        self._said_ready = False
        self._has_ended = False

    # --- what the caller may ask ------------------------------------------------------

    @property
    def newest_ping(self) -> int:
        """Say the newest ping: sent by an agent, heard by a console; 0 = none."""
        return self._pings.newest

    @property
    def ping_departed(self) -> float:
        """Say when the newest ping left (agent) or came (console); -inf = none did."""
        departed = self._pings.departed(self._pings.newest)
        return float("-inf") if departed is None else departed

    def departed(self, ping: int) -> float | None:
        """Say when a ping left, or None when it never did or is long ago."""
        return self._pings.departed(ping)

    def deadline(self) -> float | None:
        """Say when tick() has work; None when nothing is waited for."""
        return self._timers.earliest(self._outbox.next_due())

    def data_to_send(self) -> bytes:
        """Give, once, the bytes that must be written now."""
        return self._outbox.drain()

    # --- what the caller tells --------------------------------------------------------

    def link_up(self, papers: Iterable[PaperHeld], now: float) -> None:
        """Start: an agent says HELLO, a console waits for it.

        Args:
            papers: what we hold, named in HELLO or WELCOME.
            now: boot time in seconds.
        """
        self._papers = tuple(papers)
        if self.side is Side.CONSOLE:
            self._timers.link_up(now)
            return
        cell = next_cell(self.side, self.state, Event.LINK_UP)
        if cell.answer is not Answer.GO:
            raise ValueError(f"link_up in {self.state}: {cell.words}.")
        self._timers.link_up(now)
        self._enter(cell.state, now)
        hello = Hello(c.VERSION, self.nonce, self._software, self._papers)
        self._outbox.put(hello)

    def receive(self, data: bytes, now: float) -> list[SessionEvent]:
        """Take bytes of the peer and say what they mean. Never raises on them."""
        events = self.tick(now)
        self._frames.feed(data)
        try:
            while (frame := self._next_frame()) is not None:
                events += self._frame(frame, now)
        except MalformedError:
            events += self._broken(EndCause.MALFORMED, Event.MALFORMED, now)
        return events

    def lost(self, now: float) -> list[SessionEvent]:
        """Hear that the connection is gone: its end, or a reset."""
        return self._end(EndCause.PEER_LEFT, Event.ENDED, now)

    def flushed(self, now: float) -> list[SessionEvent]:
        """Hear that the last word has left."""
        return self._end(EndCause.CLOSED_HERE, Event.FLUSHED, now)

    def tick(self, now: float) -> list[SessionEvent]:
        """Do what is due: give up, ping, and say answers whose time has come."""
        timers = self._timers
        if _is_due(timers.handshake_at, now):
            return self._end(EndCause.SLOW_HANDSHAKE, Event.HANDSHAKE_SLOW, now)
        if _is_due(timers.silent_at, now):
            return self._end(EndCause.SILENT, Event.SILENCE, now)
        if _is_due(timers.gone_at, now):
            return self._end(EndCause.CLOSED_HERE, Event.ENDED, now)
        if _is_due(timers.ping_at, now):
            self._outbox.put(Ping(self._pings.depart(now)))
            timers.ping_at = now + c.PING_EVERY_S
        self._outbox.release(now)
        return []

    def close(self, code: ByeCode, now: float) -> list[SessionEvent]:
        """End from our side, with one code as the last word."""
        cause, event = endings.CLOSE[code]
        return self._end(cause, event, now, code)

    def slot_ended(self, now: float) -> list[SessionEvent]:
        """Agent: end 60 s after the bell, when receipts and copies have had time."""
        return self._end(EndCause.BELL, Event.SLOT_ENDED, now)

    def twin_found(self, code: ByeCode, now: float) -> list[SessionEvent]:
        """Agent: lose to another live link of the same certificate (twins.settle)."""
        is_superseded = code is ByeCode.SUPERSEDED
        cause = EndCause.SUPERSEDED if is_superseded else EndCause.TWIN
        return self._end(cause, Event.TWIN, now, code)

    # --- what the caller says ---------------------------------------------------------

    def send(self, message: WireMessage, now: float) -> None:
        """Write one message behind what waits; after the end, nothing.

        Raises:
            ValueError: this side may not say it, not in this state, or not so much.
        """
        if self._has_ended:
            return
        self._check_may_send(message)
        self._outbox.put(message)
        if isinstance(message, Ready):
            self._said_ready = True
            self._timers.start_pings(self.side, now)

    def send_at(self, message: WireMessage, due: float) -> None:
        """Hold one message until tick(due): the due time of a no.

        Raises:
            ValueError: this side may not say it, not in this state, or not so much.
        """
        if self._has_ended:
            return
        self._check_may_send(message)
        self._outbox.hold(message, due)

    def drop_held(self, applies: Callable[[WireMessage], bool]) -> int:
        """Forget held answers that no longer apply; says how many there were."""
        return self._outbox.drop_held(applies)

    def command_judged(self, seq: int, *, fresh: bool) -> None:
        """Agent: say whether the command heard last is fresh or a replay.

        Raises:
            ValueError: no command can be under judgement in this state.
        """
        event = Event.COMMAND_FRESH if fresh else Event.COMMAND_STALE
        cell = next_cell(self.side, self.state, event)
        if self.state in {State.OPENING, State.GREETED, State.SYNCING}:
            raise ValueError(f"A command judged in {self.state}.")
        if cell.answer is Answer.GO and fresh:
            self.last_seq = seq

    # --- what a frame means -----------------------------------------------------------

    def _next_frame(self) -> bytes | None:
        if self._is_broken or self.state is State.CLOSED:
            self._frames.clear()
            return None
        return self._frames.next_frame()

    def _frame(self, frame: bytes, now: float) -> list[SessionEvent]:
        message = decode_wire(frame)
        way = WAYS[type(message)]
        if other(self.side) not in way.senders:
            raise MalformedError(f"{type(message).__name__} came the wrong way.")
        if not self._rates.take(message, now):
            return self._broken(EndCause.TOO_FAST, Event.TOO_FAST, now)
        self.heard_at = now
        if self.state is not State.CLOSING:
            self._timers.heard(now)
        return self._message(message, way.event, now)

    def _message(
        self, message: WireMessage, event: Event, now: float
    ) -> list[SessionEvent]:
        if isinstance(message, Bye):
            return self._bye(message.code, now)
        if isinstance(message, Synced) and message.more:
            event = Event.SYNC_PART_ANSWERED
        cell = next_cell(self.side, self._heard_in(), event)
        if cell.answer is Answer.REFUSE:
            raise MalformedError(f"{event} in {self.state}: {cell.words}.")
        if cell.answer is Answer.IGNORE:
            return []
        trouble = self._trouble_with(message)
        if trouble is not None:
            return self._broken(trouble, Event.MALFORMED, now)
        self._enter(cell.state, now)
        return self._report(message, now)

    def _heard_in(self) -> State:
        """Say in which state a console may believe us to be: READY is what we said."""
        is_ahead = self.state is State.READY and not self._said_ready
        return State.SYNCING if self.side is Side.AGENT and is_ahead else self.state

    def _bye(self, code: ByeCode, now: float) -> list[SessionEvent]:
        is_superseded = code is ByeCode.SUPERSEDED and self.side is Side.CONSOLE
        cause = EndCause.SUPERSEDED if is_superseded else EndCause.PEER_SAID_BYE
        event = Event.SUPERSEDED if is_superseded else Event.ENDED
        said: list[SessionEvent] = [] if self._has_ended else [ByeHeard(code)]
        self._outbox.drop_all()
        return said + self._end(cause, event, now)

    def _trouble_with(self, message: WireMessage) -> EndCause | None:
        """Say what is wrong with a greeting or a pong that came at its time."""
        if isinstance(message, Hello | Welcome):
            if message.version != c.VERSION:
                return EndCause.OTHER_VERSION
            if self.peer.role is not _PEER_ROLE[self.side]:
                return EndCause.WRONG_ROLE
        if isinstance(message, Welcome) and not self._is_welcome_true(message):
            return EndCause.WRONG_ROLE
        if isinstance(message, Pong) and self.state is State.READY:
            return EndCause.MALFORMED if message.n > self.newest_ping else None
        return None

    def _is_welcome_true(self, welcome: Welcome) -> bool:
        data = welcome_bytes(self.nonce, self._own_fingerprint, self.peer.fingerprint)
        return is_signed(self.peer.sign_pub, welcome.sig, data)

    def _report(  # noqa: PLR0911 -- one line a kind of message
        self, message: WireMessage, now: float
    ) -> list[SessionEvent]:
        match message:
            case Hello():
                return self._greet(message)
            case Welcome():
                self.instance = message.instance
                self._frames.cap_bytes = c.PART_FRAME_BYTES
                return [WelcomeHeard(message)]
            case Sync():
                self._timers.sync_moved(now)
                return [SyncHeard(message)]
            case Synced():
                self._timers.sync_moved(now)
                return [SyncedHeard(message)]
            case Ready():
                return [ReadyHeard(message)]
            case Command():
                return [CommandHeard(message, now)]
            case Pong():
                return self._pong(message)
            case _:
                return self._handed_up(message, now)

    def _handed_up(self, message: WireMessage, now: float) -> list[SessionEvent]:
        if isinstance(message, PaperGive):
            self._timers.sync_moved(now)
        if isinstance(message, Ping):
            self._pings.saw(message.n, now)
            return [Heard(message)] if self.state is State.READY else []
        return [Heard(message)]

    def _greet(self, hello: Hello) -> list[SessionEvent]:
        self.nonce = hello.nonce
        self._frames.cap_bytes = c.PART_FRAME_BYTES
        data = welcome_bytes(hello.nonce, self.peer.fingerprint, self._own_fingerprint)
        sig = self._sign(data) if self._sign else b""
        self._outbox.put(
            Welcome(c.VERSION, self.instance, self._software, self._papers, sig)
        )
        return [HelloHeard(hello)]

    def _pong(self, pong: Pong) -> list[SessionEvent]:
        departed = self._pings.departed(pong.n)
        if departed is None:
            return []
        return [PongHeard(pong.n, pong.wanted, departed)]

    # --- how it ends ------------------------------------------------------------------

    def _broken(self, cause: EndCause, event: Event, now: float) -> list[SessionEvent]:
        """End over what a peer sent; nothing behind it is read."""
        self._is_broken = True
        self._frames.clear()
        return self._end(cause, event, now)

    def _end(
        self,
        cause: EndCause,
        event: Event,
        now: float,
        code: ByeCode | None = None,
    ) -> list[SessionEvent]:
        """Let one ending event through the table; report the end once."""
        cell = next_cell(self.side, self.state, event)
        if cell.answer is Answer.IGNORE or cell.state is self.state:
            return []
        was_live = not self._has_ended
        self._enter(cell.state, now)
        if not was_live:
            return []
        self._has_ended = True
        self._outbox.drop_all()
        code = code or endings.BYE.get(cause)
        if code is not None:
            self._outbox.put(Bye(code))
        return [SessionEnded(cause)]

    def _enter(self, state: State, now: float) -> None:
        if state is not self.state:
            self.state = state
            self._timers.entered(state, now)

    def _check_may_send(self, message: WireMessage) -> None:
        way = WAYS[type(message)]
        name = type(message).__name__
        if self.side not in way.senders or self.state not in way.sent_in:
            raise ValueError(f"{name} may not be sent by {self.side} in {self.state}.")
        is_early = State.SYNCING in way.sent_in or isinstance(message, Ready)
        if self.side is Side.AGENT and not (self._said_ready or is_early):
            raise ValueError(f"{name} before Ready.")
        if len(encode(message)) > way.cap_bytes:
            raise ValueError(f"{name} is over {way.cap_bytes} bytes.")


def _is_due(at: float | None, now: float) -> bool:
    return at is not None and at <= now
