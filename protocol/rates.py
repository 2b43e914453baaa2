# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a peer may talk, in buckets that drip full again.

Source: docs/spec/wire.md "Rates".
"""

from dataclasses import dataclass, field
from typing import Final

from protocol import constants as c
from protocol.codec import WireMessage
from protocol.messages.commands import Command, Hand
from protocol.messages.files import FileData
from protocol.messages.papers import PaperGive
from protocol.messages.pictures import Picture
from protocol.messages.records import Erase, Sync, Synced


@dataclass(frozen=True, slots=True)
class Rate:
    """So many a second in the long run, so many at once."""

    per_s: float
    burst: float


COMMANDS: Final = Rate(c.COMMANDS_PER_S, c.COMMANDS_BURST)
HANDS: Final = Rate(1 / c.HAND_EVERY_S, 2)
PAPER_BYTES: Final = Rate(c.PAPER_BYTES_PER_MIN / 60, c.PAPER_BYTES_PER_MIN)
PARTS: Final = Rate(c.PARTS_PER_S, c.PARTS_BURST)
SYNCS: Final = Rate(0.0, c.SYNC_PARTS)  # records agree once a link, so it never fills
ERASES: Final = Rate(c.ERASES_PER_S, c.ERASES_BURST)
SMALL: Final = Rate(c.MESSAGES_PER_S, c.MESSAGES_BURST)

_RATE_OF: Final[dict[type[WireMessage], Rate]] = {
    Command: COMMANDS,
    Hand: HANDS,
    PaperGive: PAPER_BYTES,
    Picture: PARTS,
    FileData: PARTS,
    Sync: SYNCS,
    Synced: SYNCS,
    Erase: ERASES,
}


@dataclass(slots=True)
class Bucket:
    """One rate, as one peer uses it."""

    rate: Rate
    left: float
    filled_at: float

    def takes(self, amount: float, now: float) -> bool:
        """Say whether there was room for this much, and take it."""
        gained = (now - self.filled_at) * self.rate.per_s
        self.left = min(self.rate.burst, self.left + max(0.0, gained))
        self.filled_at = max(self.filled_at, now)
        if self.left < amount:
            return False
        self.left -= amount
        return True


@dataclass(slots=True)
class Buckets:
    """All rates of one session."""

    _of: dict[Rate, Bucket] = field(default_factory=dict)

    def take(self, message: WireMessage, now: float) -> bool:
        """Say whether the peer may send this one now; False means it is too fast."""
        rate = _RATE_OF.get(type(message), SMALL)
        bucket = self._of.setdefault(rate, Bucket(rate, rate.burst, now))
        return bucket.takes(_cost(message), now)


def _cost(message: WireMessage) -> float:
    return max(1, len(message.data)) if isinstance(message, PaperGive) else 1
