# SPDX-License-Identifier: GPL-3.0-or-later
"""ALL states and transitions of one look.

There are two such machines: one for overview, one for view or show. OWED means: the
grant is gone and CLOSE is not yet on disk. Only STREAMING may pass a frame.
Source: docs/spec/access.md.
"""

from enum import StrEnum
from typing import Final

from agent.core.table import Answer, Cell, Step, build

MOVE, REFUSE, IGNORE, BUG = Answer.MOVE, Answer.REFUSE, Answer.IGNORE, Answer.BUG


class AccessState(StrEnum):
    """Where one look stands."""

    IDLE = "IDLE"
    NOTICE = "NOTICE"
    OPENING = "OPENING"
    STREAMING = "STREAMING"
    OWED = "OWED"


class AccessEvent(StrEnum):
    """What can happen to a look."""

    REQUEST_GRANTED = "RequestGranted"
    REQUEST_REFUSED = "RequestRefused"
    NOTICE_OVER_YES = "NoticeOverYes"  # the gate was asked again and said yes
    NOTICE_OVER_NO = "NoticeOverNo"
    OPEN_ON_DISK = "OpenOnDisk"
    OPEN_FAILED = "OpenFailed"  # and the head read back says it is not there
    OPEN_FAILED_ON_DISK = "OpenFailedOnDisk"  # an error was told, yet it is there
    CLOSE_FAILED = "CloseFailed"
    FRAME_PASSED = "FramePassed"  # all five checks hold
    FRAME_FAILED = "FrameFailed"
    NARROWING_HEARD = "NarrowingHeard"
    PUPIL_SAID_NEE = "PupilSaidNee"
    TEACHER_STOPPED = "TeacherStopped"
    INDICATOR_LOST = "IndicatorLost"  # or the session, or it changed
    PROOF_OF_INCLUSION = "ProofOfInclusion"
    TEN_SECONDS_WITHOUT_INCLUSION = "TenSecondsWithoutInclusion"
    LEASE_ENDED = "LeaseEnded"  # or the link
    SLOT_ENDED = "SlotEnded"
    CLOSE_ON_DISK = "CloseOnDisk"
    DAEMON_STARTED = "DaemonStarted"


class AccessAct(StrEnum):
    """What the table may order, each a small function of agent.core.looks."""

    SHOW_NOTICE = "show notice"
    NOTICE_OFF = "take notice down"
    VETO = "veto this id for good"
    REFUSE_AT_DUE = "not_shared at the due time"
    APPEND_REFUSED = "REFUSED to the own chain"
    APPEND_OPEN = "append OPEN"
    SEND_RECEIPT = "send receipt"
    GRAB = "Grab"
    GRAB_OFF = "Grab off"
    SEND_ENDED = "Ended, or cut the link"
    APPEND_CLOSE = "append CLOSE"
    SEND_FRAME = "send the frame"
    DROP_FRAME = "drop the frame"
    MARK_PROVEN = "mark proven"
    SHOW_UNCONFIRMED = "show as not yet confirmed"
    LOG_FAULT = "log fault, read the head back"
    FREE = "forget this access"


_S, _E, _A = AccessState, AccessEvent, AccessAct
_IDLE, _NOTICE, _OPENING, _STREAMING, _OWED = AccessState
_ALL: Final = tuple(AccessState)
_C = Cell[AccessState, AccessAct]

_END: Final = (_A.GRAB_OFF, _A.SEND_ENDED, _A.APPEND_CLOSE)


def _ending(notice: tuple[AccessAct, ...], why: str) -> tuple[_C, ...]:
    """The column every ending shares: only what a notice owes differs."""
    return (
        _C((_IDLE, _OWED), IGNORE, note="nothing open"),
        _C((_NOTICE,), MOVE, _IDLE, (*notice, _A.FREE), why),
        _C((_OPENING,), MOVE, _OWED, (), "no frame; CLOSE follows OPEN"),
        _C((_STREAMING,), MOVE, _OWED, _END, why),
    )


_NO: Final = (_A.NOTICE_OFF, _A.REFUSE_AT_DUE, _A.APPEND_REFUSED)

