# SPDX-License-Identifier: GPL-3.0-or-later
"""When a no is said, and how an answer is made as long as every other.

A no comes at one time after the request arrived, whatever was decided and however
fast; never "at the next tick", which makes a difference larger. Twenty undelayed
answers told a pause from an opt-out 92 times in a hundred. Source: docs/spec/wire.md
"When a no is said".
"""

from typing import Final

from protocol import constants as c
from protocol.messages.commands import Accepted, Entry, NotShared
from protocol.padding import pad_to

_LATER_S: Final = {
    "view_start": c.VIEW_ANSWER_AFTER_S,
    "show_start": c.SHOW_ANSWER_AFTER_S,
}


def due(verb: str, arrived: float) -> float:
    """Say at which boot time a no to this verb is said.

    Args:
        verb: as in the command; one nobody knows is answered like most.
        arrived: boot time at which the command came in.
    """
    return arrived + _LATER_S.get(verb, c.ANSWER_AFTER_S)


def curtain_failed_due(arrived: float) -> float:
    """Say when "not shown" is told of a curtain that never showed."""
    return arrived + c.CURTAIN_FAILED_AFTER_S


def not_shared(seq: int) -> NotShared:
    """Make the one no there is, as long as a yes."""
    bare = NotShared(seq=seq, pad=b"")
    return NotShared(seq=seq, pad=pad_to(bare, c.ANSWER_PAD_BYTES))


def accepted(seq: int, receipt: Entry | None) -> Accepted:
    """Make a yes, with the laptop's own line of it where there is one."""
    bare = Accepted(seq=seq, receipt=receipt, pad=b"")
    return Accepted(seq=seq, receipt=receipt, pad=pad_to(bare, c.ANSWER_PAD_BYTES))
