# SPDX-License-Identifier: GPL-3.0-or-later
"""One tile of the wall: every state with every event, in one table.

The table is about small pictures only; a large view is an access of its own, and the
lock mark is a second label. NO_PICTURE is one state for every cause.

Source: docs/spec/tile.md.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from console.core.view import TileState

ABSENT: Final = TileState.ABSENT
CONNECTING: Final = TileState.CONNECTING
PRESENT: Final = TileState.PRESENT
ASKED: Final = TileState.ASKED
SHOWN: Final = TileState.SHOWN
NO_PICTURE: Final = TileState.NO_PICTURE
LOST: Final = TileState.LOST


class TileEvent(StrEnum):
    """What can happen to a tile."""

    ADVERT_SEEN = "advert_seen"
    LINK_READY = "link_ready"
    DIAL_FAILED = "dial_failed"
    TEACHER_ASKED = "teacher_asked"
    ASK_AGAIN_DUE = "ask_again_due"
    NOT_SHARED = "not_shared"
    RECEIPT_ARRIVED = "receipt_arrived"
    LEDGER_FAILED = "ledger_failed"
    GOOD_FRAME = "good_frame"
    BAD_FRAME = "bad_frame"
    ENDED = "ended"
    SILENT = "silent"
    LINK_ENDED = "link_ended"
    TEACHER_STOPPED = "teacher_stopped"
    LESSON_ENDED = "lesson_ended"
    PUPIL_LEFT = "pupil_left"


class TileAct(StrEnum):
    """What a change of a tile makes the console do, besides painting it."""

    DIAL = "dial"
    ASK = "ask"
    STOP = "stop"
    PAINT = "paint"
    DROP = "drop"
    END_LINK = "end_link"
    REMOVE = "remove"


class Answer(StrEnum):
    """What kind of cell it is."""

    GO = "go"
    IGNORE = "ignore"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table: the next state, what to do, and why if nothing."""

    answer: Answer
    state: TileState
    acts: tuple[TileAct, ...] = ()
    why: str = ""


Key = tuple[TileState, TileEvent]


def next_tile(state: TileState, event: TileEvent) -> Cell:
    """Look up one cell.

    Raises:
        KeyError: the table has no such cell, which is a bug.
    """
    return TABLE[state, event]


def _go(
    event: TileEvent, states: tuple[TileState, ...], to: TileState, *acts: TileAct
) -> dict[Key, Cell]:
    return {(state, event): Cell(Answer.GO, to, acts) for state in states}


def _ignore(
    event: TileEvent, states: tuple[TileState, ...], why: str
) -> dict[Key, Cell]:
    return {(state, event): Cell(Answer.IGNORE, state, why=why) for state in states}


def _refuse(
    event: TileEvent, states: tuple[TileState, ...], why: str
) -> dict[Key, Cell]:
    return {(state, event): Cell(Answer.REFUSE, state, why=why) for state in states}


_ALL: Final = tuple(TileState)
_LINKED: Final = (PRESENT, ASKED, SHOWN, NO_PICTURE)
_E: Final = TileEvent
_A: Final = TileAct

