# SPDX-License-Identifier: GPL-3.0-or-later
"""Which side may send which message, in which states, and how large it may be.

Source: docs/spec/wire.md, column "dir"; docs/spec/session.md "States".
"""

from dataclasses import dataclass
from typing import Final

from msgspec import Struct

from protocol import constants as c
from protocol.machine import BOTH, Event, Side, State
from protocol.messages import commands, files, link, papers, pictures, records


@dataclass(frozen=True, slots=True)
class Way:
    """One kind of message on the wire."""

    senders: frozenset[Side]
    event: Event  # what its arrival is, in the session's table
    cap_bytes: int = c.CONTROL_FRAME_BYTES
    sent_in: frozenset[State] = frozenset({State.READY})


_A: Final = frozenset({Side.AGENT})
_C: Final = frozenset({Side.CONSOLE})
_EARLY: Final = frozenset({State.SYNCING, State.READY})
_NEVER: Final[frozenset[State]] = frozenset()  # the session itself sends these
_PART: Final = c.PART_FRAME_BYTES
_FIRST: Final = c.FIRST_FRAME_BYTES

WAYS: Final[dict[type[Struct], Way]] = {
    link.Hello: Way(_A, Event.HELLO, _FIRST, _NEVER),
    link.Welcome: Way(_C, Event.WELCOME, _FIRST, _NEVER),
    link.Bye: Way(BOTH, Event.ENDED, _FIRST, _NEVER),
    link.Ping: Way(_A, Event.PING_PONG, sent_in=_NEVER),
    link.Pong: Way(_C, Event.PING_PONG),
    records.Sync: Way(_A, Event.SYNC, _PART, _EARLY),
    records.Synced: Way(_C, Event.SYNC_ANSWERED, _PART, _EARLY),
    link.Ready: Way(_A, Event.READY),
    papers.PaperGive: Way(BOTH, Event.PAPER, _PART, _EARLY),
    papers.PaperTaken: Way(_A, Event.PAPER, sent_in=_EARLY),
    commands.Command: Way(_C, Event.COMMAND_FRESH),
    commands.Accepted: Way(_A, Event.OTHER),
    commands.NotShared: Way(_A, Event.OTHER),
    commands.Declined: Way(_A, Event.OTHER),
    commands.Ended: Way(_A, Event.OTHER),
    commands.Attention: Way(_A, Event.OTHER),
    records.Receipt: Way(_A, Event.OTHER),
    records.Logged: Way(_C, Event.OTHER),
    records.LogAsk: Way(_A, Event.OTHER),
    records.LogCopy: Way(_C, Event.OTHER, _PART),
    records.Erase: Way(_A, Event.OTHER),
    records.Erased: Way(_C, Event.OTHER),
    records.Heads: Way(_A, Event.OTHER, _PART),
    records.HeadsTaken: Way(_C, Event.OTHER, _PART),
    pictures.Picture: Way(_A, Event.OTHER, _PART),
    pictures.PictureTaken: Way(_C, Event.OTHER),
    commands.Hand: Way(_A, Event.OTHER),
    files.FileData: Way(BOTH, Event.OTHER, _PART),
    files.FileGo: Way(BOTH, Event.OTHER),
    files.FileEnd: Way(BOTH, Event.OTHER),
    files.FileDrop: Way(BOTH, Event.OTHER),
}


def other(side: Side) -> Side:
    """Name the other end."""
    return Side.CONSOLE if side is Side.AGENT else Side.AGENT
