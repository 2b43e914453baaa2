# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads of the register that tests ask for and no program does."""

from sqlalchemy import select

from consent.store.register.models import GuardianDecision, SlotTeacher
from consent.store.register.register import Desk


def guardian_decisions(desk: Desk, pupil: str, klass: str) -> list[GuardianDecision]:
    """List what guardians decided, by purpose."""
    rows = (
        select(GuardianDecision)
        .where(GuardianDecision.pupil == pupil, GuardianDecision.class_group == klass)
        .order_by(GuardianDecision.purpose)
    )
    return list(desk.scalars(rows))


def slot_teachers(desk: Desk, slot: str) -> list[str]:
    """List the ids of the teachers a lesson names, sorted."""
    rows = select(SlotTeacher.teacher).where(SlotTeacher.slot == slot)
    return sorted(desk.scalars(rows))
