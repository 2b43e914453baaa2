# SPDX-License-Identifier: GPL-3.0-or-later
"""Serials that never fall, and certificates that no longer count."""

from datetime import datetime

from sqlalchemy import select

from consent.store.register.models import Revoked, Serial
from consent.store.register.register import Desk


def next_serial(desk: Desk, school: str, kind: str, ref: str) -> int:
    """Take the next serial of a paper; two admins at once get two numbers."""
    row = desk.get(Serial, (school, kind, ref), with_for_update=True)
    if row is None:
        row = Serial(school=school, kind=kind, ref=ref, serial=0)
        desk.add(row)
    row.serial += 1
    desk.flush()
    return row.serial


def last_serials(desk: Desk, school: str, kind: str) -> dict[str, int]:
    """Say which serial of a kind of paper was taken last, for each that it is of."""
    rows = select(Serial).where(Serial.school == school, Serial.kind == kind)
    return {row.ref: row.serial for row in desk.scalars(rows)}


def is_newest(desk: Desk, school: str, kind: str, ref: str, serial: int) -> bool:
    """Say whether nobody took a later serial of a paper meanwhile."""
    row = desk.get(Serial, (school, kind, ref))
    return row is not None and row.serial == serial


def revoke(desk: Desk, school: str, fingerprint: str, why: str, at: datetime) -> None:
    """Say that a certificate no longer counts. Saying it twice changes nothing."""
    if desk.get(Revoked, fingerprint) is None:
        desk.add(
            Revoked(fingerprint=fingerprint, school=school, why=why, revoked_at=at)
        )


def revoked(desk: Desk, school: str) -> list[str]:
    """List the fingerprints that no longer count, sorted."""
    rows = select(Revoked.fingerprint).where(Revoked.school == school)
    return sorted(desk.scalars(rows))
