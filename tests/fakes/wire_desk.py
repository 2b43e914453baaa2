# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop on a table whose every word to a console becomes bytes, with its time.

The Supervisor and both ends of the wire are the real ones; only sockets are missing.
What one console could ever measure of a laptop stands in `left`: which bytes, when.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agent.core import commands as c
from agent.core import events as e
from consent.documents.command import CommandBody, Verb
from consent.ledger import checkpoint as points
from protocol import constants
from protocol import events as p
from protocol.codec import WireMessage, decode_wire, encode
from protocol.framing import FrameBuffer, framed
from protocol.machine import Side, State
from protocol.messages import local
from protocol.messages.commands import Command, Ended
from protocol.messages.link import Pong
from protocol.messages.records import EntryProof, Sync
from protocol.pictures import split
from protocol.session import Session
from tests.fakes.laptop_desk import EMPTY, Console, LaptopDesk, later
from tests.fakes.papers import BRUSSELS
from tests.fakes.teacher_tree import TeacherTree

BEAT_S = 1.0
LESSON_ACCESS = "1e" * 16
M = TypeVar("M")


@dataclass(frozen=True)
class Left:
    """One frame as a console got it: when, what it says, and its very bytes."""

    at_s: float
    message: WireMessage
    frame: bytes


@dataclass
class Ends:
    """Both ends of one link."""

    agent: Session
    console: Session
    frames: FrameBuffer = field(
        default_factory=lambda: FrameBuffer(constants.PART_FRAME_BYTES)
    )
    left: list[Left] = field(default_factory=list)
    cut: bool = False
    pinged: int = 0
    ended: list[p.EndCause] = field(default_factory=list)


@dataclass
class WireConsole(Console):
    """A teacher's program whose words go through a real session as bytes."""

    desk: "WireDesk"

    def send(
        self,
        body: CommandBody,
        *,
        logged: bool = True,
        key: Ed25519PrivateKey | None = None,
    ) -> None:
        """Send this very command: logged first or not, signed rightly or not."""
        self.desk.say(self.link, self.wire(body, logged=logged, key=key))

    def pong(self, *accesses: str) -> None:
        """Answer the newest ping."""
        ids = tuple(bytes.fromhex(x) for x in accesses)
        self.desk.say(self.link, Pong(self.ping, ids))

    def owed(self) -> tuple[EntryProof, ...]:
        """Log and prove what the laptop's Sync says is owed."""
        entries = [entry for sync in self.got(Sync) for entry in sync.unproven]
        return tuple(
            EntryProof(x.shared_seq, self.tree.prove(self.tree.log(x.body, x.salt)[0]))
            for x in entries
        )

    @property
    def left(self) -> list["Left"]:
        """Give everything that this console ever got, in order."""
        return self.desk.ends[self.link].left

    def got(self, kind: type[M]) -> list[M]:
        """Give what it got of one kind."""
        return [x.message for x in self.left if isinstance(x.message, kind)]


