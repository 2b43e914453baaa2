# SPDX-License-Identifier: GPL-3.0-or-later
"""What the core reads of the laptop's record. It writes by commands alone.

Limits are counted from lines that are on disk, so nothing is counted along in memory.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from consent.ledger.caps import Used
from consent.ledger.checkpoint import Checkpoint
from consent.ledger.draft import Line
from consent.ledger.erasure import EraseOrder
from consent.ledger.kinds import Chain


class Records(Protocol):
    """The reading half of consent.store.agent_ledger.AgentLedger."""

    def caps_used(self, slot_date: str) -> Used:
        """Count what a slot date used so far."""
        ...

    def unproven(self, teacher: str) -> Sequence[Line]:
        """Give one teacher's shared lines that no console proved yet, oldest first."""
        ...

    def proven(self, teacher: str, since: datetime) -> Collection[int]:
        """Give one teacher's shared lines, since then, that are proven and readable."""
        ...

    def given_unproven(self, teacher: str, after: int) -> Sequence[Line]:
        """Give what this teacher gave back after a seq and did not prove, in order."""
        ...

    def unclosed_opens(self) -> Sequence[Line]:
        """Give the OPEN lines that have no CLOSE, oldest first."""
        ...

    def checkpoint(self, origin: str) -> tuple[Checkpoint, bytes] | None:
        """Give the newest head held of a teacher's tree, and its signed note."""
        ...

    def lesson_heads(self) -> Mapping[str, tuple[bytes, bytes]]:
        """Give, for each tree, the head its newest lesson began with; a certificate."""
        ...

    def head_of_size(self, origin: str, size: int) -> bytes | None:
        """Give the signed head held of a tree at a size."""
        ...

    def carried(self) -> Sequence[tuple[bytes, bytes]]:
        """Give heads that wait for their own teacher, each with its certificate."""
        ...

    def has_fork(self, origin: str) -> bool:
        """Say whether two lists of this tree were seen before."""
        ...

    def last_seq(self, chain: Chain) -> int:
        """Give the number of the newest line of a chain."""
        ...

    def last_of(self, teacher: str) -> tuple[int, bytes]:
        """Give number and head of the newest shared line of one teacher; 0 = none."""
        ...

    def owed_erasures(self, teacher: str) -> Sequence[EraseOrder]:
        """Give what one teacher's program (id in hex) is still to forget."""
        ...

    def held_at(self) -> datetime | None:
        """Give the latest moment known when the pupil last said keep; None without."""
        ...

    def epoch(self) -> int:
        """Give the number of the running epoch."""
        ...
