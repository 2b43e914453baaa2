# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done in the office since something else was done."""

from sqlalchemy import func, select

from consent.store.register.closed import Deed
from consent.store.register.models import Act
from consent.store.register.register import Desk


def done_since(desk: Desk, school: str, deed: Deed) -> set[Deed]:
    """Name what was done after the last time of one deed; all, where it never was."""
    last = select(func.coalesce(func.max(Act.id), 0)).where(
        Act.school == school, Act.deed == deed
    )
    rows = select(Act.deed).where(Act.school == school, Act.id > last.scalar_subquery())
    return {Deed(row) for row in desk.scalars(rows.distinct())}
