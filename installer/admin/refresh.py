# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign the sets anew with the fresh key: the one thing that can run at night."""

from datetime import datetime, timedelta

import msgspec

from consent.documents import charter as charters
from consent.documents import sets
from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, SignedPaper, Signer
from consent.store.register.papers import next_serial
from installer.admin.office import Office, published, whole_second
from installer.admin.trouble import Exit, OfficeError


def refresh(office: Office, now: datetime) -> int:
    """Give every class seven more days at most; nothing else changes.

    Returns:
        The number of sets.

    Raises:
        OfficeError: nothing was published yet.
    """
    now = whole_second(now)
    days = charters.parse(published(office, "charter").body).set_days
    papers, _ = office.places.for_consoles.read()
    found = [filed.paper for filed in papers if filed.paper.kind is Kind.SET]
    if not found:
        raise OfficeError("Er is nog niets gepubliceerd.", Exit.NOT_SET_UP)
    for paper in found:
        _renew(office, paper, now, timedelta(days=days))
    return len(found)


def _renew(office: Office, paper: SignedPaper, now: datetime, life: timedelta) -> None:
    old = sets.parse(paper.body)
    with office.register.begin() as desk:
        serial = next_serial(desk, office.school, Kind.SET, old.class_id)
    new = msgspec.structs.replace(old, serial=serial, issued=now, not_after=now + life)
    signed = office.sign(Kind.SET, encode_struct(new), Signer.FRESH)
    for folder in (office.places.for_laptops, office.places.for_consoles):
        folder.put(signed, old.class_id)
