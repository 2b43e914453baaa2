# SPDX-License-Identifier: GPL-3.0-or-later
"""What the classroom wants done, in the imperative. The shell does, in this order."""

from dataclasses import dataclass

from consent.documents.command import Verb
from console.core.ask import Ask
from console.core.share import Share
from console.core.view import Pixels
from protocol.messages.link import ByeCode

Args = tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Send:
    """Log this command durably, then sign and send it with its proof.

    The shell adds only what it alone knows: nonce, both certificates, newest ping.
    """

    link: int
    seq: int
    verb: Verb
    access: bytes
    lesson: bytes
    class_id: str
    slot: str
    reason_code: str = ""
    reason: str = ""
    args: Args = ()


@dataclass(frozen=True, slots=True)
class EndLink:
    """End one connection politely."""

    link: int
    code: ByeCode


@dataclass(frozen=True, slots=True)
class Decode:
    """Put these bytes through the gate and the decoder, for this access."""

    link: int
    access: bytes
    pupil: str
    large: bool
    width_px: int
    height_px: int
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Paint:
    """Give the window new pixels."""

    pixels: Pixels


@dataclass(frozen=True, slots=True)
class Drop:
    """Make the window forget the pixels of one pupil."""

    pupil: str
    large: bool


@dataclass(frozen=True, slots=True)
class ShowLog:
    """Show the teacher's own record of this lesson, or of the last one."""

    lesson: bytes | None
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepShare:
    """Keep this in the outbox until the laptop took it."""

    share: Share


@dataclass(frozen=True, slots=True)
class ForgetShare:
    """The laptop took it, or its slot is over."""

    share: bytes


@dataclass(frozen=True, slots=True)
class DialAgain:
    """The teacher clicked: places that were given up may be dialled again."""


Command = (
    Send
    | EndLink
    | Decode
    | Paint
    | Drop
    | ShowLog
    | KeepShare
    | ForgetShare
    | DialAgain
)
