# SPDX-License-Identifier: GPL-3.0-or-later
"""What pupils and guardians said on paper: opt-outs, exemptions, guardians, forms."""

from datetime import datetime

from sqlalchemy import select

from consent.store.register.models import (
    GuardianDecision,
    Membership,
    OptOut,
    PaperForm,
    Pupil,
)
from consent.store.register.register import Desk


def opt_out(
    desk: Desk, pupil: str, klass: str, purpose: str, by: str, at: datetime
) -> None:
    """Enter an objection. Entering it twice changes nothing."""
    if desk.get(OptOut, (pupil, klass, purpose)) is None:
        desk.add(
            OptOut(
                pupil=pupil,
                class_group=klass,
                purpose=purpose,
                entered_by=by,
                entered_at=at,
            )
        )


def opt_in(desk: Desk, pupil: str, klass: str, purpose: str) -> bool:
    """Take an objection back; False where there was none.

    The pupil's own yes is still asked on the laptop.
    """
    row = desk.get(OptOut, (pupil, klass, purpose))
    if row is None:
        return False
    desk.delete(row)
    return True


def opt_outs(desk: Desk, pupil: str, klass: str) -> list[str]:
    """List the purposes a pupil objects to in a class, sorted."""
    rows = select(OptOut.purpose).where(
        OptOut.pupil == pupil, OptOut.class_group == klass
    )
    return sorted(desk.scalars(rows))


def exempt(desk: Desk, pupil: str, klass: str, *, yes: bool) -> bool:
    """Free a pupil from attention, or not; False when not in that class."""
    row = desk.get(Membership, (pupil, klass))
    if row is None:
        return False
    row.exempt_attention = yes
    return True


def is_exempt(desk: Desk, pupil: str, klass: str) -> bool:
    """Say whether a pupil never gets a curtain."""
    row = desk.get(Membership, (pupil, klass))
    return row is not None and row.exempt_attention


def put_guardian_decision(desk: Desk, decision: GuardianDecision) -> None:
    """Enter a decision, in the place of an earlier one."""
    desk.merge(decision)


def take_back_decision(desk: Desk, pupil: str, klass: str, purpose: str) -> bool:
    """Take a decision away; False where there was none."""
    row = desk.get(GuardianDecision, (pupil, klass, purpose))
    if row is None:
        return False
    desk.delete(row)
    return True


def file_form(desk: Desk, form: PaperForm) -> None:
    """Write down that a form came in, beside what it made to stand."""
    desk.add(form)


def forms(desk: Desk, pupil: str) -> list[PaperForm]:
    """List the forms that came in for a pupil, oldest first."""
    rows = (
        select(PaperForm)
        .where(PaperForm.pupil == pupil)
        .order_by(PaperForm.entered_at, PaperForm.id)
    )
    return list(desk.scalars(rows))


def with_widening(desk: Desk, school: str) -> list[GuardianDecision]:
    """List the decisions of a school that hold a twice-signed yes."""
    rows = select(GuardianDecision).join(Pupil, Pupil.id == GuardianDecision.pupil)
    held = GuardianDecision.widening.is_not(None)
    return list(desk.scalars(rows.where(Pupil.school == school, held)))
