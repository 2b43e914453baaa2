# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Session reports to the program around it, in the past tense.

Source: docs/spec/session.md "What is reported".
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from protocol.codec import WireMessage
from protocol.messages.commands import Command
from protocol.messages.link import ByeCode, Hello, Ready, Welcome
from protocol.messages.records import Sync, Synced


class EndCause(StrEnum):
    """Why a session ended here. For our own logs; a peer hears a ByeCode at most."""

    PEER_LEFT = "peer left"
    PEER_SAID_BYE = "peer said bye"
    SILENT = "nothing heard"
    SLOW_HANDSHAKE = "no handshake in time"
    MALFORMED = "malformed"
    OTHER_VERSION = "another version"
    WRONG_ROLE = "not the peer it should be"
    REVOKED = "certificate revoked"
    SUPERSEDED = "superseded"
    TWIN = "a second link of the same console"
    TOO_FAST = "too fast"
    BELL = "the slot is over"
    CLOSED_HERE = "closed here"
    SECOND_TEACHER = "another teacher is here"

    @property
    def is_penalised(self) -> bool:
        """Say whether that certificate has to wait before it may come back."""
        return self in _PENALISED

    @property
    def may_redial(self) -> bool:
        """Say whether the side that dials may try again without a click."""
        return self is not EndCause.SUPERSEDED


_PENALISED: Final = frozenset({EndCause.MALFORMED, EndCause.TOO_FAST})


@dataclass(frozen=True, slots=True)
class HelloHeard:
    """Console: a laptop spoke first; WELCOME is on its way."""

    hello: Hello


@dataclass(frozen=True, slots=True)
class WelcomeHeard:
    """Agent: a console proved its key. Settle twins now, then send Sync."""

    welcome: Welcome


@dataclass(frozen=True, slots=True)
class SyncHeard:
    """Console: a part of the laptop's account; answer with Synced after the last."""

    sync: Sync


@dataclass(frozen=True, slots=True)
class SyncedHeard:
    """Agent: proofs came. After the last part the session is READY: send Ready."""

    synced: Synced


@dataclass(frozen=True, slots=True)
class ReadyHeard:
    """Console: only now this laptop is connected."""

    ready: Ready


@dataclass(frozen=True, slots=True)
class CommandHeard:
    """Agent: a signed wish. Judge it, call command_judged, answer at its due time."""

    command: Command
    arrived: float


@dataclass(frozen=True, slots=True)
class PongHeard:
    """Agent: what the window still wants; a lease counts from the ping's departure."""

    n: int
    wanted: tuple[bytes, ...]
    departed: float


@dataclass(frozen=True, slots=True)
class Heard:
    """Any other message that may come now; a Ping too: the console answers it."""

    message: WireMessage


@dataclass(frozen=True, slots=True)
class ByeHeard:
    """The peer said its last word; SessionEnded follows."""

    code: ByeCode


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """Once, and last: end every access and lock of this link first."""

    cause: EndCause


SessionEvent: TypeAlias = (
    HelloHeard
    | WelcomeHeard
    | SyncHeard
    | SyncedHeard
    | ReadyHeard
    | CommandHeard
    | PongHeard
    | Heard
    | ByeHeard
    | SessionEnded
)
