# SPDX-License-Identifier: GPL-3.0-or-later
"""Why the law says no: 26 reasons in the order in which they are looked at, and EXEMPT.

EXEMPT is never a no: it leaves out the curtain alone. Only the pupil's own record ever
holds a reason. Source: docs/spec/decision.md, "Reasons".
"""

from enum import StrEnum


class Reason(StrEnum):
    """The first of these that applies is the reason. Their order is the law's."""

    CLOCK = "clock"
    TRUST = "trust"
    REVOKED = "revoked"
    ROLE = "role"
    PAPERS = "papers"
    CHARTER = "charter"
    CLASS_OR_TEACHER = "class_or_teacher"
    SLOT = "slot"
    FLOOR = "floor"
    NETWORK = "network"
    LESSON = "lesson"
    OTHER_TEACHER = "other_teacher"
    REASON_CODE = "reason_code"
    LOGGED_FIRST = "logged_first"
    LEDGER = "ledger"
    SESSION = "session"
    EXEMPT = "exempt"
    INDICATOR = "indicator"
    PURPOSE_OFF = "purpose_off"
    NOTICE = "notice"
    OPT_OUT = "opt_out"
    GUARDIAN = "guardian"
    STATE = "state"
    EXPIRED = "expired"
    PAUSED = "paused"
    CAP = "cap"
    EVENT_NO = "event_no"

    @property
    def number(self) -> int:
        """Give its place in the order, from 1."""
        return list(Reason).index(self) + 1
