# SPDX-License-Identifier: GPL-3.0-or-later
"""What the console remembers of one pupil while a class is on the wall."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from consent.documents.command import Verb
from console.core.facts import PupilFacts
from console.core.view import LockMark, TileState
from protocol.messages.commands import DeclinedCode


class Told(StrEnum):
    """Whether this laptop takes part in the lesson."""

    NOT_YET = "not_yet"
    ASKED = "asked"
    OPEN = "open"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Pending:
    """A command that has no answer yet."""

    verb: Verb
    access: bytes


@dataclass(slots=True)
class LinkRecord:
    """One live connection to this pupil's laptop."""

    number: int
    seq: int = 0
    told: Told = Told.NOT_YET
    told_again_s: float | None = None
    declined: DeclinedCode | None = None
    pending: dict[int, Pending] = field(default_factory=dict)


@dataclass(slots=True)
class Seat:
    """One pupil: the tile, the link, and the accesses asked or open."""

    facts: PupilFacts
    state: TileState = TileState.ABSENT
    link: LinkRecord | None = None
    overview: bytes | None = None  # the access asked or open
    ask_again_s: float | None = None
    local_no_s: float | None = None  # a no that no laptop was asked for
    pictures: int = 0
    spoiled: int = 0
    lost_since: datetime | None = None
    superseded: bool = False
    lock: LockMark = LockMark.NONE
    lock_access: bytes | None = None
    lock_seq: int | None = None

    @property
    def pupil(self) -> str:
        """The roster's id of this pupil."""
        return self.facts.pupil

    @property
    def in_lesson(self) -> bool:
        """Say whether this laptop takes commands of the lesson now."""
        return self.link is not None and self.link.told is Told.OPEN
