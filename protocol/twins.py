# SPDX-License-Identifier: GPL-3.0-or-later
"""Two live links of one teacher's certificate: which one ends.

Only the agent decides: two ends that both decide throw each other out for ever.
Source: docs/spec/session.md "Twins".
"""

from dataclasses import dataclass

from protocol import constants as c
from protocol.machine import State
from protocol.messages.link import ByeCode
from protocol.session import Session


@dataclass(frozen=True, slots=True)
class Loser:
    """The link that ends, and its last word."""

    session: Session
    code: ByeCode


def settle(new: Session, old: Session, now: float) -> Loser:
    """Pick the link that ends, when `new` has just been welcomed.

    The old one stays if it works (READY, heard within 5 s) and belongs to the same run
    of the same console. Otherwise it ends; only another run is told `superseded`, which
    it will not dial against without the teacher's click.
    """
    is_same = new.instance == old.instance
    is_well = old.state is State.READY and now - old.heard_at <= c.TWIN_HEARD_WITHIN_S
    if is_same and is_well:
        return Loser(new, ByeCode.CLOSING)
    return Loser(old, ByeCode.CLOSING if is_same else ByeCode.SUPERSEDED)
