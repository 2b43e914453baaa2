# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the papers of one class need, read in a few questions."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from consent.store.register.closed import Answer, Ended
from consent.store.register.lifts import lifts_of
from consent.store.register.models import (
    ClassGroup,
    Device,
    GuardianDecision,
    Lift,
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
    """A pupil in a class, and what is known of them there.

    What was taken back and is not signed by both yet stands on.
    """

    pupil: Pupil
    device: Device | None
    seat: Membership
    objections: list[str] = field(default_factory=list)  # purposes
    decisions: list[GuardianDecision] = field(default_factory=list)  # by purpose
    lifts: list[Lift] = field(default_factory=list)

    @property
    def waiting(self) -> list[Lift]:
        """List what was taken back and stands on."""
        return [lift for lift in self.lifts if lift.widening is None]

    @property
    def opt_outs(self) -> list[str]:
        """List the purposes objected to, sorted."""
        return sorted({*self.objections, *self._stand_on(Ended.OBJECTION)})

    @property
    def guardian_no(self) -> list[str]:
        """List the purposes a guardian said no to, sorted."""
        noes = {one.purpose for one in self.decisions if one.answer == Answer.NO}
        return sorted(noes | self._stand_on(Ended.NO))

    @property
    def exempt_attention(self) -> bool:
        """Say whether this pupil never gets a curtain."""
        return self.seat.exempt_attention or bool(self._stand_on(Ended.EXEMPTION))

    @property
    def decider_from(self) -> date:
        """Give the day from which this pupil decides alone."""
        held = [lift.held_from for lift in self.waiting if lift.held_from]
        return max([self.pupil.decider_from, *held])

    def _stand_on(self, answer: Ended) -> set[str]:
        return {lift.purpose for lift in self.waiting if lift.answer == answer}


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
        select(Pupil, Membership, Device)
        .join(Membership, Membership.pupil == Pupil.id)
        .outerjoin(Device, Device.pupil == Pupil.id)
        .where(Membership.class_group == klass)
        .order_by(Pupil.sort, Pupil.id)
    )
    objections, decisions = _objections(desk, klass), _decisions(desk, klass)
    lifts = defaultdict(list)
    for lift in lifts_of(desk, klass):
        lifts[lift.pupil].append(lift)
    return [
        Seat(
            pupil, device, seat, objections[pupil.id], decisions[pupil.id],
            lifts[pupil.id],
        )
        for pupil, seat, device in desk.execute(rows)
    ]  # fmt: skip


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
