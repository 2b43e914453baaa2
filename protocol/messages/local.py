# SPDX-License-Identifier: GPL-3.0-or-later
"""What the two halves of one laptop say to each other over the local socket.

D is the daemon (keys, law, ledger), S the pupil's session (eye, screen, curtain).
Source: docs/spec/local.md.
"""

from enum import IntEnum
from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f

MARK_CHARS = 80
CODE_CHARS = 64
NOTICE_BYTES = 16_384
DIGEST_BYTES = 4_096
LOG_PAGE = 100

Text80 = Annotated[str, Meta(max_length=80)]
Text140 = Annotated[str, Meta(max_length=c.REASON_CHARS)]
Text280 = Annotated[str, Meta(max_length=c.MESSAGE_CHARS)]
Lang = Annotated[str, Meta(pattern=r"^(nl|en|fr)$")]


class Looks(IntEnum):
    """The picture purposes, by their number."""

    OVERVIEW = 1
    VIEW = 2
    SHOW = 3


class EyeState(IntEnum):
    """What the indicator says. Source: docs/spec/indicator.md."""

    NO_LESSON = 0
    LESSON = 1
    OVERVIEW = 2
    NOTICE = 3
    VIEW = 4
    PAUSED = 5
    ATTENTION = 6
    TROUBLE = 7
    SHOW = 8


class Band(IntEnum):
    """Which words a pupil gets."""

    SIX_TO_NINE = 1
    TEN_AND_UP = 2


class ChoiceAnswer(IntEnum):
    """What a pupil said to a question or a switch."""

    NO = 0
    YES = 1
    LATER = 2


class ClickKind(IntEnum):
    """The one-click acts of a pupil."""

    STOP = 1
    PAUSE = 2
    RESUME = 3
    NEE = 4
    HAND = 5
    HAND_OFFER = 6
    HAND_CLEAR = 7
    HELP_NOW = 8
    UNDO = 9  # [Terug] within 10 s after a yes


class CurtainState(IntEnum):
    """What became of the curtain."""

    SHOWN = 1
    FAILED = 2
    RELEASED = 3


class OfferKind(IntEnum):
    """What lies ready for the pupil."""

    MESSAGE = 1
    LINK = 2
    FILE = 3
    HAND_IN = 4


class OrderKind(IntEnum):
    """What a pupil may order about the own list."""

    EXPORT = 1
    ERASE = 2
    HOLD = 3


class LineState(IntEnum):
    """Where else a line of the pupil's list is."""

    CONFIRMED = 1  # the teacher's program proved that it has it too
    WAITING = 2  # the teacher's program has not proved that yet
    OWN = 3  # the pupil's own: no teacher gets it
    GIVEN = 4  # it was lost here, and a teacher's program gave it back


