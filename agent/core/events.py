# SPDX-License-Identifier: GPL-3.0-or-later
"""What the laptop's daemon hears, in the past tense.

A link is a number the shell gives to one connection. Whatever a console says comes in
by four of these alone (CommandHeard, PongHeard, SyncedHeard, WireHeard), and none of
them is a permission.
"""

from dataclasses import dataclass

from agent.core.memory import ChoiceKey, Memory
from consent.ledger.chain import Sealed
from protocol.identity import Peer
from protocol.messages.commands import Command
from protocol.messages.local import (
    Alive,
    Answer,
    Choice,
    Click,
    Curtain,
    Frame,
    Here,
    LogAskLocal,
    OfferGone,
    Order,
    ReadAsk,
)
from protocol.messages.pictures import PictureTaken
from protocol.messages.records import Erased, HeadsTaken, LogCopy, Logged, Synced

FromSession = (
    Alive
    | Answer
    | Choice
    | Click
    | Curtain
    | Frame
    | LogAskLocal
    | OfferGone
    | Order
    | ReadAsk
)
FromConsole = Erased | HeadsTaken | LogCopy | Logged | PictureTaken


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper that was taken in or refused, for the pupil's list."""

    kind: str
    ref: str
    serial: int
    sha256: str
    outcome: str = "taken"


@dataclass(frozen=True, slots=True)
class DaemonStarted:
    """The disk was read; nothing is open and the port is shut."""

    memory: Memory


@dataclass(frozen=True, slots=True)
class ConsoleGreeted:
    """A console proved its command key on this link; the records come next."""

    link: int
    peer: Peer
    instance: bytes
    nonce: bytes  # of our Hello: every command on this link names it
    on_school_network: bool


@dataclass(frozen=True, slots=True)
class SyncedHeard:
    """A part of the console's answer to our account."""

    link: int
    synced: Synced


@dataclass(frozen=True, slots=True)
class CommandHeard:
    """A signed wish, with the proof that it was logged first."""

    link: int
    command: Command
    arrived_s: float


@dataclass(frozen=True, slots=True)
class PongHeard:
    """What the teacher's window still wants; leases count from the ping's departure."""

    link: int
    wanted: tuple[bytes, ...]
    departed_s: float


@dataclass(frozen=True, slots=True)
class PingLeft:
    """A ping went out; commands name it."""

    link: int
    n: int
    departed_s: float


@dataclass(frozen=True, slots=True)
class WireHeard:
    """Any other word of a console that concerns the record or a picture."""

    link: int
    message: FromConsole


@dataclass(frozen=True, slots=True)
class LinkEnded:
    """A connection is over, whoever ended it."""

    link: int


@dataclass(frozen=True, slots=True)
class NetworkChanged:
    """Whether this link still runs inside the school's networks."""

    link: int
    on_school_network: bool


@dataclass(frozen=True, slots=True)
class PapersChanged:
    """The shelf holds something newer; it is on disk already."""

    taken: tuple[PaperLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopping:
    """The daemon is asked to end: everything open is closed and written first."""


@dataclass(frozen=True, slots=True)
class SessionHere:
    """The one session came; account is the name behind its uid."""

    here: Here
    account: str


@dataclass(frozen=True, slots=True)
class SessionLost:
    """The local socket closed: the indicator may be gone."""


@dataclass(frozen=True, slots=True)
class SessionHeard:
    """The pupil's session said something."""

    message: FromSession


@dataclass(frozen=True, slots=True)
class EntryWritten:
    """The lines of one Append are on disk."""

    token: int
    lines: tuple[Sealed, ...]


@dataclass(frozen=True, slots=True)
class EntryFailed:
    """Lines could not be written; `landed`: reading back, they may be there anyway.

    Token 0: a line nobody waits for (a refusal, a gap).
    """

    token: int
    landed: bool


@dataclass(frozen=True, slots=True)
class ListFault:
    """Lines of the ledger are gone, or were changed beside the program.

    `what` is lines_lost or lines_changed; `is_new`: no line tells the pupil yet.
    """

    what: str
    place: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class LedgerMended:
    """The ledger can be written again."""


@dataclass(frozen=True, slots=True)
class NoKept:
    """A no or a pause is on disk: the session may forget click n."""

    n: int


@dataclass(frozen=True, slots=True)
class NoNotKept:
    """The disk refused a no. It holds in memory; the session keeps it too."""

    keys: tuple[ChoiceKey, ...]


@dataclass(frozen=True, slots=True)
class PauseNotKept:
    """The disk refused a pause. It holds in memory; the session keeps click n."""

    n: int


@dataclass(frozen=True, slots=True)
class YesNotKept:
    """The disk refused a yes: it is none."""

    key: ChoiceKey


@dataclass(frozen=True, slots=True)
class ResumeNotKept:
    """The disk refused that the pause is over: it goes on."""


@dataclass(frozen=True, slots=True)
class YesKept:
    """A yes-file says yes on disk."""

    key: ChoiceKey
    n: int


@dataclass(frozen=True, slots=True)
class ResumeKept:
    """The disk holds that the pause is over."""

    n: int


@dataclass(frozen=True, slots=True)
class CopyCompared:
    """A part of the console's copy of our lines was laid beside our own."""

    link: int
    agrees: bool
    last_seq: int
    last: bool


@dataclass(frozen=True, slots=True)
class ListErased:
    """The pupil had words taken out of the list; consoles may owe the same."""


@dataclass(frozen=True, slots=True)
class OrderCarriedOut:
    """Words went that a DPO ordered to erase, weeks old; consoles may owe the same."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """The time `Supervisor.deadline` named has come, or nothing else happened."""


Event = (
    DaemonStarted
    | ConsoleGreeted
    | SyncedHeard
    | CommandHeard
    | PongHeard
    | PingLeft
    | WireHeard
    | LinkEnded
    | NetworkChanged
    | PapersChanged
    | SessionHere
    | SessionLost
    | SessionHeard
    | EntryWritten
    | EntryFailed
    | ListFault
    | LedgerMended
    | NoKept
    | NoNotKept
    | PauseNotKept
    | YesNotKept
    | ResumeNotKept
    | YesKept
    | ResumeKept
    | CopyCompared
    | ListErased
    | OrderCarriedOut
    | Stopping
    | Ticked
)
