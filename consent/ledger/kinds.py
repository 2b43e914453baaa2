# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed list: which lines exist in which chain, and which fields each has.

`shared` goes to the teacher's program too. `own` leaves in the pupil's export only:
in one chain a jump would tell the teacher that the pupil paused or said no.

Source: docs/spec/ledger.md "Kinds of line".
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from consent.ledger import fields as f
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import Purpose
from consent.reason import Reason


class Chain(StrEnum):
    """The two chains of one laptop."""

    SHARED = "shared"
    OWN = "own"


class Kind(StrEnum):
    """Every kind of line there is."""

    OPEN = "OPEN"
    CLOSE = "CLOSE"
    SHARE = "SHARE"
    LESSON = "LESSON"
    NOTE = "NOTE"
    GAP = "GAP"
    HOLD = "HOLD"
    ORDER = "ORDER"
    REDACT = "REDACT"
    CAUSE = "CAUSE"
    REFUSED = "REFUSED"
    NOTICE = "NOTICE"
    ASKED = "ASKED"
    CONSENT = "CONSENT"
    PAUSE = "PAUSE"
    LOG_READ = "LOG_READ"
    TROUBLE = "TROUBLE"
    CLOCK = "CLOCK"
    PAPER = "PAPER"
    ENROL = "ENROL"
    SAID_YES = "SAID_YES"


ABOUT_AN_OPEN: Final = frozenset({Kind.CLOSE, Kind.CAUSE})  # by their open_seq
COMMAND_BYTES: Final = 4_096
BODY_BYTES: Final = 6_144
NAME_CHARS: Final = 80
REASON_CHARS: Final = 140
MESSAGE_CHARS: Final = 280
URL_CHARS: Final = 512
FILE_BYTES: Final = 26_214_400

SCOPES: Final = ("one", "chosen", "all")
ENDS: Final = ("teacher", "time", "bell", "cap", "link", "not_shared")
SHARES: Final = ("message", "link", "file_offer", "handin_ask")
LOOKED_BY: Final = ("pupil", "guardian", "dpo")
ORDERED_BY: Final = ("pupil", "dpo")

# The law's own reasons, and `replay` of the session's table.
REASONS: Final = (*Reason, "replay")
# Why an access truly ended; the shared chain has only the six of ENDS.
CAUSES: Final = (
    *REASONS,
    "withdrawn",
    "pupil_stop",
    "help_now",
    "restart",
    "not_painted",
    "teacher",
    "time",
    "bell",
    "link",
)

_ID: Final = f.hexed(16)
_ID_OR_NONE: Final = f.hexed(16, empty=True)
_HASH: Final = f.hexed(32)
_HASH_OR_NONE: Final = f.hexed(32, empty=True)
_SIG: Final = f.hexed(64)
_SIG_OR_NONE: Final = f.hexed(64, empty=True)
_SEQ: Final = f.number(f.U53_MAX, least=1)
_COUNT: Final = f.number(f.U32_MAX)
_PURPOSE: Final = f.one_of(Purpose)
_PICTURE: Final = f.one_of(("overview", "view", "show"))

COMMON: Final[Mapping[str, f.Check]] = {
    "v": f.number(1, least=1),
    "kind": f.one_of(Kind),
    "chain": f.one_of(Chain),
    "epoch": f.number(f.U32_MAX, least=1),
    "seq": _SEQ,
    "t": f.point_in_time(),
    "boot_ms": f.number(f.U53_MAX),
    "school": _ID_OR_NONE,
    "class": _ID_OR_NONE,
    "lesson": _ID_OR_NONE,
    "pupil": _ID_OR_NONE,
    "device": _ID,
}
"""What every line has: where it stands, when it was written, whom it is about."""

OWN_COMMITMENT: Final = "own"
"""In each shared line: HMAC(its salt, head of `own`), so that both age together."""

_TEACHER: Final[Mapping[str, f.Check]] = {
    "teacher": _HASH,
    "teacher_name": f.text(NAME_CHARS),
}
_COMMAND: Final[Mapping[str, f.Check]] = {
    **_TEACHER,
    "command": f.bytes_text(COMMAND_BYTES),
    "command_sig": _SIG,
    "leaf": f.number(f.U53_MAX),
}
_COMMAND_OR_NONE: Final[Mapping[str, f.Check]] = {
    **_TEACHER,
    "command": f.bytes_text(COMMAND_BYTES, empty=True),
    "command_sig": _SIG_OR_NONE,
    "leaf": f.number(f.U53_MAX),
}
_SHA256: Final = _HASH