TABLE: Final[dict[tuple[AccessState, AccessEvent], Step[AccessState, AccessAct]]] = (
    build(
        {
            _E.REQUEST_GRANTED: (
                _C((_IDLE,), MOVE, _NOTICE, (_A.SHOW_NOTICE,), "answer time fixed now"),
                _C(
                    (_NOTICE, _OPENING, _STREAMING, _OWED),
                    REFUSE,
                    acts=(_A.REFUSE_AT_DUE,),
                    note="one look at a time",
                ),
            ),
            _E.REQUEST_REFUSED: (
                _C(
                    _ALL,
                    REFUSE,
                    acts=(_A.REFUSE_AT_DUE, _A.APPEND_REFUSED),
                    note="the fixed time of that verb",
                ),
            ),
            _E.NOTICE_OVER_YES: (
                _C(
                    (_NOTICE,),
                    MOVE,
                    _OPENING,
                    (_A.APPEND_OPEN,),
                    "the gate said yes twice",
                ),
                _C((_IDLE, _OPENING, _STREAMING, _OWED), IGNORE, note="late timer"),
            ),
            _E.NOTICE_OVER_NO: (
                _C((_NOTICE,), MOVE, _IDLE, (*_NO, _A.FREE), "the gate said no"),
                _C((_IDLE, _OPENING, _STREAMING, _OWED), IGNORE, note="late timer"),
            ),
            _E.OPEN_ON_DISK: (
                _C(
                    (_OPENING,),
                    MOVE,
                    _STREAMING,
                    (_A.SEND_RECEIPT, _A.GRAB),
                    "the record is there, so the picture may come",
                ),
                _C(
                    (_OWED,),
                    MOVE,
                    _OWED,
                    (_A.REFUSE_AT_DUE, _A.APPEND_CLOSE),
                    "a no came while writing; pictures 0",
                ),
                _C((_IDLE, _NOTICE, _STREAMING), BUG, note="nothing was being written"),
            ),
            _E.OPEN_FAILED: (
                _C(
                    (_OPENING, _OWED),
                    MOVE,
                    _IDLE,
                    (_A.LOG_FAULT, _A.REFUSE_AT_DUE, _A.FREE),
                    "no record, no picture, nothing owed",
                ),
                _C((_IDLE, _NOTICE, _STREAMING), BUG, note="nothing was being written"),
            ),
            _E.OPEN_FAILED_ON_DISK: (
                _C(
                    (_OPENING, _OWED),
                    MOVE,
                    _OWED,
                    (_A.LOG_FAULT, _A.REFUSE_AT_DUE, _A.APPEND_CLOSE),
                    "an OPEN the disk kept all the same needs its CLOSE",
                ),
                _C((_IDLE, _NOTICE, _STREAMING), BUG, note="nothing was being written"),
            ),
            _E.CLOSE_FAILED: (
                _C((_OWED,), MOVE, _OWED, (_A.LOG_FAULT,), "tried again when healthy"),
                _C(
                    (_IDLE, _NOTICE, _OPENING, _STREAMING),
                    BUG,
                    note="no CLOSE was owed",
                ),
            ),
            _E.FRAME_PASSED: (
                _C((_STREAMING,), MOVE, _STREAMING, (_A.SEND_FRAME,), "send, count"),
                _C(
                    (_IDLE, _NOTICE, _OPENING, _OWED),
                    IGNORE,
                    acts=(_A.DROP_FRAME,),
                    note="dropped, never queued",
                ),
            ),
            _E.FRAME_FAILED: (_C(_ALL, IGNORE, acts=(_A.DROP_FRAME,), note="dropped"),),
            _E.NARROWING_HEARD: _ending(_NO, "withdrawn, pause, papers, cap, expiry"),
            _E.PUPIL_SAID_NEE: (
                _C((_IDLE, _OWED), IGNORE, note="nothing open"),
                _C((_NOTICE,), MOVE, _IDLE, (_A.VETO, *_NO, _A.FREE), "for good"),
                _C(
                    (_OPENING,), MOVE, _OWED, (_A.VETO,), "no frame; CLOSE follows OPEN"
                ),
                _C((_STREAMING,), MOVE, _OWED, (_A.VETO, *_END), "for good"),
            ),
            _E.TEACHER_STOPPED: _ending(
                (_A.NOTICE_OFF, _A.REFUSE_AT_DUE), "the teacher's own click"
            ),
            _E.INDICATOR_LOST: _ending(_NO, "no indicator, no picture"),
            _E.PROOF_OF_INCLUSION: (
                _C(
                    _ALL, MOVE, acts=(_A.MARK_PROVEN,), note="the teacher's tree has it"
                ),
            ),
            _E.TEN_SECONDS_WITHOUT_INCLUSION: (
                _C(
                    _ALL,
                    MOVE,
                    acts=(_A.SHOW_UNCONFIRMED,),
                    note="no new access for this console until proven",
                ),
            ),
            _E.LEASE_ENDED: _ending(
                (_A.NOTICE_OFF, _A.REFUSE_AT_DUE), "a new link needs a new request"
            ),
            _E.SLOT_ENDED: _ending((_A.NOTICE_OFF, _A.REFUSE_AT_DUE), "the bell"),
            _E.CLOSE_ON_DISK: (
                _C(
                    (_OWED,),
                    MOVE,
                    _IDLE,
                    (_A.FREE,),
                    "its receipt goes apart from Ended",
                ),
                _C(
                    (_IDLE, _NOTICE, _OPENING, _STREAMING),
                    BUG,
                    note="no CLOSE was owed",
                ),
            ),
            _E.DAEMON_STARTED: (
                _C(
                    (_IDLE,),
                    MOVE,
                    _IDLE,
                    (),
                    "owed CLOSEs are written before the port opens",
                ),
                _C(
                    (_NOTICE, _OPENING, _STREAMING, _OWED),
                    IGNORE,
                    note="memory is gone: a start is always IDLE",
                ),
            ),
        }
    )
)
