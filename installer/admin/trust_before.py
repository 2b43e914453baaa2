# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters of trust before this one: what another DPO is measured by.

An office follows them as a laptop does, but by the day each was issued, as it does not
know when a laptop first saw one. Source: docs/spec/documents.md "trust".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from consent.documents import trust as trusts
from consent.documents.signed import Kind, SignedPaper, Signer, checks
from consent.documents.trust import DPO_CHANGE_WAITS, Trust
from consent.store.papers_folder import PapersFolder
from installer.admin.office import Office, published


@dataclass(frozen=True, slots=True)
class Standing:
    """Which letter counts, and one that still waits."""

    in_force: Trust
    waits: Trust | None = None

    def at(self, now: datetime) -> "Standing":
        """Let what waits count once its time has come."""
        waits = self.waits
        if waits is None or now < waits.issued + DPO_CHANGE_WAITS:
            return self
        return Standing(waits)


def earlier(office: Office) -> PapersFolder:
    """Give the folder of letters of trust that were in force once."""
    return PapersFolder(office.places.home / "earlier")


def standing(office: Office, now: datetime) -> Standing:
    """Follow the letters to now."""
    first, *rest = _letters(office)
    stands = Standing(trusts.parse(first.body))
    for paper in rest:
        trust = trusts.parse(paper.body)
        before = stands.at(trust.issued).in_force
        waits = trust.dpo != before.dpo and not _signed_by_old_dpo(paper, before)
        stands = Standing(before, trust) if waits else Standing(trust)
    return stands.at(now)


def dpo_counts_from(office: Office, now: datetime) -> datetime | None:
    """Say when another DPO begins to count, while it waits; None where nobody waits."""
    waits = standing(office, now).waits
    return waits.issued + DPO_CHANGE_WAITS if waits else None


def _letters(office: Office) -> Iterator[SignedPaper]:
    kept = [filed.paper for filed in earlier(office).read()[0]]
    yield from sorted(kept, key=lambda paper: trusts.parse(paper.body).serial)
    yield published(office, Kind.TRUST)


def _signed_by_old_dpo(paper: SignedPaper, before: Trust) -> bool:
    key = before.key_of(Signer.DPO)
    return any(
        one.by is Signer.DPO and checks(Kind.TRUST, paper.body, one, key)
        for one in paper.signatures
    )