SHARE_FIELDS: Final[Mapping[str, Mapping[str, f.Check]]] = {
    "message": {"text": f.text(MESSAGE_CHARS)},
    "link": {"url": f.text(URL_CHARS), "title": f.text(NAME_CHARS)},
    "file_offer": {
        "name": f.text(NAME_CHARS),
        "size": f.number(FILE_BYTES),
        "sha256": _SHA256,
    },
    "handin_ask": {"title": f.text(NAME_CHARS)},
}
"""What a SHARE line adds, by its `what`."""

READ_FIELDS: Final[Mapping[str, Mapping[str, f.Check]]] = {"dpo": {"order": _HASH}}
"""What a LOG_READ line adds, by its `by`: a DPO reads by an order, nobody else does."""

SHAPES: Final[Mapping[Chain, Mapping[Kind, Mapping[str, f.Check]]]] = {
    Chain.SHARED: {
        Kind.OPEN: {
            "purpose": _PURPOSE,
            "reason_code": f.code(empty=True),
            "reason": f.text(REASON_CHARS, empty=True),
            "scope": f.one_of(SCOPES),
            "until": f.point_in_time(),
            **_COMMAND,
        },
        Kind.CLOSE: {
            "open_seq": _SEQ,
            "seconds": _COUNT,
            "pictures": _COUNT,
            "end": f.one_of(ENDS),
        },
        Kind.SHARE: {"what": f.one_of(SHARES), **_COMMAND},
        Kind.LESSON: {"what": f.one_of(("start", "end")), **_COMMAND_OR_NONE},
        Kind.NOTE: {"about": f.number(f.U53_MAX), "text": f.text(MESSAGE_CHARS)},
        Kind.GAP: {"from": _SEQ, "to": _SEQ},
        Kind.HOLD: {"by": f.one_of(ORDERED_BY), "target": f.number(f.U53_MAX)},
        Kind.ORDER: {
            "target": f.number(f.U53_MAX),
            "close": f.number(f.U53_MAX),
            "text": f.text(REASON_CHARS),
            "not_after": f.point_in_time(),
            "sig": _SIG,
        },
        Kind.REDACT: {"by": f.one_of(ORDERED_BY), "target": f.number(f.U53_MAX)},
    },
    Chain.OWN: {
        Kind.CAUSE: {"open_seq": _SEQ, "cause": f.one_of(CAUSES)},
        Kind.REFUSED: {
            "purpose": f.one_of((*Purpose, "lesson")),
            "reason": f.one_of(REASONS),
            "teacher": _HASH_OR_NONE,
            "count": f.number(f.U32_MAX, least=1),
            "first": f.point_in_time(),
            "last": f.point_in_time(),
        },
        Kind.NOTICE: {"notice": _HASH, "lang": f.one_of(("nl", "en", "fr"))},
        Kind.ASKED: {"purpose": _PICTURE},
        Kind.CONSENT: {
            "purpose": _PICTURE,
            "state": f.one_of(ConsentState),
            "by": f.one_of(("pupil", "guardian", "school")),
            "method": f.one_of(Method),
            "notice": _HASH_OR_NONE,
            "charter": _HASH_OR_NONE,
            "valid_until": f.point_in_time(empty=True),
            "evidence": f.bytes_text(1_024, empty=True),
            "pupil_key": _HASH_OR_NONE,
            "pupil_sig": _SIG_OR_NONE,
        },
        Kind.PAUSE: {
            "what": f.one_of(("on", "off")),
            "why": f.one_of(("pupil", "unclean_start", "slot_end")),
            "until": f.point_in_time(empty=True),
        },
        Kind.LOG_READ: {
            "by": f.one_of(LOOKED_BY),
            "from": f.number(f.U53_MAX),
            "to": f.number(f.U53_MAX),
        },
        Kind.TROUBLE: {"what": f.code(), "text": f.text(REASON_CHARS, empty=True)},
        Kind.CLOCK: {
            "what": f.one_of(("stepped", "implausible", "agreed")),
            "seconds": f.number(f.U53_MAX, least=-f.U53_MAX),
        },
        Kind.PAPER: {
            "paper": f.code(),
            "ref": _ID_OR_NONE,
            "serial": f.number(f.U53_MAX),
            "sha256": _HASH,
            "outcome": f.one_of(("taken", "refused")),
        },
        Kind.ENROL: {"what": f.code(), "key": _HASH_OR_NONE},
        Kind.SAID_YES: {
            "purpose": f.one_of(("view", "show")),
            "access": _ID,
            "how": f.one_of(("offer", "preview")),
        },
    },
}
"""Per chain, per kind: its own fields and nothing else."""
