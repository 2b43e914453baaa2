# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a teacher's tree: commands sent and receipts got."""

from dataclasses import dataclass

from consent.ledger.chain import Sealed


@dataclass(frozen=True, slots=True)
class LoggedCommand:
    """A command in the tree: its leaf, and the salt its commitment was made with."""

    origin: str
    leaf: int
    salt: bytes
    commitment: bytes


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """Where a laptop's line stands."""

    origin: str
    leaf: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf with what is kept beside it; body and salt are None after erasure."""

    origin: str
    n: int
    commitment: bytes
    body: bytes | None
    salt: bytes | None
    device: str
    lesson: str
    sig: bytes  # the teacher's over a command, the laptop's over a line
    sealed: Sealed | None  # the laptop's line; None for a command

    @property
    def is_command(self) -> bool:
        """Say whether this is something the teacher asked, not what a laptop wrote."""
        return self.sealed is None


@dataclass(frozen=True, slots=True)
class Copy:
    """The console's copy of one line of one laptop."""

    seq: int
    body: bytes
    salt: bytes
    leaf: int
    sealed: Sealed
