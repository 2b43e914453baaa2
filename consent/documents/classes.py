# SPDX-License-Identifier: GPL-3.0-or-later
"""`class`: the teachers of one class and when each of them has it. No pupil in it.

Source: docs/spec/documents.md, "class"; docs/rights.md R-22, R-23, D03.
"""

from datetime import date
from itertools import combinations
from typing import Annotated

import msgspec
from msgspec import Meta

from consent.documents import fields as f
from consent.documents.paper import Paper, check_year, parse_struct

Teachers = Annotated[tuple[f.Id, ...], Meta(min_length=1, max_length=20)]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the class sheet: unknown fields are refused in it too."""


class ClassTeacher(_Part, frozen=True, kw_only=True):
    """One teacher of the class; a substitute's days are few."""

    teacher: f.Id
    name: f.Text80
    starts: date = msgspec.field(name="from")
    ends: date = msgspec.field(name="until")  # included

    def __post_init__(self) -> None:
        """Refuse days that end before they start."""
        if self.ends < self.starts:
            raise ValueError("`from` may not come after `until`")

    def is_live(self, day: date) -> bool:
        """Say whether this teacher has the class on this day."""
        return self.starts <= day <= self.ends


class Slot(_Part, frozen=True, kw_only=True):
    """A lesson of each week, and the teachers it names."""

    slot: f.Id
    weekday: f.Day
    starts: f.Clock = msgspec.field(name="from")
    ends: f.Clock = msgspec.field(name="to")
    subject: f.Text40
    teachers: Teachers

    def __post_init__(self) -> None:
        """Refuse a lesson that ends before it starts."""
        if f.minutes(self.starts) >= f.minutes(self.ends):
            raise ValueError("`from` must come before `to`")


class ExtraSlot(_Part, frozen=True, kw_only=True):
    """A lesson of one day. One that ends before it starts passes midnight."""

    slot: f.Id
    day: date = msgspec.field(name="date")
    starts: f.Clock = msgspec.field(name="from")
    ends: f.Clock = msgspec.field(name="to")
    subject: f.Text40
    teachers: Teachers

    def __post_init__(self) -> None:
        """Refuse a lesson without length."""
        if self.starts == self.ends:
            raise ValueError("`from` and `to` are the same")

    @property
    def passes_midnight(self) -> bool:
        """Say whether it ends on the next day; the floor forbids that in a school."""
        return f.minutes(self.ends) < f.minutes(self.starts)


class ClassSheet(Paper, frozen=True, kw_only=True, tag_field="type", tag="class"):
    """One class group. Signed by the office."""

    class_id: f.Id = msgspec.field(name="class")
    name: f.Text40
    school_year: f.SchoolYear
    teachers: Annotated[tuple[ClassTeacher, ...], Meta(max_length=100)]
    slots: Annotated[tuple[Slot, ...], Meta(max_length=200)]
    extra: Annotated[tuple[ExtraSlot, ...], Meta(max_length=400)]

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        check_year(self, f.year_end(self.school_year))
        self._check_names()
        self._check_slots()

    def teacher(self, teacher_id: str, day: date) -> ClassTeacher | None:
        """Find a teacher who has this class on this day."""
        return next(
            (t for t in self.teachers if t.teacher == teacher_id and t.is_live(day)),
            None,
        )

    def ever_has(self, teacher_id: str) -> bool:
        """Say whether this teacher has this class on any day, past or to come."""
        return any(one.teacher == teacher_id for one in self.teachers)

    def _check_names(self) -> None:
        for one, other in combinations(self.teachers, 2):
            overlap = one.starts <= other.ends and other.starts <= one.ends
            if overlap and one.name.casefold() == other.name.casefold():
                raise ValueError(f"two live teachers are both shown as {one.name}")
            if overlap and one.teacher == other.teacher:
                raise ValueError(f"`teachers` has {one.name} twice at once")

    def _check_slots(self) -> None:
        known = {teacher.teacher for teacher in self.teachers}
        every: tuple[Slot | ExtraSlot, ...] = (*self.slots, *self.extra)
        ids = [slot.slot for slot in every]
        if len(set(ids)) != len(ids):
            raise ValueError("`slot` is used twice")
        for slot in every:
            if not known.issuperset(slot.teachers):
                raise ValueError(f"`{slot.slot}` names a teacher the class lacks")
        for one, other in combinations(self.slots, 2):
            if (
                one.weekday is other.weekday
                and f.minutes(one.starts) < f.minutes(other.ends)
                and f.minutes(other.starts) < f.minutes(one.ends)
            ):
                raise ValueError(f"two lessons overlap on {one.weekday}")


def parse(body: bytes) -> ClassSheet:
    """Read a class sheet; raises PaperError."""
    return parse_struct(body, ClassSheet, "class")
