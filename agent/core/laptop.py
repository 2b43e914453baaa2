# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything one laptop knows while it runs. Plain values; the law is elsewhere.

One object, changed by the small modules beside it, each of which owns its part:
looks their accesses, curtain the lock, lessons the lesson, choices the pupil's will.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, tzinfo
from typing import Final, TypeVar

from agent.core.access import AccessState
from agent.core.commands import Command
from agent.core.instant import Instant
from agent.core.lease import LeaseState
from agent.core.memory import ChoiceKey, KeptChoice, Laid
from agent.core.records import Records
from agent.core.table import ImpossibleEventError
from agent.core.throttle import PictureLane
from consent.clock import ClockWatch
from consent.documents.charter import Charter
from consent.documents.command import CommandBody
from consent.documents.fields import Band, Lang
from consent.documents.slip import Slip
from consent.ledger.caps import Used
from consent.ledger.chain import Sealed
from consent.ledger.checkpoint import Checkpoint
from consent.ledger.draft import Context
from consent.ledger.erasure import EraseOrder
from consent.ledger.receipt import Proof
from consent.purpose import Purpose
from consent.school import Papers
from consent.shelf.shelf import Shelf
from consent.timetable import RunningSlot
from protocol import constants as c
from protocol.identity import Peer
from protocol.messages.link import Ready
from protocol.messages.local import Here, Notice

T = TypeVar("T")

