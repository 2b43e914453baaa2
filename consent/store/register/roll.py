# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the papers of one class need, read in a few questions."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from consent.store.register.models import (
    ClassGroup,
    Device,
    GuardianDecision,
    Membership,
    OptOut,
    Pupil,
    Slot,
    SlotTeacher,
    Teacher,
)
from consent.store.register.people import slots_of, teachers_of
from consent.store.register.register import Desk


@dataclass(frozen=True, slots=True)
class Seat:
    """A pupil in a class, and what is known of them there."""

    pupil: Pupil
    device: Device | None
    exempt_attention: bool
    opt_outs: list[str] = field(default_factory=list)  # purposes, sorted
    decisions: list[GuardianDecision] = field(default_factory=list)  # by purpose


@dataclass(frozen=True, slots=True)
class Roll:
    """One class as it stands at one moment."""

    klass: ClassGroup
    seats: list[Seat]
    teachers: list[tuple[Teacher, date, date]]  # from when until when
    lessons: list[tuple[Slot, list[str]]]  # each with its teachers' ids

    @property
    def is_used(self) -> bool:
        """Say whether anybody learns or teaches here."""
        return bool(self.seats or self.teachers)


def read_roll(desk: Desk, klass: ClassGroup) -> Roll:
    """Read a class."""
    return Roll(
        klass,
        seats_of(desk, klass.id),
        teachers_of(desk, klass.id),
        lessons_of(desk, klass.id),
    )


def seats_of(desk: Desk, klass: str) -> list[Seat]:
    """List the pupils of a class in sorting order, each with what is known."""
    rows = (
        select(Pupil, Membership.exempt_attention, Device)
        .join(Membership, Membership.pupil == Pupil.id)
        .outerjoin(Device, Device.pupil == Pupil.id)
        .where(Membership.class_group == klass)
        .order_by(Pupil.sort, Pupil.id)
    )
    objections, decisions = _objections(desk, klass), _decisions(desk, klass)
    return [
        Seat(pupil, device, exempt, objections[pupil.id], decisions[pupil.id])
        for pupil, exempt, device in desk.execute(rows)
    ]


def lessons_of(desk: Desk, klass: str) -> list[tuple[Slot, list[str]]]:
    """List the lessons of a class, each with its teachers' ids, sorted."""
    rows = (
        select(SlotTeacher.slot, SlotTeacher.teacher)
        .join(Slot, Slot.id == SlotTeacher.slot)
        .where(Slot.class_group == klass)
        .order_by(SlotTeacher.teacher)
    )
    named: dict[str, list[str]] = defaultdict(list)
    for slot, teacher in desk.execute(rows):
        named[slot].append(teacher)
    return [(slot, named[slot.id]) for slot in slots_of(desk, klass)]


def _objections(desk: Desk, klass: str) -> dict[str, list[str]]:
    rows = (
        select(OptOut.pupil, OptOut.purpose)
        .where(OptOut.class_group == klass)
        .order_by(OptOut.purpose)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for pupil, purpose in desk.execute(rows):
        found[pupil].append(purpose)
    return found


def _decisions(desk: Desk, klass: str) -> dict[str, list[GuardianDecision]]:
    rows = (
        select(GuardianDecision)
        .where(GuardianDecision.class_group == klass)
        .order_by(GuardianDecision.purpose)
    )
    found: dict[str, list[GuardianDecision]] = defaultdict(list)
    for decision in desk.scalars(rows):
        found[decision.pupil].append(decision)
    return found
