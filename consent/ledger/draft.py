# SPDX-License-Identifier: GPL-3.0-or-later
"""What a caller hands to a ledger, and what it gets back: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from consent.ledger.chain import Sealed
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Chain, Kind

SPREAD: Final = 2**20  # places between two lines of the list, for what was given back


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """When, where and about whom a line is written. Ids are hex, "" when none."""

    t: datetime
    boot_ms: int
    school: str = ""
    klass: str = ""
    lesson: str = ""
    pupil: str = ""
    slot_date: str = ""  # names the slot on its date; what caps are counted by


@dataclass(frozen=True, slots=True)
class Start:
    """Where the kept part of a chain begins: after this line of this epoch.

    A new chain starts at line 0 and, for `own`, at 32 random bytes.
    """

    seq: int
    head: bytes
    epoch: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A line that is to be written."""

    chain: Chain
    kind: Kind
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in a laptop's ledger."""

    n: int  # place in the pupil's list, over both chains, from 1
    sealed: Sealed
    entry: EntryBody | None  # None after erasure
    leaf: int | None  # where the teacher's program proved to have logged it
    gap: int | None  # the shared seq of the GAP that names it
    teacher: str = ""  # certificate hash of whose program is to have it too
    given: str | None = None  # whose program gave it back; it stands before line n

    @property
    def place(self) -> int:
        """Give its place in the list; what was given back stands between two lines."""
        if self.given is None:
            return self.n * SPREAD
        return (self.n - 1) * SPREAD + self.sealed.seq % SPREAD

    @property
    def is_proven(self) -> bool:
        """Say whether the teacher's program proved that it has this line too."""
        return self.leaf is not None

    @property
    def is_waiting(self) -> bool:
        """Say whether a teacher's program is to have it and did not prove that yet."""
        is_shared = self.sealed.chain is Chain.SHARED
        return is_shared and bool(self.teacher) and not self.is_proven
