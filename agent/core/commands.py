# SPDX-License-Identifier: GPL-3.0-or-later
"""What the core orders its shell to do. The order in a list is law."""

from dataclasses import dataclass
from datetime import datetime

from agent.core.memory import ChoiceKey
from consent.ledger.chain import Sealed
from consent.ledger.draft import Context, Draft
from consent.ledger.receipt import Growth, Proof
from protocol.codec import LocalMessage, WireMessage
from protocol.messages.link import ByeCode
from protocol.messages.local import Frame, OrderKind
from protocol.messages.records import ShownLeaf


@dataclass(frozen=True, slots=True)
class SendWire:
    """Say this to a console now."""

    link: int
    message: WireMessage


@dataclass(frozen=True, slots=True)
class SendAt:
    """Say this to a console at this boot time: the due time of a no."""

    link: int
    message: WireMessage
    due_s: float


@dataclass(frozen=True, slots=True)
class JudgeCommand:
    """Tell the session of this link whether a command was fresh."""

    link: int
    seq: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class SendPicture:
    """Split this picture and send it; one is on its way at most."""

    link: int
    frame: Frame
    overview: bool


@dataclass(frozen=True, slots=True)
class TellEnded:
    """Say Ended; where a picture is still unacknowledged, cut the link instead."""

    link: int
    access: bytes
    picture_out: bool


@dataclass(frozen=True, slots=True)
class EndLink:
    """Close a link with this code."""

    link: int
    code: ByeCode


@dataclass(frozen=True, slots=True)
class SendLocal:
    """Say this to the pupil's session, if there is one."""

    message: LocalMessage


@dataclass(frozen=True, slots=True)
class DropSession:
    """Close the local socket: that session is silent or not to be trusted."""


@dataclass(frozen=True, slots=True)
class Append:
    """Write these lines durably, all or none; report EntryWritten or EntryFailed."""

    token: int
    drafts: tuple[Draft, ...]
    context: Context


@dataclass(frozen=True, slots=True)
class NoteRefused:
    """Count one refusal for the pupil; the first of its kind is a line at once."""

    purpose: str
    reason: str
    teacher: str
    context: Context


@dataclass(frozen=True, slots=True)
class FlushRefused:
    """Write the numbers of a lesson that ended."""

    lesson: str
    context: Context


@dataclass(frozen=True, slots=True)
class AppendGap:
    """Name what this teacher's console still misses after it was sent again."""

    teacher: str
    context: Context


@dataclass(frozen=True, slots=True)
class BeginEpoch:
    """Go on after this laptop lost lines that the console still has."""

    epoch: int
    known: int
    context: Context


@dataclass(frozen=True, slots=True)
class KeepGiven:
    """Keep lines that were lost here and came back, beside the record."""

    lines: tuple[Sealed, ...]
    teacher: str  # certificate fingerprint of whose program gave them
    who: str


@dataclass(frozen=True, slots=True)
class KeepGivenProof:
    """Keep a checked proof of where a teacher's tree has a line that came back."""

    seq: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class KeepProof:
    """Keep a checked proof that a console logged this line of ours."""

    seq: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class KeepCommandProof:
    """Keep the checked proof that the command behind this line was logged first."""

    seq: int
    salt: bytes
    proof: Proof


@dataclass(frozen=True, slots=True)
class KeepGrowth:
    """Keep a checked, newer head of a teacher's tree."""

    growth: Growth


@dataclass(frozen=True, slots=True)
class KeepFork:
    """Keep a signed head that contradicts another: evidence."""

    note: bytes


@dataclass(frozen=True, slots=True)
class KeepCarried:
    """Keep a colleague's head, checked, until its own teacher shows the way from it."""

    note: bytes
    certificate: bytes


@dataclass(frozen=True, slots=True)
class DropCarried:
    """Let go of a carried head: it is proven, or kept as evidence."""

    note: bytes


@dataclass(frozen=True, slots=True)
class KeepErased:
    """Let go of an order, by its signature: a console carried it out."""

    sig: bytes


@dataclass(frozen=True, slots=True)
class StoreYes:
    """Make a yes-file say yes, then report YesKept."""

    key: ChoiceKey
    pupil: str
    valid_until: datetime
    consent_seq: int
    n: int


@dataclass(frozen=True, slots=True)
class StoreNo:
    """Overwrite yes-files in place and fsync, before any line; then report NoKept."""

    keys: tuple[ChoiceKey, ...]
    n: int


@dataclass(frozen=True, slots=True)
class StorePause:
    """Store a pause until then, or until the pupil's click; then report NoKept."""

    until: datetime | None
    n: int


@dataclass(frozen=True, slots=True)
class StoreResume:
    """Store that the pause is over, then report ResumeKept."""

    n: int


@dataclass(frozen=True, slots=True)
class PutAway:
    """Remember that the pupil put this offer away, over a restart too."""

    offer: bytes


@dataclass(frozen=True, slots=True)
class OpenPort:
    """Listen and announce, where a school network is."""


@dataclass(frozen=True, slots=True)
class ClosePort:
    """Stop announcing, then stop listening."""


@dataclass(frozen=True, slots=True)
class CompareCopy:
    """Lay the console's copy beside our own lines."""

    link: int
    entries: tuple[ShownLeaf, ...]
    last: bool


@dataclass(frozen=True, slots=True)
class ShowList:
    """Answer LogAskLocal with the pupil's own lines as sentences."""

    before_seq: int
    count: int
    agrees: str
    healthy: bool


@dataclass(frozen=True, slots=True)
class CarryOut:
    """Do what the pupil ordered about the own list and answer with OrderDone."""

    kind: OrderKind
    target: int
    pupil_sig: bytes


Command = (
    SendWire
    | SendAt
    | JudgeCommand
    | SendPicture
    | TellEnded
    | EndLink
    | SendLocal
    | DropSession
    | Append
    | NoteRefused
    | FlushRefused
    | AppendGap
    | BeginEpoch
    | KeepGiven
    | KeepGivenProof
    | KeepProof
    | KeepCommandProof
    | KeepGrowth
    | KeepFork
    | KeepErased
    | KeepCarried
    | DropCarried
    | StoreYes
    | StoreNo
    | StorePause
    | StoreResume
    | PutAway
    | OpenPort
    | ClosePort
    | CompareCopy
    | ShowList
    | CarryOut
)
