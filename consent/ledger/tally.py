# SPDX-License-Identifier: GPL-3.0-or-later
"""Refusals as numbers: the first of a kind is a line at once, the rest one line later.

Ten thousand asks of a hostile console must not fill the pupil's disk.

Source: docs/spec/ledger.md "Kinds of line".
"""

from dataclasses import dataclass, replace
from datetime import datetime

from consent.ledger.fields import time_text


@dataclass(frozen=True, slots=True)
class Refused:
    """What makes refusals the same kind. purpose may be "lesson" too."""

    purpose: str
    reason: str
    teacher: str
    lesson: str
    slot_date: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many refusals of one kind, and between when."""

    kind: Refused
    count: int
    first: datetime
    last: datetime

    def fields(self) -> dict[str, object]:
        """Give the fields of the REFUSED line."""
        return {
            "purpose": self.kind.purpose,
            "reason": self.kind.reason,
            "teacher": self.kind.teacher,
            "count": self.count,
            "first": time_text(self.first),
            "last": time_text(self.last),
        }


class Tally:
    """Counts the refusals of the running lessons that are not on disk yet."""

    def __init__(self) -> None:
        self._seen: set[Refused] = set()
        self._waiting: dict[Refused, Counted] = {}

    def heard(self, kind: Refused, now: datetime) -> Counted | None:
        """Count one refusal; the first of its kind is given back, to be written now."""
        if kind not in self._seen:
            self._seen.add(kind)
            return Counted(kind, 1, now, now)
        held = self._waiting.get(kind, Counted(kind, 0, now, now))
        self._waiting[kind] = replace(held, count=held.count + 1, last=now)
        return None

    def unwritten(self, kind: Refused) -> None:
        """Forget that a first line was written: the disk did not take it."""
        self._seen.discard(kind)

    def waiting(self, lesson: str | None = None) -> list[Counted]:
        """Give what is counted and not written: of one lesson, or of all."""
        return [
            held
            for kind, held in self._waiting.items()
            if lesson is None or kind.lesson == lesson
        ]

    def written(self, counted: Counted) -> None:
        """Forget a count that is on disk now."""
        self._waiting.pop(counted.kind, None)

    def looks_waiting(self, slot_date: str) -> int:
        """Count the asks to view or show of a slot date that are not on disk yet."""
        return sum(
            held.count
            for kind, held in self._waiting.items()
            if kind.slot_date == slot_date and kind.purpose in {"view", "show"}
        )
