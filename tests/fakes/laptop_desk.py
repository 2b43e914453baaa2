# SPDX-License-Identifier: GPL-3.0-or-later
"""One laptop's whole mind on a table: a test says what happens and reads what it does.

The Supervisor is the real one. Around it stand a school with real keys, a ledger and
yes-files in memory, a clock that the test moves, and consoles that sign and log what
they ask (or do not). A test reads as a script.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agent.core import commands as c
from agent.core import events as e
from agent.core.access import AccessState
from agent.core.instant import Instant
from agent.core.laptop import Identity
from agent.core.memory import ChoiceKey, Memory
from agent.core.supervisor import Supervisor
from consent.documents import canonical
from consent.documents import command as command_doc
from consent.documents.command import CommandBody, Verb
from consent.ledger import checkpoint as points
from consent.ledger.errors import LedgerError
from consent.method import CHOICE_CONTEXT
from consent.purpose import Purpose
from consent.wording.notice import notice_hash
from protocol.codec import WireMessage
from protocol.due import not_shared
from protocol.messages import local
from protocol.messages.commands import Accepted, Attention, Command, Declined, NotShared
from protocol.messages.records import EntryProof, Logged, Receipt, Synced
from tests.fakes.clock import FakeClock
from tests.fakes.ledger import FakeLedger
from tests.fakes.papers import Teacher, new_id
from tests.fakes.school import School, make_school
from tests.fakes.teacher_tree import TeacherTree

M = TypeVar("M")
ARGS: dict[Verb, dict[str, str | int]] = {
    Verb.OVERVIEW_START: {"scope": "all"},
    Verb.VIEW_START: {"seconds": 60},
    Verb.ATTENTION_START: {"seconds": 60, "scope": "all"},
    Verb.MESSAGE: {"text": "Pagina 12."},
    Verb.LINK: {"url": "https://example.org/a", "title": "Oefening"},
    Verb.HANDIN_ASK: {"title": "Taak"},
    Verb.FILE_OFFER: {
        "file": "f1" * 16,
        "name": "taak.odt",
        "size": 12,
        "sha256": "ab" * 32,
    },
}
REASONS = {
    Verb.OVERVIEW_START: "independent_work",
    Verb.VIEW_START: "help",
    Verb.SHOW_START: "help",
    Verb.ATTENTION_START: "explain",
}
EMPTY = Synced(
    checkpoint=b"", from_size=0, consistency=(), proofs=(), later=(), more=False
)


WIDE = local.Screen(0, 0, 0, 1920, 1080, 100)


@dataclass(frozen=True)
class Said:
    """One word to a console: when it leaves, and to which link."""

    link: int
    message: WireMessage
    at_s: float


@dataclass
class Console:
    """A teacher's program at the other end of one link."""

    desk: "LaptopDesk"
    teacher: Teacher
    link: int
    nonce: bytes
    tree: TeacherTree
    lesson: str
    seq: int = 0
    ping: int = 0
    is_honest: bool = True  # proves the lines it is told of, with each heartbeat

    def command(self, verb: Verb, **changes: Any) -> CommandBody:  # noqa: ANN401 -- fields
        """Make the next command as an honest console does."""
        self.seq += 1
        fields: dict[str, Any] = {
            "access": new_id(),
            "lesson": self.lesson,
            "device": self.desk.device.fingerprint.hex(),
            "teacher": self.teacher.fingerprint,
            "nonce": self.nonce.hex(),
            "ping": self.ping,
            "seq": self.seq,
            "reason_code": REASONS.get(verb, ""),
            "args": ARGS.get(verb, {}),
        }
        return self.desk.school.command(verb, **{**fields, **changes})

    def ask(self, verb: Verb, **changes: Any) -> CommandBody:  # noqa: ANN401 -- fields
        """Log a command, then send it with its proof."""
        body = self.command(verb, **changes)
        self.send(body)
        return body

    def send(
        self,
        body: CommandBody,
        *,
        logged: bool = True,
        key: Ed25519PrivateKey | None = None,
    ) -> None:
        """Send this very command: logged first or not, signed rightly or not."""
        wire = self.wire(body, logged=logged, key=key)
        self.desk.tell(e.CommandHeard(self.link, wire, self.desk.clock()))

    def wire(
        self,
        body: CommandBody,
        *,
        logged: bool = True,
        key: Ed25519PrivateKey | None = None,
    ) -> Command:
        """Make the message of a command."""
        raw, held = command_doc.encode(body), self.tree.told
        leaf, salt = self.tree.log(raw if logged else b"something else")
        sig = command_doc.sign(raw, key or self.teacher.holder.sign_key)
        made = Command(raw, sig, salt, self.tree.prove(leaf))
        if not logged:
            self.tree.told = held  # a laptop takes no head from a proof that is none
        return made

    def pong(self, *accesses: str) -> None:
        """Answer the newest ping: this is what the window still wants."""
        self.desk.tell(
            e.PongHeard(
                self.link,
                tuple(bytes.fromhex(x) for x in accesses),
                self.desk.departed[self.link, self.ping],
            )
        )

    def heartbeat(self, *accesses: str) -> None:
        """A ping leaves and its pong comes at once."""
        self.desk.ping(self)
        self.pong(*accesses)
        if self.is_honest:
            self.prove_all()

    def prove(self, entry: Any) -> None:  # noqa: ANN401 -- a wire Entry
        """Log a line of the laptop and prove it."""
        leaf, _ = self.tree.log(entry.body, entry.salt)
        proof = EntryProof(entry.shared_seq, self.tree.prove(leaf))
        self.desk.tell(e.WireHeard(self.link, Logged(proof)))

    def prove_all(self) -> None:
        """Prove every line that this link was told of and that is not proven yet."""
        for line in list(self.desk.ledger.unproven(self.teacher.fingerprint)):
            sealed = line.sealed
            leaf, _ = self.tree.log(sealed.body or b"", sealed.salt)
            proof = EntryProof(sealed.seq, self.tree.prove(leaf))
            self.desk.tell(e.WireHeard(self.link, Logged(proof)))

    def said(self, kind: type[M]) -> list[M]:
        """Give what the laptop said to this link, of one kind."""
        return [
            x.message
            for x in self.desk.said
            if x.link == self.link and isinstance(x.message, kind)
        ]