SESSION_SILENT_S: Final = 3.0
SESSION_BACK_S: Final = 5.0  # after a drop nothing is shown for so long
PINGS_KEPT: Final = 8
NOTHING_USED: Final = Used()
ROLE_NAME: Final = {
    Lang.NL: "je leraar",
    Lang.EN: "your teacher",
    Lang.FR: "ton professeur",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this laptop is: its certificate's id and fingerprint, both hex."""

    device: str
    fingerprint: str
    sign_pub: bytes  # raw Ed25519: signs both chains


@dataclass(slots=True)
class LinkFacts:
    """One console that proved its key."""

    id: int
    peer: Peer
    instance: bytes
    nonce: bytes
    on_network: bool
    ready: bool = False
    last_seq: int = 0
    pings: dict[int, float] = field(default_factory=dict)
    synced: set[int] = field(default_factory=set)  # lines sent again, not yet proven
    later: list[Sealed] = field(default_factory=list)  # lines it has and we lost
    given_asked: int = 0  # how far lines that it gave back were sent once more
    said_ready: Ready | None = None
    erasing: EraseOrder | None = None  # sent, and not answered yet
    erase_asked: set[bytes] = field(default_factory=set)
    shown: dict[bytes, bytes] = field(default_factory=dict)  # heads without a way yet
    shown_s: float = 0.0

    @property
    def teacher(self) -> str:
        """Give the certificate fingerprint that names this teacher in the record."""
        return self.peer.fingerprint.hex()

    def ping_departed(self, n: int) -> float | None:
        """Say when ping n left on this link."""
        return self.pings.get(n)

    def keep_ping(self, n: int, departed_s: float) -> None:
        """Remember a ping, and forget the oldest."""
        self.pings[n] = departed_s
        while len(self.pings) > PINGS_KEPT:
            del self.pings[min(self.pings)]


@dataclass(slots=True)
class LessonFacts:
    """The one lesson that is open here."""

    id: str
    klass: str
    slot: str
    teacher: str  # certificate fingerprint
    teacher_id: str
    teacher_name: str
    subject: str
    slot_date: str
    ends: datetime
    ends_s: float  # the same bell in boot time: a clock set back moves nothing
    link: int | None
    papers: Papers | None  # as they stood when it began: nothing widens before the next
    offers_made: int = 0


@dataclass(slots=True)
class SessionFacts:
    """The pupil's session, as long as it speaks."""

    here: Here
    account: str
    heard_s: float
    proof_ok: bool = False
    locked: bool = False


def there(thing: T | None) -> T:
    """Give what the table says must be there; that it is not is our own bug."""
    if thing is None:
        raise ImpossibleEventError("An act of a table without a command behind it.")
    return thing


@dataclass(frozen=True, slots=True)
class Asked:
    """One command, as far as answering and recording it later needs it."""

    link: int
    body: CommandBody
    raw: bytes
    sig: bytes
    salt: bytes
    proof: Proof
    logged_first: bool
    arrived_s: float
    due_s: float
    teacher: str
    teacher_id: str
    teacher_name: str

    @property
    def access(self) -> bytes:
        """Give the id this command starts or stops."""
        return bytes.fromhex(self.body.access)

    @property
    def power(self) -> Purpose:
        """Give the power it uses; every command but those of a lesson has one."""
        return there(self.body.verb.purpose)

    def record_fields(self) -> dict[str, object]:
        """Give the fields that name the teacher and keep the teacher's own words."""
        return {
            "teacher": self.teacher,
            "teacher_name": self.teacher_name,
            "command": self.raw.decode(),
            "command_sig": self.sig.hex(),
            "leaf": self.proof.leaf,
        }


@dataclass(slots=True)
class LookFacts:
    """One of the two looks: overview, or view and show."""

    purposes: frozenset[Purpose]
    state: AccessState = AccessState.IDLE
    asked: Asked | None = None
    purpose: Purpose | None = None
    used: Used = NOTHING_USED  # before this look
    seconds: int = 0
    width_px: int = 0  # by the grant; a small desktop makes it smaller
    notice_ends_s: float | None = None
    event_yes: bool | None = None
    offered: bool = False
    lease_s: float = 0.0
    hard_end_s: float = 0.0  # the bell and the grant's end, in boot time
    opened_s: float = 0.0
    ends_s: float = 0.0  # what was asked, or the hard end
    opened: Sealed | None = None
    open_seq: int = 0
    where: Context | None = None
    pictures: int = 0
    lane: PictureLane = field(default_factory=lambda: PictureLane(0.0))
    grabbing: bool = False
    end: str = ""  # the word of CLOSE
    cause: str = ""  # the word of CAUSE, for the pupil alone
    closed_s: int | None = None
    close_failed_s: float | None = None

    @property
    def wish(self) -> Asked:
        """Give the command behind this look; there is one unless it is IDLE."""
        return there(self.asked)

    @property
    def power(self) -> Purpose:
        """Give what this look may do; known unless it is IDLE."""
        return there(self.purpose)

    @property
    def access(self) -> bytes | None:
        """Give the id of this look."""
        return None if self.asked is None else self.asked.access

    @property
    def is_open(self) -> bool:
        """Say whether a grant is held or being written."""
        return self.state in _OPEN

    def forget(self) -> None:
        """Be as new: nothing of one access may reach into the next."""
        fresh = LookFacts(self.purposes)
        for each in fields(LookFacts):
            if each.name != "state":
                setattr(self, each.name, getattr(fresh, each.name))


_OPEN: Final = frozenset(
    {AccessState.NOTICE, AccessState.OPENING, AccessState.STREAMING}
)


@dataclass(slots=True)
class LockFacts:
    """The one curtain."""

    state: LeaseState = LeaseState.FREE
    asked: Asked | None = None
    opening: bool = False  # its OPEN is being written
    cancelled: bool = False  # a no came meanwhile
    exempt: bool = False  # its OPEN is written, nothing is raised
    close_not_before_s: float | None = None  # never shown: its CLOSE has one time
    used: Used = NOTHING_USED  # before this lock
    continuing_left_s: int | None = None
    seconds: int = 0
    opened_s: float = 0.0
    painted_by_s: float = 0.0
    down_by_s: float = 0.0
    renewed_s: float = 0.0  # departure of the newest ping that named it
    until_s: float = 0.0
    hard_end_s: float = 0.0
    opened: Sealed | None = None
    open_seq: int = 0
    where: Context | None = None
    shown: bool = False
    told_down: bool = False
    end: str = ""  # the word of CLOSE
    cause: str = ""  # the word of CAUSE, for the pupil alone
    closed_s: int | None = None
    close_owed: bool = False
    close_failed_s: float | None = None

    @property
    def wish(self) -> Asked:
        """Give the command behind this lock; there is one unless it is FREE."""
        return there(self.asked)

    @property
    def access(self) -> bytes | None:
        """Give the lock's id."""
        return None if self.asked is None else self.asked.access

    @property
    def is_up(self) -> bool:
        """Say whether a curtain may be over the screen."""
        return self.state is not LeaseState.FREE

    @property
    def is_busy(self) -> bool:
        """Say whether a line of this lock still has to be written."""
        return self.opening or self.close_not_before_s is not None or self.close_owed


@dataclass(slots=True)
class Debt:
    """A shared line that its teacher's console has not shown to hold."""

    teacher: str
    since_s: float
    told: bool  # its receipt was sent on the link that lives now
    is_gap: bool = False  # a GAP names it: no more than this slot's debt


@dataclass(slots=True)
class HandFacts:
    """A raised hand, and the look it may offer."""

    up: bool = False
    offer_until_s: float = 0.0


@dataclass(slots=True)
class QuestionFacts:
    """The question on the pupil's screen."""

    purpose: Purpose
    notice: str  # hash of the text on the screen
    until_s: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an append ended: its first line, or none and whether the disk may have it."""

    line: Sealed | None
    landed: bool = False


Then = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Texts:
    """The school's texts for one pupil, kept until the charter or the band changes."""

    charter: Charter
    band: Band
    notices: tuple[Notice, ...]
    charter_hash: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the school agreed, in plain lines; kept until the charter changes."""

    charter: Charter
    school: str
    words: str


@dataclass(slots=True)
class Laptop:
    """The whole state of one daemon."""

    me: Identity
    shelf: Shelf
    records: Records
    now: Instant
    klass: str = ""  # the class whose papers rule now
    slot: RunningSlot | None = None
    slip: Slip | None = None  # of that class; place reads it anew for each event
    texts: Texts | None = None
    agreed: Agreed | None = None
    lang: Lang = Lang.NL
    out: list[Command] = field(default_factory=list)
    links: dict[int, LinkFacts] = field(default_factory=dict)
    lesson: LessonFacts | None = None
    session: SessionFacts | None = None
    session_back_s: float = 0.0
    overview: LookFacts = field(
        default_factory=lambda: LookFacts(frozenset({Purpose.OVERVIEW}))
    )
    look: LookFacts = field(
        default_factory=lambda: LookFacts(frozenset({Purpose.VIEW, Purpose.SHOW}))
    )
    lock: LockFacts = field(default_factory=LockFacts)
    dropped_locks: dict[bytes, float] = field(default_factory=dict)
    choices: dict[ChoiceKey, KeptChoice] = field(default_factory=dict)
    yes_files: set[ChoiceKey] = field(default_factory=set)
    given_s: dict[ChoiceKey, float] = field(default_factory=dict)
    notices: set[str] = field(default_factory=set)
    question: QuestionFacts | None = None
    asking: bool = False  # its line is being written
    coming: dict[ChoiceKey, KeptChoice] = field(
        default_factory=dict
    )  # a yes on its way
    paused: bool = False
    paused_until: datetime | None = None
    clicks_kept: int = 0
    ledger_ok: bool = True
    list_whole: bool = True  # nothing in it is known to be gone or changed
    clock_ok: bool = True
    clock: ClockWatch | None = None
    vetoed: set[bytes] = field(default_factory=set)
    debts: dict[int, Debt] = field(default_factory=dict)
    slot_date: str = ""  # of the newest lesson: what a GAP names is owed in it
    heads: dict[str, Checkpoint] = field(default_factory=dict)
    notes: dict[str, bytes] = field(default_factory=dict)
    two_lists: set[str] = field(default_factory=set)  # trees the pupil was told of
    last_entry: datetime | None = None
    last_looked: datetime | None = None
    hand: HandFacts = field(default_factory=HandFacts)
    offers: list[Laid] = field(default_factory=list)  # oldest first
    agrees: str = ""
    copy_agrees: bool = True
    copy_due: set[int] = field(default_factory=set)  # proven lines not seen in it yet
    troubles_told: set[tuple[str, str, str]] = field(default_factory=set)
    used_accesses: dict[tuple[date, str], set[bytes]] = field(default_factory=dict)
    used_in: tuple[date, str] = (date.min, "")  # the day and slot that ran last
    port_open: bool = False
    started: bool = False
    owed_closes: int = 0
    owed_nos: set[ChoiceKey] = field(default_factory=set)
    owed_pause: int | None = None  # the click behind it
    owed_after_s: float = 0.0
    tokens: int = 0
    waiting: dict[int, Then] = field(default_factory=dict)
    said: dict[str, object] = field(
        default_factory=dict
    )  # what was last said of a kind

    @property
    def is_owing(self) -> bool:
        """Say whether a no or a pause is not on disk yet."""
        return bool(self.owed_nos) or self.owed_pause is not None

    @property
    def pupil(self) -> str:
        """Give the pupil this laptop is tied to, or ""."""
        return "" if self.slip is None else self.slip.pupil

    def teacher_name(self, teacher_id: str) -> str:
        """Give the name pupils read; the role alone where the charter says so."""
        charter, sheet = self.shelf.charter, self.shelf.classes.get(self.klass)
        day = self.local_time(self.now.wall).date()
        teacher = sheet.teacher(teacher_id, day) if sheet else None
        if teacher is None or (charter is not None and charter.log_names == "role"):
            return ROLE_NAME[self.lang]
        return teacher.name

    def why(self, asked: "Asked") -> str:
        """Give the reason of a command in the pupil's language, its free words too."""
        charter, purpose = self.shelf.charter, asked.body.verb.purpose
        code = asked.body.reason_code
        reason = charter.reason(purpose, code) if charter and purpose else None
        words = reason.words(self.lang) if reason else ""
        whole = ": ".join(part for part in (words, asked.body.reason) if part)
        return whole[: c.REASON_CHARS]

    @property
    def zone(self) -> tzinfo:
        """Give the school's own time zone."""
        trust = self.shelf.trust
        return trust.zone if trust else UTC

    def local_time(self, moment: datetime) -> datetime:
        """Give a moment as the school's clocks show it."""
        return moment.astimezone(self.zone)

    @property
    def session_ok(self) -> bool:
        """Say whether the right account's session speaks, and was not just dropped."""
        account = None if self.slip is None else self.slip.account
        return (
            self.session is not None
            and account in {None, self.session.account}
            and self.now.boot_s - self.session.heard_s <= SESSION_SILENT_S
            and self.now.boot_s >= self.session_back_s
        )

    @property
    def looks(self) -> tuple[LookFacts, LookFacts]:
        """Give both looks."""
        return (self.overview, self.look)

    def look_for(self, purpose: Purpose) -> LookFacts:
        """Give the look a picture purpose belongs to."""
        return self.overview if purpose is Purpose.OVERVIEW else self.look

    def look_of(self, access: bytes) -> LookFacts | None:
        """Find a look by its id."""
        return next((x for x in self.looks if x.access == access), None)

    def do(self, *commands: Command) -> None:
        """Order the shell, in this order."""
        self.out.extend(commands)