TABLE: Final[dict[Key, Cell]] = {
    **_go(_E.ADVERT_SEEN, (ABSENT, LOST), CONNECTING, _A.DIAL),
    **_ignore(_E.ADVERT_SEEN, (CONNECTING, *_LINKED), "a link exists or is coming"),
    **_go(_E.LINK_READY, (ABSENT, CONNECTING, LOST), PRESENT),
    **_refuse(_E.LINK_READY, _LINKED, "second link of this device"),
    **_go(_E.DIAL_FAILED, (CONNECTING,), ABSENT),
    **_ignore(_E.DIAL_FAILED, (ABSENT, LOST, *_LINKED), "a late answer"),
    **_ignore(
        _E.TEACHER_ASKED, (ABSENT, CONNECTING, LOST), "kept as a wish until READY"
    ),
    **_go(_E.TEACHER_ASKED, (PRESENT, NO_PICTURE), ASKED, _A.ASK),
    **_ignore(_E.TEACHER_ASKED, (ASKED,), "already asked"),
    **_refuse(_E.TEACHER_ASKED, (SHOWN,), "already shown"),
    **_ignore(
        _E.ASK_AGAIN_DUE, (ABSENT, CONNECTING, ASKED, SHOWN, LOST), "nothing to ask"
    ),
    **_go(_E.ASK_AGAIN_DUE, (PRESENT,), ASKED, _A.ASK),
    **_go(_E.ASK_AGAIN_DUE, (NO_PICTURE,), NO_PICTURE, _A.ASK),  # no flicker
    **_ignore(
        _E.NOT_SHARED, (ABSENT, CONNECTING, PRESENT, SHOWN, LOST), "an older request"
    ),
    **_go(_E.NOT_SHARED, (ASKED, NO_PICTURE), NO_PICTURE),
    **_ignore(
        _E.RECEIPT_ARRIVED,
        (ABSENT, CONNECTING, PRESENT, SHOWN, LOST),
        "kept and proven, nothing to show",
    ),
    **_go(_E.RECEIPT_ARRIVED, (ASKED, NO_PICTURE), ASKED),
    **_ignore(_E.LEDGER_FAILED, (ABSENT, CONNECTING, LOST), "no picture to stop"),
    **_go(_E.LEDGER_FAILED, (PRESENT, ASKED, NO_PICTURE), NO_PICTURE),
    **_go(_E.LEDGER_FAILED, (SHOWN,), NO_PICTURE, _A.DROP),
    **_ignore(
        _E.GOOD_FRAME,
        (ABSENT, CONNECTING, PRESENT, NO_PICTURE, LOST),
        "acknowledged, pixels dropped",
    ),
    **_go(_E.GOOD_FRAME, (ASKED, SHOWN), SHOWN, _A.PAINT),
    **_ignore(
        _E.BAD_FRAME,
        (ABSENT, CONNECTING, PRESENT, ASKED, NO_PICTURE, LOST),
        "acknowledged, dropped",
    ),
    **_go(_E.BAD_FRAME, (SHOWN,), SHOWN),
    **_ignore(
        _E.ENDED, (ABSENT, CONNECTING, PRESENT, NO_PICTURE, LOST), "nothing shown"
    ),
    **_go(_E.ENDED, (ASKED,), NO_PICTURE),
    **_go(_E.ENDED, (SHOWN,), NO_PICTURE, _A.DROP),
    **_ignore(_E.SILENT, (ABSENT, LOST), "already known"),
    **_go(_E.SILENT, (CONNECTING,), ABSENT),
    **_go(_E.SILENT, (PRESENT, ASKED, NO_PICTURE), LOST),
    **_go(_E.SILENT, (SHOWN,), LOST, _A.DROP),
    **_ignore(_E.LINK_ENDED, (ABSENT, LOST), "already known"),
    **_go(_E.LINK_ENDED, (CONNECTING,), ABSENT),
    **_go(_E.LINK_ENDED, (PRESENT, ASKED, NO_PICTURE), LOST),
    **_go(_E.LINK_ENDED, (SHOWN,), LOST, _A.DROP),
    **_ignore(
        _E.TEACHER_STOPPED, (ABSENT, CONNECTING, PRESENT, LOST), "the wish is gone"
    ),
    **_go(_E.TEACHER_STOPPED, (ASKED,), PRESENT, _A.STOP),
    **_go(_E.TEACHER_STOPPED, (SHOWN,), PRESENT, _A.STOP, _A.DROP),
    **_go(_E.TEACHER_STOPPED, (NO_PICTURE,), PRESENT),
    **_go(
        _E.LESSON_ENDED,
        (ABSENT, CONNECTING, PRESENT, ASKED, NO_PICTURE, LOST),
        ABSENT,
    ),
    **_go(_E.LESSON_ENDED, (SHOWN,), ABSENT, _A.DROP),
    **_go(
        _E.PUPIL_LEFT,
        tuple(state for state in _ALL if state is not SHOWN),
        ABSENT,
        _A.END_LINK,
        _A.REMOVE,
    ),
    **_go(_E.PUPIL_LEFT, (SHOWN,), ABSENT, _A.DROP, _A.END_LINK, _A.REMOVE),
}
