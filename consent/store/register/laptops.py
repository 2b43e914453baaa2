# SPDX-License-Identifier: GPL-3.0-or-later
"""Enrolment tokens and laptops: pending until the office ties one to a pupil."""

from datetime import date, datetime
from typing import Final

from sqlalchemy import select

from consent.store.register.models import ID_CHARS, Device, Lent, Pupil, Token
from consent.store.register.register import Desk

LEAST_ID_CHARS: Final = 8
HEX: Final = frozenset("0123456789abcdef")


def add_token(desk: Desk, token: Token) -> None:
    """Write down a token; its secret is only in the file."""
    desk.add(token)


def use_token(desk: Desk, token: str, now: datetime) -> bool:
    """Count one use down, if there is one left and it is not too late."""
    row = desk.get(Token, token, with_for_update=True)
    if row is None or row.uses_left < 1 or now >= row.not_after:
        return False
    row.uses_left -= 1
    desk.flush()
    return True


def add_device(desk: Desk, device: Device) -> None:
    """Write down an enrolled laptop, pending."""
    desk.add(device)


def devices(desk: Desk, school: str) -> list[Device]:
    """List all laptops of a school by label."""
    rows = select(Device).where(Device.school == school).order_by(Device.label)
    return list(desk.scalars(rows))


def pending(desk: Desk, school: str) -> list[Device]:
    """List the laptops that wait for a pupil."""
    return [device for device in devices(desk, school) if device.pupil is None]


def find_device(desk: Desk, school: str, label_or_id: str) -> Device | None:
    """Find one laptop by its whole label or 8 and more signs of its number."""
    found = devices_named(desk, school, label_or_id)
    return found[0] if len(found) == 1 else None


def devices_named(desk: Desk, school: str, label_or_id: str) -> list[Device]:
    """List the laptops with this label, or whose number begins so."""
    wanted = label_or_id.strip()
    fits = Device.label == wanted
    if LEAST_ID_CHARS <= len(wanted) <= ID_CHARS and set(wanted.lower()) <= HEX:
        fits |= Device.id.between(wanted.lower(), wanted.lower() + "g")
    return list(desk.scalars(select(Device).where(Device.school == school, fits)))


def assign(desk: Desk, device: Device, pupil: Pupil, day: date) -> None:
    """Tie a laptop to a pupil; a pupil has one laptop, so the old one is let go."""
    rows = select(Device).where(Device.pupil == pupil.id, Device.id != device.id)
    for other in desk.scalars(rows):
        other.pupil = None
    before = lent(desk, device.id)
    if device.pupil != pupil.id or pupil not in [one for one, _ in before]:
        newest = max((since for _, since in before), default=day)
        _lend(desk, device, pupil.id, max(day, newest))  # a clock can go back


def pass_on(desk: Desk, device: Device, pupil: str, day: date) -> None:
    """Keep a laptop with a pupil who has a new year's number: that hands nothing over.

    Args:
        desk: where.
        device: the laptop.
        pupil: the new number.
        day: from when it is theirs if nothing says so.
    """
    newest = max((since for _, since in lent(desk, device.id)), default=day)
    _lend(desk, device, pupil, newest)


def _lend(desk: Desk, device: Device, pupil: str, day: date) -> None:
    """Write one handover down; the same one twice on a day is one."""
    device.pupil = pupil
    desk.merge(Lent(device=device.id, pupil=pupil, since=day))
    desk.flush()


def lent(desk: Desk, device: str) -> list[tuple[Pupil, date]]:
    """List whose a laptop is and was, and since when: each handover, newest first."""
    rows = (
        select(Pupil, Lent.since)
        .join(Lent, Lent.pupil == Pupil.id)
        .where(Lent.device == device)
        .order_by(Lent.since.desc(), Pupil.sort)
    )
    return [(row[0], row[1]) for row in desk.execute(rows)]


def device_of(desk: Desk, pupil: str) -> Device | None:
    """Find the laptop of a pupil."""
    return desk.scalars(select(Device).where(Device.pupil == pupil)).first()
