# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign the sets anew with the fresh key: the one thing that can run at night."""

from datetime import datetime, timedelta

import msgspec

from consent.documents import charter as charters
from consent.documents import sets
from consent.documents.paper import encode_struct
from consent.documents.sets import PaperSet
from consent.documents.signed import Kind, Signer
from consent.store.register.papers import is_newest, next_serial
from installer.admin.next_step import next_step
from installer.admin.office import Office, published, whole_second
from installer.admin.standing import look
from installer.admin.trouble import Exit, OfficeError


def refresh(office: Office, now: datetime) -> int:
    """Give every class seven more days at most; nothing else changes.

    A publication at the same time goes first: its sets are left as they are.

    Returns:
        The number of sets.

    Raises:
        OfficeError: nothing was published yet.
    """
    now = whole_second(now)
    if not _current(office):
        lacking = next_step(office.places.home, look(office, now))
        raise OfficeError("publish.nothing", Exit.NOT_SET_UP, step=lacking)
    days = charters.parse(published(office, "charter").body).set_days
    with office.register.begin() as desk:
        serials = {
            one.class_id: next_serial(desk, office.school, Kind.SET, one.class_id)
            for one in _current(office)
        }
    signs = office.signing(Signer.FRESH)
    with office.register.begin() as desk:
        renewed = []
        for one in _current(office):
            serial = serials.get(one.class_id, 0)
            if is_newest(desk, office.school, Kind.SET, one.class_id, serial):
                new = _renewed(one, serial, now, timedelta(days=days))
                paper = signs(Kind.SET, encode_struct(new))
                renewed.append((paper, one.class_id))
        for folder in (office.places.for_laptops, office.places.for_consoles):
            folder.put_all(renewed)
    return len(serials)


def _current(office: Office) -> list[PaperSet]:
    papers, _ = office.places.for_consoles.read()
    found = [filed.paper for filed in papers if filed.paper.kind is Kind.SET]
    return [sets.parse(paper.body) for paper in found]


def _renewed(old: PaperSet, serial: int, issued: datetime, life: timedelta) -> PaperSet:
    return msgspec.structs.replace(
        old, serial=serial, issued=issued, not_after=issued + life
    )
