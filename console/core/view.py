# SPDX-License-Identifier: GPL-3.0-or-later
"""What the teacher's window shows, as plain values made by the core.

No field counts pictures or says why there is none: one grey for every cause.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class TileState(StrEnum):
    """The seven states of one tile. Source: docs/spec/tile.md."""

    ABSENT = "absent"
    CONNECTING = "connecting"
    PRESENT = "present"
    ASKED = "asked"
    SHOWN = "shown"
    NO_PICTURE = "no_picture"
    LOST = "lost"


class LockMark(StrEnum):
    """What is known of one laptop's curtain; never claimed before it was heard."""

    NONE = "none"
    REQUESTED = "requested"
    SHOWN = "shown"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True, slots=True)
class HandView:
    """A raised hand: its place, since when, and whether a look is offered."""

    place: int
    since: datetime
    offers_look: bool


@dataclass(frozen=True, slots=True)
class TileView:
    """One pupil on the wall. `picture` counts up with each new picture."""

    pupil: str
    name: str
    sort: str
    state: TileState
    picture: int = 0
    hand: HandView | None = None
    lock: LockMark = LockMark.NONE
    looking_until: datetime | None = None
    lost_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One reason the charter offers: its code, and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class SlotView:
    """The lesson the timetable says is now, started or not."""

    class_name: str
    subject: str
    teacher_name: str
    starts: datetime
    ends: datetime
    started: bool


@dataclass(frozen=True, slots=True)
class LookView:
    """The one screen the teacher looks at large."""

    pupil: str
    name: str
    reason: str
    until: datetime | None  # None while the pupil still has the notice on screen
    offered: bool = False


@dataclass(frozen=True, slots=True)
class AttentionView:
    """Attention asked of the class or of one pupil."""

    reason: str
    until: datetime
    pupil: str | None


@dataclass(frozen=True, slots=True)
class WallView:
    """Everything the main window needs, once per change, whole."""

    now: datetime
    demo: bool
    slot: SlotView | None
    tiles: tuple[TileView, ...] = ()
    expected: int = 0
    connected: int = 0
    overview_reason: str | None = None
    overview_until: datetime | None = None
    look: LookView | None = None
    attention: AttentionView | None = None
    reasons: tuple[Choice, ...] = ()
    attention_reasons: tuple[Choice, ...] = ()
    trouble: str = ""
    summary: str = ""  # after the lesson, for this teacher alone
    held: tuple[datetime, datetime] | None = None  # when the lesson that is over was


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the teacher's own record of this lesson, a plain sentence."""

    at: datetime
    pupil_name: str
    sentence: str
    confirmed: bool | None  # the laptop's receipt is in the tree; None: needs none


@dataclass(frozen=True, slots=True)
class LogView:
    """The log page: the same lines the pupils read."""

    lines: tuple[LogLine, ...] = field(default=())
    health: str = ""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: RGB888 rows without padding. Never kept on disk."""

    pupil: str
    large: bool  # a view; else the tile's overview
    width_px: int
    height_px: int
    rgb: bytes
