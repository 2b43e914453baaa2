# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import changes, as values: shown before it counts, and compared after."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The sorts of change, in the order they are told."""

    PUPIL_LEFT = "pupil_left"
    PUPIL_MOVED = "pupil_moved"
    PUPIL_ADDED = "pupil_added"
    PUPIL_BACK = "pupil_back"
    PUPIL_IN_MORE = "pupil_in_more"
    PUPIL_IN_LESS = "pupil_in_less"
    PUPIL_RENAMED = "pupil_renamed"
    PUPIL_AGE = "pupil_age"
    AGE_WAITS = "age_waits"
    NO_KEPT = "no_kept"
    YES_ENDED = "yes_ended"
    CLASS_GONE = "class_gone"
    CLASS_ADDED = "class_added"
    CLASS_RENAMED = "class_renamed"
    TEACHER_ADDED = "teacher_added"
    TEACHER_RENAMED = "teacher_renamed"
    TEACHES = "teaches"
    TEACHES_DAYS = "teaches_days"
    TEACHES_NOT = "teaches_not"
    TIMETABLE = "timetable"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One of them. Names and codes of classes only, no ids: a second look is equal."""

    kind: Kind
    who: str
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Changes:
    """All of them."""

    found: list[Change] = field(default_factory=list)

    def note(self, kind: Kind, who: str, before: str = "", after: str = "") -> None:
        """Add one."""
        self.found.append(Change(kind, who, before, after))

    def of(self, kind: Kind) -> list[Change]:
        """List those of one sort, by name."""
        return sorted(change for change in self.found if change.kind is kind)
