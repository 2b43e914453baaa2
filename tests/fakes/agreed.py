# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreements of a school, always the same, for papers to be made of."""

import hashlib
from datetime import UTC, datetime
from typing import Final

import msgspec

from consent.documents.charter import Caps, CharterPurpose, LegalBasis
from consent.documents.paper import encode_struct
from consent.documents.trust import SchoolKind, Trust
from consent.purpose import Purpose
from installer.papers.agreed import Agreed
from tests.fakes import papers

SCHOOL: Final = "5c" * 16
NOW: Final = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Brussels


def agreed(
    now: datetime = NOW,
    *,
    is_draft: bool = False,
    is_demo: bool = False,
    **changed: object,
) -> Agreed:
    """Give agreements made at NOW, seen at `now`; changed fields are the charter's."""
    charter = msgspec.structs.replace(
        papers.charter(SCHOOL, NOW, demo=False), serial=3, **changed
    )
    found = hashlib.sha256(encode_struct(charter)).hexdigest()
    kind = SchoolKind.DEMO if is_demo else SchoolKind.SCHOOL
    return Agreed(_trust(kind), charter, found, now, is_draft)


def purposes(
    *some: Purpose, basis: LegalBasis = LegalBasis.CONSENT
) -> tuple[CharterPurpose, ...]:
    """Give the charter's purposes, all on one basis and without lower limits."""
    return tuple(
        CharterPurpose(purpose=one, legal_basis=basis, caps=Caps()) for one in some
    )


def _trust(kind: SchoolKind) -> Trust:
    return Trust(
        school=SCHOOL,
        serial=1,
        issued=NOW,
        not_after=NOW + 700 * papers.DAY,
        kind=kind,
        name="Sint-Jan Testschool",
        timezone="Europe/Brussels",
        root="1a" * 32,
        office="2b" * 32,
        fresh="3c" * 32,
        dpo="4d" * 32,
        devices_ca="aa",
        teachers_ca="bb",
        min_version=1,
        epoch=1,
    )