@dataclass
class LaptopDesk:
    """The laptop, its school and its clock."""

    school: School = field(default_factory=make_school)
    pupil: int = 0
    memory: Memory = field(default_factory=Memory)
    clock: FakeClock = field(default_factory=FakeClock)
    screen: local.Screen = WIDE
    account: str = "amina"
    hold: bool = False  # appends wait until let_go()
    did: list[c.Command] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    heard: list[Any] = field(default_factory=list)  # what the session was told
    yes_files: set[ChoiceKey] = field(default_factory=set)
    yes_disk_ok: bool = True
    departed: dict[tuple[int, int], float] = field(default_factory=dict)
    watch: Callable[[c.Command], None] = lambda _: None

    def __post_init__(self) -> None:
        """Stand everything on the table; the daemon has not started."""
        self.clock.wall = self.school.now
        self.device = self.school.pupils[self.pupil].holder
        self.shelf = self.school.shelf_for(self.pupil)
        self.ledger = FakeLedger(self.device.sign_key, self.device.id.hex())
        self.pupil_key = Ed25519PrivateKey.generate()
        self.held: list[c.Command] = []
        self.events: deque[e.Event] = deque()
        self.links = 0
        self.clicks = 0
        self.trees: dict[str, TeacherTree] = {}
        me = Identity(
            self.device.id.hex(),
            self.device.fingerprint.hex(),
            self.device.sign_key.public_key().public_bytes_raw(),
        )
        self.mind = Supervisor(me, self.shelf, self.ledger, self.now)

    @property
    def now(self) -> Instant:
        """Give both clocks."""
        return Instant(self.clock.boot_s, self.clock.wall)

    # --- the script's verbs

    def tell(self, event: e.Event) -> list[c.Command]:
        """Let one thing happen; gives all that was done, in order."""
        first = len(self.did)
        self.events.append(event)
        if len(self.events) > 1:
            return []  # what happens while something is done waits its turn
        while self.events:
            for command in self.mind.handle(self.events[0], self.now):
                self._do(command)
            self.events.popleft()
        return self.did[first:]

    def start(self) -> "LaptopDesk":
        """Start the daemon."""
        self.tell(e.DaemonStarted(self.memory))
        return self

    def sit_down(self, *, proof_ok: bool = True) -> None:
        """The pupil's session comes and shows its eye."""
        public = self.pupil_key.public_key().public_bytes_raw()
        here = local.Here(1, 4711, (self.screen,), 4, public)
        self.tell(e.SessionHere(here, self.account))
        self.alive(proof_ok=proof_ok)

    def alive(self, *, proof_ok: bool = True, locked: bool = False) -> None:
        """The session's Qt thread still turns."""
        tick = int(self.clock())
        self.tell(e.SessionHeard(local.Alive(tick, proof_ok, locked)))

    def connect(self, teacher: int = 0, *, synced: bool = True) -> Console:
        """A console connects, and both records are told."""
        self.links += 1
        who = self.school.teachers[teacher]
        nonce = self.links.to_bytes(32, "big")
        if who.id not in self.trees:
            origin = points.origin(
                self.school.trust.school, self.school.class_id, who.id, "2027-03"
            )
            self.trees[who.id] = TeacherTree(origin, who.holder.sign_key)
        console = Console(
            self, who, self.links, nonce, self.trees[who.id], self.school.lesson_id
        )
        self.ledger.ders[who.fingerprint] = who.holder.der  # the shell keeps it
        # OpenSSL lives in real time; the school's Monday is in another year.
        peer = replace(who.holder.peer, not_after=later(self.school.now, days=90))
        self.tell(
            e.ConsoleGreeted(
                console.link, peer, b"i" * 16, nonce, on_school_network=True
            )
        )
        if synced:
            self.tell(e.SyncedHeard(console.link, EMPTY))
            self.ping(console)
        return console

    def ping(self, console: Console) -> None:
        """A ping leaves on this link."""
        console.ping += 1
        self.departed[console.link, console.ping] = self.clock()
        self.tell(e.PingLeft(console.link, console.ping, self.clock()))

    def lesson(self) -> Console:
        """Start, sit down, connect and begin the lesson."""
        self.start()
        self.sit_down()
        console = self.connect()
        console.ask(Verb.LESSON_START)
        console.prove_all()
        return console

    def choose(
        self,
        purpose: Purpose,
        answer: local.ChoiceAnswer = local.ChoiceAnswer.YES,
        **changes: Any,  # noqa: ANN401 -- fields
    ) -> None:
        """The pupil turns a switch or answers the question, signed."""
        self.clicks += 1
        text = self._notice(purpose)
        fields: dict[str, Any] = {
            "n": self.clicks,
            "purpose": local.Looks[purpose.name],
            "answer": answer,
            "by_switch": True,
            "script": False,
            "notice_sha256": bytes.fromhex(text),
            "lang": "nl",
        } | changes
        digest = canonical.encode(
            {
                "v": 1,
                "n": fields["n"],
                "t": 1,
                "purpose": purpose.value,
                "answer": answer.name.lower(),
                "by_switch": fields["by_switch"],
                "script": fields["script"],
                "notice": fields["notice_sha256"].hex(),
                "lang": "nl",
            }
        )
        sig = self.pupil_key.sign(CHOICE_CONTEXT + digest)
        choice = local.Choice(**{"digest": digest, "pupil_sig": sig, **fields})
        self.tell(e.SessionHeard(choice))

    def agree(self, *purposes: Purpose) -> None:
        """Say yes to these, or to all picture purposes."""
        for purpose in purposes or (Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW):
            self.choose(purpose)

    def click(self, kind: local.ClickKind, access: str | None = None) -> None:
        """One click of the pupil."""
        self.clicks += 1
        which = None if access is None else bytes.fromhex(access)
        self.tell(e.SessionHeard(local.Click(self.clicks, kind, which)))

    def tell_session(self, word: e.FromSession) -> None:
        """The session says this."""
        self.tell(e.SessionHeard(word))

    def tell_wire(self, console: Console, proof: EntryProof) -> None:
        """A console claims to have logged a line."""
        self.tell(e.WireHeard(console.link, Logged(proof)))

    def frame(self, access: str, n: int = 1, **changes: Any) -> None:  # noqa: ANN401
        """The session hands over a picture it just took."""
        fields: dict[str, Any] = {
            "access": bytes.fromhex(access),
            "n": n,
            "screen": 0,
            "width_px": 192,
            "height_px": 108,
            "taken_ms": int(self.clock() * 1000) - 20,
            "data": b"\xff\xd8" + b"x" * 3_000,
        } | changes
        self.tell(e.SessionHeard(local.Frame(**fields)))

    def move(
        self, seconds: float, *consoles: Console, wanted: Iterable[str] = ()
    ) -> None:
        """Let time pass: the session beats, consoles pong, deadlines tick."""
        end = self.clock() + seconds
        beat = self.clock() + 1
        pong = self.clock() + 5
        while self.clock() < end:
            due = max(self.mind.deadline(), self.clock() + 0.001)
            at = min(end, beat, pong, due)
            self.clock.move(at - self.clock())
            if at == beat:
                beat += 1
                session = self.mind.laptop.session
                if session is not None:
                    self.alive(proof_ok=session.proof_ok, locked=session.locked)
            if at == pong:
                pong += 5
                for console in consoles:
                    console.heartbeat(*wanted)
            if self.clock() >= self.mind.deadline():  # a beat may have put it off
                self.tell(e.Ticked())

    def let_go(self) -> None:
        """Let the appends that waited reach the disk."""
        held, self.held, self.hold = self.held, [], False
        for command in held:
            self._do(command)

    def renew_papers(self, school: School) -> None:
        """The office publishes anew, and the laptop takes it in."""
        self.school = school
        for answer in self.shelf.accept_all(
            school.papers_for(self.pupil), self.clock.wall
        ):
            assert getattr(answer, "serial", None) is not None, answer
        self.tell(e.PapersChanged())

    # --- what a test asks

    def local_words(self, kind: type[M]) -> list[M]:
        """Give what the session was told, of one kind."""
        return [x for x in self.heard if isinstance(x, kind)]

    def pictures(self) -> list[c.SendPicture]:
        """Give the pictures that left."""
        return [x for x in self.did if isinstance(x, c.SendPicture)]

    def nos(self, seq: int) -> list[Said]:
        """Give the no to one command."""
        return [
            x
            for x in self.said
            if isinstance(x.message, NotShared) and x.message.seq == seq
        ]

    def yeses(self, seq: int, link: int | None = None) -> int:
        """Count the yeses to one command, of one link or of all."""
        return sum(
            isinstance(x.message, Accepted)
            and x.message.seq == seq
            and link in {None, x.link}
            for x in self.said
        )

    def no_bytes(self, seq: int) -> NotShared:
        """Give the one no there is."""
        return not_shared(seq)

    def declined(self, seq: int) -> int | None:
        """Give the code a lesson was declined with, or None."""
        codes = [
            x.message.code
            for x in self.said
            if isinstance(x.message, Declined) and x.message.seq == seq
        ]
        return codes[-1] if codes else None

    def judged(self, seq: int) -> bool | None:
        """Say what the session was told of a command: fresh or not."""
        found = [
            x.fresh for x in self.did if isinstance(x, c.JudgeCommand) and x.seq == seq
        ]
        return found[-1] if found else None

    def hear(self, console: Console, command: Command) -> None:
        """A command arrives, whatever it is."""
        self.tell(e.CommandHeard(console.link, command, self.clock()))

    def attentions(self) -> list[tuple[Attention, float]]:
        """Give what was said of curtains, and when each word leaves."""
        return [
            (x.message, x.at_s) for x in self.said if isinstance(x.message, Attention)
        ]

    def overview_is(self, state: AccessState) -> bool:
        """Say where the overview stands."""
        return self.mind.laptop.overview.state is state

    def look_is(self, state: AccessState) -> bool:
        """Say where the view or show stands."""
        return self.mind.laptop.look.state is state

    def eye(self) -> local.Eye:
        """Give what the eye says now."""
        return self.local_words(local.Eye)[-1]

    def _notice(self, purpose: Purpose) -> str:
        for notice in self.local_words(local.Welcomed)[-1].notices:
            if notice.id == purpose.value:
                return notice_hash(notice.text)
        return "00" * 32

    # --- the shell, in memory

    def _do(self, command: c.Command) -> None:
        if self.hold and isinstance(command, c.Append):
            self.held.append(command)
            return
        self.did.append(command)
        self.watch(command)
        match command:
            case c.SendWire():
                self.said.append(Said(command.link, command.message, self.clock()))
            case c.SendAt():
                self.said.append(Said(command.link, command.message, command.due_s))
            case c.SendLocal():
                self.heard.append(command.message)
            case _:
                self._write(command)

    def _write(self, command: c.Command) -> None:
        ledger = self.ledger
        try:
            match command:
                case c.Append():
                    lines = ledger.append_all(command.drafts, command.context)
                    self.tell(e.EntryWritten(command.token, lines))
                case c.NoteRefused():
                    ledger.refused(
                        command.purpose,
                        command.reason,
                        command.teacher,
                        command.context,
                    )
                case c.FlushRefused():
                    ledger.flush_refused(command.context, command.lesson)
                case c.AppendGap():
                    ledger.append_gap(command.teacher, command.context)
                case c.BeginEpoch():
                    ledger.begin_epoch(command.epoch, command.known, command.context)
                case c.KeepProof():
                    ledger.add_proof(command.seq, command.proof)
                case c.KeepCommandProof():
                    ledger.add_command_proof(command.seq, command.salt, command.proof)
                case c.StoreYes() | c.StoreNo() | c.StorePause() | c.StoreResume():
                    self._store(command)
                case _:
                    self._keep_head(command)
        except LedgerError as fault:
            token = command.token if isinstance(command, c.Append) else 0
            self.tell(e.EntryFailed(token, fault.landed))

    def _keep_head(self, command: c.Command) -> None:
        match command:
            case c.KeepGrowth():
                self.ledger.take_checkpoint(command.growth)
            case c.KeepFork():
                self.ledger.keep_fork(command.note)
            case c.KeepCarried():
                self.ledger.keep_carried(command.note, command.certificate)
            case c.KeepGiven():
                self.ledger.keep_given(command.lines, command.teacher, command.who)
            case c.KeepGivenProof():
                self.ledger.given_proofs[command.seq] = command.proof
            case c.DropCarried():
                self.ledger.drop_carried(command.note)
            case _:
                pass

    def _store(
        self, command: c.StoreYes | c.StoreNo | c.StorePause | c.StoreResume
    ) -> None:
        match command:
            case c.StoreYes() if not self.yes_disk_ok:
                self.tell(e.YesNotKept(command.key))
            case c.StoreYes():
                self.yes_files.add(command.key)
                self.tell(e.YesKept(command.key, command.n))
            case c.StoreNo() if not self.yes_disk_ok:
                self.tell(e.NoNotKept(command.keys))
            case c.StoreNo():
                self.yes_files.difference_update(command.keys)
                self.tell(e.NoKept(command.n))
            case c.StorePause() if not self.yes_disk_ok:
                self.tell(e.PauseNotKept(command.n))
            case c.StoreResume() if not self.yes_disk_ok:
                self.tell(e.ResumeNotKept())
            case c.StorePause():
                self.tell(e.NoKept(command.n))
            case c.StoreResume():
                self.tell(e.ResumeKept(command.n))


def later(moment: datetime, **length: float) -> datetime:
    """Give a moment some time after another."""
    return moment + timedelta(**length)


__all__ = ["Console", "LaptopDesk", "Receipt", "Said", "later"]
