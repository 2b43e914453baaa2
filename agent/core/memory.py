# SPDX-License-Identifier: GPL-3.0-or-later
"""What the disk tells at a start, beside what Records answers later."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from consent.ledger.draft import Context
from consent.lifecycle import START, ConsentState
from consent.method import Method
from consent.purpose import Purpose
from protocol.messages.local import Offer


@dataclass(frozen=True, slots=True)
class OpenLine:
    """An OPEN on disk that has no CLOSE."""

    seq: int
    klass: str
    lesson: str
    pupil: str
    slot_date: str
    seconds: int  # what it may have lasted, in full

    def where(self, now: Context) -> Context:
        """Give the context of its CLOSE: its own lesson, today's time."""
        return replace(
            now,
            klass=self.klass,
            lesson=self.lesson,
            pupil=self.pupil,
            slot_date=self.slot_date,
        )


@dataclass(frozen=True, slots=True)
class KeptChoice:
    """What the pupil last chose for one purpose in one class, and why it holds."""

    state: ConsentState = START
    valid_until: datetime | None = None
    method: Method = Method.AGENT_DIALOG
    asked_year: str = ""  # the school year in which the one question was asked
    ever_given: bool = False
    charter: str = ""  # hash of the charter it was given under
    notice: str = ""  # hash of the notice it was given after
    pupil_key: str = ""  # hash of the pupil's public key
    pupil: str = ""  # whose it is: a slip of another pupil makes it nobody's

    @property
    def is_yes(self) -> bool:
        """Say whether it is a yes by its state alone."""
        return self.state.allows


ChoiceKey = tuple[str, Purpose]
"""A class, hex, and a picture purpose: a yes in one class is none in another."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Something a teacher shared that lies ready, since when and for whom."""

    offer: Offer
    at: datetime
    pupil: str


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything a start needs to know of the past."""

    clean_end: bool = True
    healthy: bool = True
    unclosed: tuple[OpenLine, ...] = ()
    choices: Mapping[ChoiceKey, KeptChoice] = field(default_factory=dict)
    yes_files: frozenset[ChoiceKey] = frozenset()
    notices: frozenset[str] = frozenset()  # hashes the pupil was shown
    paused: bool = False
    paused_until: datetime | None = None
    last_entry: datetime | None = None
    last_looked: datetime | None = None
    offers: tuple[Laid, ...] = ()  # of this week, not put away; oldest first