@dataclass
class WireDesk(LaptopDesk):
    """LaptopDesk with real sessions on its links."""

    ends: dict[int, Ends] = field(default_factory=dict)
    is_beating: bool = True  # the pupil's session speaks each second
    unacked: bool = False  # the kernel still holds a picture

    # --- the wire

    def lesson(self) -> WireConsole:
        """Start, sit down, connect and begin the lesson."""
        self.start()
        self.sit_down()
        console = self.connect()
        console.ask(Verb.LESSON_START, access=LESSON_ACCESS)
        console.prove_all()
        return console

    def connect(
        self, teacher: int = 0, *, synced: bool = True, honest: bool = True
    ) -> WireConsole:
        """A console connects over real sessions, and both records are told.

        Args:
            teacher: whose console.
            synced: answer the laptop's Sync, so that the link becomes READY.
            honest: prove in that answer what the laptop says is owed.
        """
        self.links += 1
        number, who = self.links, self.school.teachers[teacher]
        console = WireConsole(
            self,
            who,
            number,
            number.to_bytes(32, "big"),
            self._tree(who.id, who.holder.sign_key),
            self.school.lesson_id,
        )
        peer = replace(who.holder.peer, not_after=later(self.school.now, days=90))
        self.ends[number] = Ends(
            Session(
                Side.AGENT,
                own_fingerprint=self.device.fingerprint,
                peer=peer,
                software="agent",
                now=self.clock(),
                nonce=console.nonce,
            ),
            Session(
                Side.CONSOLE,
                own_fingerprint=who.holder.fingerprint,
                peer=self.device.peer,
                software="console",
                now=self.clock(),
                instance=b"i" * 16,
                sign=who.holder.sign_key.sign,
            ),
        )
        ends = self.ends[number]
        ends.console.link_up((), self.clock())
        ends.agent.link_up((), self.clock())
        self.flow(number)
        if synced:
            proofs = console.owed() if honest else ()
            self.say(number, msgspec.structs.replace(EMPTY, proofs=proofs))
            self._hear(number, ends.agent.tick(self.clock()))
            self.flow(number)
        console.ping = ends.agent.newest_ping
        return console

    def say(self, link: int, message: WireMessage) -> None:
        """A console says this, as an honest session puts it on the wire."""
        ends = self.ends[link]
        ends.console.send(message, self.clock())
        self.flow(link)

    def say_bytes(self, link: int, data: bytes) -> None:
        """A console writes these very bytes."""
        self._hear(link, self.ends[link].agent.receive(data, self.clock()))
        self.flow(link)

    def flow(self, link: int) -> None:
        """Carry what each end has to say to the other, until neither has more."""
        ends = self.ends[link]
        while True:
            out, back = ends.agent.data_to_send(), ends.console.data_to_send()
            if not out and not back:
                return
            if out and not ends.cut:
                self._note(ends, out)
                ends.console.receive(out, self.clock())
            if back:
                self._hear(link, ends.agent.receive(back, self.clock()))

    def live(
        self, seconds: float, *consoles: WireConsole, wanted: Iterable[str] = ()
    ) -> None:
        """Let time pass on the wire as well: pings leave, answers fall due."""
        wanted, end = tuple(wanted), self.clock() + seconds
        beat = self.clock() + BEAT_S
        while self.clock() < end:
            due = [x.agent.deadline() for x in self.ends.values()]
            at = min([end, beat, self.mind.deadline(), *(x for x in due if x)])
            self.clock.move(max(at - self.clock(), 0.001))
            if self.clock() >= beat:
                beat += BEAT_S
                self._beat()
            if self.clock() >= self.mind.deadline():
                self.tell(e.Ticked())
            self._tick(consoles, wanted)

    def say_yes(self, access: str) -> None:
        """The pupil says yes to this very look."""
        self.tell_session(local.Answer(bytes.fromhex(access), yes=True))

    # --- what LaptopDesk calls

    def tell(self, event: e.Event) -> list[c.Command]:
        """Let one thing happen; what it makes the laptop say, leaves."""
        did = super().tell(event)
        for link in list(self.ends):
            self.flow(link)
        return did

    def ping(self, console: Console) -> None:
        """Pings leave by themselves here."""
        console.ping = self.ends[console.link].agent.newest_ping

    def hear(self, console: Console, command: Command) -> None:
        """A command arrives as a frame."""
        self.say_bytes(console.link, framed(encode(command)))

    # --- within

    def _tree(self, teacher: str, key: Any) -> TeacherTree:  # noqa: ANN401 -- a key
        if teacher not in self.trees:
            school, klass = self.school.trust.school, self.school.class_id
            month = self.clock.wall.astimezone(BRUSSELS).strftime("%Y-%m")
            origin = points.origin(school, klass, teacher, month)
            self.trees[teacher] = TeacherTree(origin, key)
        return self.trees[teacher]

    def _note(self, ends: Ends, data: bytes) -> None:
        ends.frames.feed(data)
        while (frame := ends.frames.next_frame()) is not None:
            ends.left.append(Left(self.clock(), decode_wire(frame), frame))

    def _beat(self) -> None:
        session = self.mind.laptop.session
        if self.is_beating and session is not None:
            self.alive(proof_ok=session.proof_ok, locked=session.locked)

    def _tick(self, consoles: tuple[WireConsole, ...], wanted: tuple[str, ...]) -> None:
        for link, ends in list(self.ends.items()):
            self._hear(link, ends.agent.tick(self.clock()))
            self.flow(link)
        for console in consoles:
            ends = self.ends[console.link]
            ready = ends.agent.state is State.READY
            if ready and ends.agent.newest_ping != console.ping:
                console.ping = ends.agent.newest_ping
                ids = tuple(bytes.fromhex(x) for x in wanted)
                self.say(console.link, Pong(console.ping, ids))

    def _hear(self, link: int, found: list[p.SessionEvent]) -> None:
        for event in found:
            self._note_ping(link)
            self._heard(link, event)
        self._note_ping(link)

    def _heard(self, link: int, event: p.SessionEvent) -> None:
        ends = self.ends[link]
        match event:
            case p.WelcomeHeard():
                peer, nonce = ends.agent.peer, ends.agent.nonce
                greeted = e.ConsoleGreeted(
                    link, peer, event.welcome.instance, nonce, on_school_network=True
                )
                self.tell(greeted)
            case p.SyncedHeard():
                self.tell(e.SyncedHeard(link, event.synced))
            case p.CommandHeard():
                self.tell(e.CommandHeard(link, event.command, event.arrived))
            case p.PongHeard():
                self.tell(e.PongHeard(link, event.wanted, event.departed))
            case p.Heard():
                self.tell(e.WireHeard(link, event.message))  # type: ignore[arg-type]
            case p.SessionEnded():
                ends.ended.append(event.cause)
                self.tell(e.LinkEnded(link))
            case _:
                pass

    def _note_ping(self, link: int) -> None:
        session, ends = self.ends[link].agent, self.ends[link]
        if session.newest_ping != ends.pinged:
            ends.pinged = session.newest_ping
            self.departed[link, ends.pinged] = session.ping_departed
            self.tell(e.PingLeft(link, ends.pinged, session.ping_departed))

    def _do(self, command: c.Command) -> None:
        super()._do(command)
        ends = self.ends.get(getattr(command, "link", 0))
        if ends is None or ends.agent.state not in {State.SYNCING, State.READY}:
            return
        self._speak(ends, command)

    def _speak(self, ends: Ends, command: c.Command) -> None:
        session, now_s = ends.agent, self.clock()
        match command:
            case c.SendWire():
                session.send(command.message, now_s)
            case c.SendAt():
                session.send_at(command.message, command.due_s)
            case c.JudgeCommand():
                session.command_judged(command.seq, fresh=command.fresh)
            case c.SendPicture():
                for part in _parts(command):
                    session.send(part, now_s)
            case c.TellEnded() if command.picture_out and self.unacked:
                ends.cut = True
            case c.TellEnded():
                session.send(Ended(command.access), now_s)
            case c.EndLink():
                self._hear(command.link, session.close(command.code, now_s))
            case _:
                pass


def _parts(command: c.SendPicture) -> list[Any]:
    frame = command.frame
    return split(
        frame.access,
        frame.n,
        frame.screen,
        frame.width_px,
        frame.height_px,
        frame.data,
        overview=command.overview,
    )
