# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin revoke`: a laptop or console is lost."""

import hashlib
from pathlib import Path

import click

from consent.store.register.closed import Deed
from consent.store.register.laptops import find_device
from consent.store.register.papers import revoke as revoke_in_register
from consent.store.register.people import find_teacher
from consent.store.register.register import Desk, note_act
from installer.admin.asking import home_argument, now, office_at, say, say_next
from installer.admin.office import Office
from installer.admin.speaking import Speaking
from installer.admin.trouble import Exit, OfficeError


@click.command(cls=Speaking)
@home_argument
@click.argument("who")
@click.option("--why", required=True)
def revoke(home: Path, who: str, why: str) -> None:
    """Make a certificate count no more."""
    office = office_at(home, None, unlock=False)
    with office.register.begin() as desk:
        for fingerprint in _fingerprints(desk, office, who):
            revoke_in_register(desk, office.school, fingerprint, why, now())
        note_act(desk, office.school, office.by, Deed.REVOKE, now())
    say("noted", who=who)
    say_next(office)


def _fingerprints(desk: Desk, office: Office, who: str) -> list[str]:
    device = find_device(desk, office.school, who)
    teacher = find_teacher(desk, office.school, who)
    if device is not None:
        return [device.fingerprint]
    if teacher is not None and teacher.certificate:
        return [hashlib.sha256(teacher.certificate).hexdigest()]
    raise OfficeError("revoke.nobody", Exit.WRONG_USE, who=who)
