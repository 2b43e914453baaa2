# SPDX-License-Identifier: GPL-3.0-or-later
"""ALL states and transitions of the attention curtain. No way out needs the console.

Source: docs/spec/lease.md.
"""

from enum import StrEnum
from typing import Final

from agent.core.table import Answer, Cell, Step, build

MOVE, REFUSE, IGNORE = Answer.MOVE, Answer.REFUSE, Answer.IGNORE


class LeaseState(StrEnum):
    """Where the one lock stands."""

    FREE = "FREE"
    RAISING = "RAISING"  # asked, pixels not yet read back
    HELD = "HELD"
    RELEASING = "RELEASING"


class LeaseEvent(StrEnum):
    """What can happen to a lock."""

    LOCK_GRANTED = "LockGranted"  # its OPEN is on disk
    LOCK_REFUSED = "LockRefused"
    CURTAIN_PAINTED = "CurtainPainted"  # pixels read back
    CURTAIN_FAILED = "CurtainFailed"  # or not painted in 2 s
    RENEWAL_HEARD = "RenewalHeard"
    PONG_WITHOUT_THIS_LOCK = "PongWithoutThisLock"
    UNTIL_REACHED = "UntilReached"
    TEACHER_UNLOCKED = "TeacherUnlocked"
    LINK_ENDED = "LinkEnded"
    SLOT_ENDED = "SlotEnded"  # or papers ended it, or the log failed
    SESSION_LOST = "SessionLost"
    SESSION_FROZEN = "SessionFrozen"
    CURTAIN_DOWN = "CurtainDown"
    NOT_DOWN_IN_2S = "NotDownIn2s"
    PUPIL_NEEDS_HELP = "PupilNeedsHelp"
    DAEMON_LOST = "DaemonLost"  # seen by the session
    RESUMED = "Resumed"


class LeaseAct(StrEnum):
    """What the table may order, each a small function of agent.core.curtain."""

    RAISE = "raise the curtain"
    LOWER = "lower the curtain"
    TELL_REQUESTED = "tell requested"
    TELL_SHOWN = "tell shown"
    TELL_NOT_SHOWN = "tell not shown"
    TELL_RELEASED = "tell released"
    NOT_NOW = "not_shared at the due time"
    RENEW = "renew inside the caps"
    APPEND_CLOSE = "append CLOSE"
    RAISE_HAND = "raise the hand"
    KEEP_FOR_CONTINUATION = "the console may ask to continue"


_S, _E, _A = LeaseState, LeaseEvent, LeaseAct
_FREE, _RAISING, _HELD, _RELEASING = LeaseState
_ALL: Final = tuple(LeaseState)
_UP: Final = (_RAISING, _HELD)
_C = Cell[LeaseState, LeaseAct]

_DONE: Final = (_A.TELL_RELEASED, _A.APPEND_CLOSE)
_LEFT: Final = (_A.TELL_NOT_SHOWN, _A.APPEND_CLOSE)


def _lowering(why: str, *extra: LeaseAct) -> tuple[_C, ...]:
    """The column that most endings share."""
    return (
        _C((_FREE,), IGNORE, note="nothing up"),
        _C(_UP, MOVE, _RELEASING, (_A.LOWER, *extra), why),
        _C((_RELEASING,), IGNORE, note="lowering already"),
    )


TABLE: Final[dict[tuple[LeaseState, LeaseEvent], Step[LeaseState, LeaseAct]]] = build(
    {
        _E.LOCK_GRANTED: (
            _C(
                (_FREE,),
                MOVE,
                _RAISING,
                (_A.RAISE, _A.TELL_REQUESTED),
                "OPEN is on disk",
            ),
            _C(
                (*_UP, _RELEASING),
                REFUSE,
                acts=(_A.NOT_NOW,),
                note="one lock at a time",
            ),
        ),
        _E.LOCK_REFUSED: (
            _C(_ALL, REFUSE, acts=(_A.NOT_NOW,), note="the state does not change"),
        ),
        _E.CURTAIN_PAINTED: (
            _C((_FREE,), IGNORE, acts=(_A.LOWER,), note="nothing should be up"),
            _C((_RAISING,), MOVE, _HELD, (_A.TELL_SHOWN,), "painted pixels read back"),
            _C((_HELD,), MOVE, _HELD, (), "painted again"),
            _C((_RELEASING,), IGNORE, note="lowering already"),
        ),
        _E.CURTAIN_FAILED: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C((_RAISING,), MOVE, _RELEASING, (_A.TELL_NOT_SHOWN, _A.LOWER), "failed"),
            _C(
                (_HELD,),
                MOVE,
                _RELEASING,
                (_A.TELL_NOT_SHOWN, _A.LOWER),
                "left; no second try, no blame",
            ),
            _C((_RELEASING,), MOVE, _RELEASING, (_A.LOWER,), "lower once more"),
        ),
        _E.RENEWAL_HEARD: (
            _C((_FREE,), IGNORE, note="renews nothing"),
            _C(_UP, MOVE, acts=(_A.RENEW,), note="the later of the two, inside caps"),
            _C((_RELEASING,), IGNORE, note="a release is never undone"),
        ),
        _E.PONG_WITHOUT_THIS_LOCK: (_C(_ALL, IGNORE, note="until runs on"),),
        _E.UNTIL_REACHED: _lowering("the lease is over"),
        _E.TEACHER_UNLOCKED: _lowering("the teacher let go"),
        _E.LINK_ENDED: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C(
                _UP,
                MOVE,
                _RELEASING,
                (_A.LOWER, _A.KEEP_FOR_CONTINUATION),
                "the console may ask to continue, never past the old end",
            ),
            _C((_RELEASING,), IGNORE, note="lowering already"),
        ),
        _E.SLOT_ENDED: _lowering("the bell, papers or a failing log"),
        _E.SESSION_LOST: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C(_UP, MOVE, _FREE, _LEFT, "the curtain died with it"),
            _C((_RELEASING,), MOVE, _FREE, _DONE, "the curtain died with it"),
        ),
        _E.SESSION_FROZEN: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C(_UP, MOVE, _RELEASING, (_A.LOWER,), "no beat"),
            _C((_RELEASING,), MOVE, _RELEASING, (), "the guard kills the Qt child"),
        ),
        _E.CURTAIN_DOWN: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C((_RAISING,), MOVE, _FREE, _LEFT, "failed"),
            _C((_HELD,), MOVE, _FREE, _LEFT, "left"),
            _C((_RELEASING,), MOVE, _FREE, _DONE, "focus is back"),
        ),
        _E.NOT_DOWN_IN_2S: (
            _C((_FREE, *_UP), IGNORE, note="late timer"),
            _C(
                (_RELEASING,),
                MOVE,
                _RELEASING,
                (_A.LOWER,),
                "the guard kills the Qt child",
            ),
        ),
        _E.PUPIL_NEEDS_HELP: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C(_UP, MOVE, _RELEASING, (_A.LOWER, _A.RAISE_HAND), "help comes first"),
            _C((_RELEASING,), IGNORE, acts=(_A.RAISE_HAND,), note="lowering already"),
        ),
        _E.DAEMON_LOST: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C(
                (*_UP, _RELEASING),
                MOVE,
                _FREE,
                (),
                "the session lowers alone; the next start writes the CLOSE",
            ),
        ),
        _E.RESUMED: (
            _C((_FREE,), IGNORE, note="nothing up"),
            _C(
                (*_UP, _RELEASING),
                MOVE,
                _RELEASING,
                (_A.LOWER,),
                "lower first, ask later",
            ),
        ),
    }
)