class Screen(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One monitor, in physical px of the whole desktop."""

    id: f.U8
    x_px: f.U16
    y_px: f.U16
    width_px: f.U16
    height_px: f.U16
    scale_pct: Annotated[int, Meta(ge=50, le=500)]


class Notice(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One text of the school, exactly as it is hashed into a consent record."""

    id: Text80
    version: Text80
    text: Annotated[str, Meta(max_length=NOTICE_BYTES)]


class Switch(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One purpose as the pupil's choices page shows it."""

    purpose: Looks
    on: bool
    possible: bool  # the school offers it and nothing above the pupil forbids it


class LogLine(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One line of the pupil's list, a plain sentence in the pupil's language."""

    seq: f.U53
    time_s: f.U53  # seconds since 1970, UTC
    sentence: Annotated[str, Meta(max_length=400)]
    state: LineState
    who: Text80  # whose program gave it back, or ""


class Here(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=100):
    """S to D, first: who I am and which screens there are."""

    version: f.U8
    pid: f.U32
    screens: Annotated[tuple[Screen, ...], Meta(max_length=16)]
    platform: f.U8  # 1 X11, 2 mss, 3 Wayland, 4 synthetic
    pupil_pub: f.Key


class Welcomed(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=101
):
    """D to S: this session is the one. kind is "school" or "demo"."""

    version: f.U8
    kind: Annotated[str, Meta(pattern=r"^(school|demo|none)$")]
    lang: Lang
    band: Band
    school: Text80
    notices: Annotated[tuple[Notice, ...], Meta(max_length=8)]
    clicks_kept: f.U32  # the newest click number the daemon has on disk


class Alive(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=102):
    """S to D every two seconds: the Qt thread still turns."""

    tick: f.U32
    proof_ok: bool
    screen_locked: bool  # the desktop is locked, off or closed: the access rests


class Eye(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=103):
    """D to S: what the indicator must say now."""

    state: EyeState
    teacher: Text80
    why: Text140  # the reason, the subject of the lesson, or the trouble
    left_ms: f.U32
    last_looked_s: f.U53  # seconds since 1970, 0 = never
    until_s: f.U53  # end of slot, seconds since 1970, 0 = none
    access: f.Id | None  # the access a [Nee] vetoes or a [Stop] ends


class Grab(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=104):
    """D to S: pictures of this access may be made, this large, this often."""

    access: f.Id
    purpose: Looks
    width_px: f.U16
    quality: Annotated[int, Meta(ge=10, le=90)]
    min_gap_ms: f.U32
    mark: Annotated[str, Meta(max_length=MARK_CHARS)]  # drawn into a view


class GrabStop(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=105
):
    """D to S: no more pictures of this access."""

    access: f.Id


class Frame(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=106):
    """S to D: one JPEG, its indicator proven in these very pixels."""

    access: f.Id
    n: f.U32
    screen: f.U8
    width_px: f.U16
    height_px: f.U16
    taken_ms: f.U53  # boot time when the pixels were read
    data: Annotated[bytes, Meta(min_length=1, max_length=c.PICTURE_BYTES)]


class FrameSent(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=123
):
    """D to S: frame n went to the console, or was dropped; the next may come."""

    access: f.Id
    n: f.U32
    sent: bool


class Question(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=107
):
    """D to S: ask the pupil, once."""

    purpose: Looks
    notice: Notice


class Choice(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=108):
    """S to D: what the pupil chose, signed with the pupil's own key.

    n counts together with Click.n. digest is the canonical JSON that was signed.
    """

    n: f.U32
    purpose: Looks
    answer: ChoiceAnswer
    by_switch: bool
    script: bool  # a demo script clicked, not a hand
    notice_sha256: f.Hash
    lang: Lang
    digest: Annotated[bytes, Meta(max_length=DIGEST_BYTES)]
    pupil_sig: f.Sig


class Ask(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=109):
    """D to S: a look that needs a word of the pupil first (view: [Nee]; show: [Ja])."""

    access: f.Id
    purpose: Looks
    teacher: Text80
    why: Text140
    seconds: f.U16


class Answer(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=110):
    """S to D: yes or no to an Ask."""

    access: f.Id
    yes: bool


class Click(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=111):
    """S to D: one click of the pupil; kept by S until ClickKept names its number."""

    n: f.U32
    kind: ClickKind
    access: f.Id | None


class ClickKept(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=122
):
    """D to S: click n is on disk."""

    n: f.U32


class CurtainUp(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=112
):
    """D to S: raise the curtain. hard_end_ms is boot time; no renewal passes it."""

    lease: f.Id
    teacher: Text80
    reason: Text140
    seconds: f.U16
    until_ms: f.U53
    hard_end_ms: f.U53


class CurtainRenew(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=113
):
    """D to S: the lease now runs until this boot time."""

    lease: f.Id
    until_ms: f.U53


class CurtainDown(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=114
):
    """D to S: lower it."""

    lease: f.Id


class Curtain(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=115
):
    """S to D: painted pixels were read back, or not, or it is gone."""

    lease: f.Id
    state: CurtainState
    code: Annotated[str, Meta(max_length=CODE_CHARS)]


class Offer(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=116):
    """D to S: something lies ready. Nothing opens by itself; opening tells nobody."""

    id: f.Id
    kind: OfferKind
    teacher: Text80
    text: Text280  # message, or the title of a link, file or hand-in
    url: Annotated[str, Meta(max_length=512)]
    host: Annotated[str, Meta(max_length=253)]  # shown plainly, punycode


class Offers(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=117):
    """D to S: all that lies ready, after a (re)connect."""

    offers: Annotated[tuple[Offer, ...], Meta(max_length=200)]


class OfferGone(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=118
):
    """Both ways: this offer is put away."""

    id: f.Id


class LogAskLocal(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=119
):
    """S to D: lines of the pupil's list, newest first. Reading is itself a line."""

    before_seq: f.U53  # 0 = from the newest
    count: Annotated[int, Meta(ge=1, le=LOG_PAGE)]


class LogPage(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=120
):
    """D to S: lines, and how healthy the whole list is."""

    lines: Annotated[tuple[LogLine, ...], Meta(max_length=LOG_PAGE)]
    more: bool
    healthy: bool
    health: Annotated[str, Meta(max_length=400)]  # one sentence
    agrees: Annotated[str, Meta(max_length=400)]  # what the teacher's copy says
    asked: Annotated[str, Meta(max_length=400)]  # what the DPO wants erased; "" nothing
    since_s: f.U53
    kept_until_s: f.U53  # a HOLD: nothing is erased or dropped before; 0 = no HOLD


class Order(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=121):
    """S to D: export, erase or hold; signed by the pupil's key."""

    kind: OrderKind
    target: f.U53  # a seq; 0 = all
    pupil_sig: f.Sig


class OrderDone(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=124
):
    """D to S: the answer to an order; a pack comes in parts."""

    kind: OrderKind
    ok: bool
    sentence: Annotated[str, Meta(max_length=400)]
    offset: f.U53
    data: Annotated[bytes, Meta(max_length=c.PART_FRAME_BYTES)]
    last: bool


class Choices(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=125
):
    """D to S: the switches as they stand, and whether the pupil paused."""

    switches: Annotated[tuple[Switch, ...], Meta(max_length=3)]
    paused: bool
    agreements: Annotated[str, Meta(max_length=NOTICE_BYTES)]  # "Afspraken", plain text


class ReadAsk(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=126
):
    """S to D: compare my list with the teacher's copy."""


class Refused(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=127
):
    """D to S, last: another session is already here."""

    sentence: Annotated[str, Meta(max_length=400)]
