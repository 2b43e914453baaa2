# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening, keeping and closing a session.

Source: docs/spec/wire.md "Messages"; docs/spec/session.md.
"""

from enum import IntEnum
from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f


class PaperKind(IntEnum):
    """The documents of a school, by their number on the wire."""

    TRUST = 1
    CHARTER = 2
    CLASS = 3
    ROSTER = 4
    SLIP = 5
    SET = 6
    REVOCATIONS = 7


class ByeCode(IntEnum):
    """Why a session ends. None of them says anything about a pupil."""

    MALFORMED = 1
    VERSION = 2
    ROLE = 3
    REVOKED = 4
    SUPERSEDED = 5
    RATE = 6
    CLOSING = 7
    SECOND_TEACHER = 8


class PaperHeld(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One document a peer holds: enough to know who has the newer one."""

    kind: PaperKind
    ref: f.Id  # the class, or zeros for a document of the whole school
    serial: f.U53
    sha256: f.Hash


PapersHeld = Annotated[tuple[PaperHeld, ...], Meta(max_length=c.PAPERS_LISTED)]


class Hello(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=1):
    """A to C, always the first word, whoever dialled."""

    version: f.U8
    nonce: f.Nonce
    software: str
    papers: PapersHeld

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        f.check_text(self.software, c.SOFTWARE_CHARS)


class Welcome(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=2):
    """C to A: its command key, proved over the nonce and both certificates."""

    version: f.U8
    instance: f.Id
    software: str
    papers: PapersHeld
    sig: f.Sig

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        f.check_text(self.software, c.SOFTWARE_CHARS)


class Bye(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=3):
    """Both ways, the last word."""

    code: ByeCode


class Ping(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=4):
    """A to C each 5 s."""

    n: f.U32


class Pong(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=5):
    """C to A: names the ping, and what the teacher's window still wants."""

    n: f.U32
    wanted: Annotated[tuple[f.Id, ...], Meta(max_length=c.WANTED_ACCESSES)]


class Ready(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=8):
    """A to C: the records agree; this is whose laptop it is, whoever sits there."""

    pupil: f.Id | None
    abilities: f.U32
