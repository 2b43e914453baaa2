# SPDX-License-Identifier: GPL-3.0-or-later
"""What the classroom hears, in the past tense. Nothing here names a pupil by itself.

A link is a number the shell gives to one connection; its device was read from the
certificate of that connection. Answers carry the link they came over, so a late word
of a dead link cannot touch a new one.
"""

from dataclasses import dataclass

from console.core.acts import TeacherAct
from console.core.facts import ClassFacts, SlotFacts
from console.core.share import Share
from console.core.view import Pixels
from protocol.messages.commands import AttentionState, DeclinedCode


@dataclass(frozen=True, slots=True)
class TeacherActed:
    """The teacher did something in the window."""

    act: TeacherAct


@dataclass(frozen=True, slots=True)
class PapersRead:
    """The class and slot that concern this teacher now, or none."""

    room: ClassFacts | None
    slot: SlotFacts | None


@dataclass(frozen=True, slots=True)
class DialStarted:
    """The last address of this device is being dialled."""

    device: bytes


@dataclass(frozen=True, slots=True)
class DialFailed:
    """Nobody of ours answered there."""

    device: bytes


@dataclass(frozen=True, slots=True)
class LinkReady:
    """Both records agree; the first authenticated word was heard."""

    link: int
    device: bytes


@dataclass(frozen=True, slots=True)
class LinkEnded:
    """A connection is over."""

    link: int
    silent: bool = False
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class AcceptedHeard:
    """Yes to one command; its receipt, if any, is already in the ledger."""

    link: int
    seq: int


@dataclass(frozen=True, slots=True)
class NotSharedHeard:
    """No to one command, without a cause."""

    link: int
    seq: int


@dataclass(frozen=True, slots=True)
class DeclinedHeard:
    """A lesson cannot start there, for a cause the whole class shares."""

    link: int
    seq: int
    code: DeclinedCode


@dataclass(frozen=True, slots=True)
class EndedHeard:
    """An access is over, without a cause."""

    link: int
    access: bytes


@dataclass(frozen=True, slots=True)
class AttentionHeard:
    """What became of a curtain."""

    link: int
    seq: int
    state: AttentionState


@dataclass(frozen=True, slots=True)
class HandHeard:
    """A hand went up or down."""

    link: int
    up: bool
    offer: bool


@dataclass(frozen=True, slots=True)
class PictureHeard:
    """A whole picture arrived and was acknowledged. Still only bytes of a pupil."""

    link: int
    access: bytes
    screen: int
    width_px: int
    height_px: int
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class PictureDecoded:
    """The gate and the decoder made pixels of it."""

    link: int
    access: bytes
    pixels: Pixels


@dataclass(frozen=True, slots=True)
class PictureSpoiled:
    """The gate or the decoder refused it."""

    link: int
    access: bytes


@dataclass(frozen=True, slots=True)
class LedgerFailed:
    """The teacher's own record cannot be written."""


@dataclass(frozen=True, slots=True)
class LedgerMended:
    """The teacher's own record works again."""


@dataclass(frozen=True, slots=True)
class SharesRecalled:
    """Messages and links of this slot that an earlier run could not deliver."""

    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time passed."""


ClassroomEvent = (
    TeacherActed
    | PapersRead
    | DialStarted
    | DialFailed
    | LinkReady
    | LinkEnded
    | AcceptedHeard
    | NotSharedHeard
    | DeclinedHeard
    | EndedHeard
    | AttentionHeard
    | HandHeard
    | PictureHeard
    | PictureDecoded
    | PictureSpoiled
    | LedgerFailed
    | LedgerMended
    | SharesRecalled
    | Ticked
)
