# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter of trust before the one in force: what another DPO is measured by."""

from datetime import datetime

from consent.documents import trust as trusts
from consent.documents.signed import Kind, SignedPaper, Signer, checks
from consent.documents.trust import DPO_CHANGE_WAITS, Trust
from consent.store.papers_folder import PapersFolder
from installer.admin.office import Office, find


def earlier(office: Office) -> PapersFolder:
    """Give the folder of letters of trust that were in force once."""
    return PapersFolder(office.places.home / "earlier")


def trust_before(office: Office) -> Trust | None:
    """Give the newest of them."""
    papers, _ = earlier(office).read()
    found = [trusts.parse(filed.paper.body) for filed in papers]
    return max(found, key=lambda one: one.serial, default=None)


def dpo_counts_from(office: Office, now: datetime) -> datetime | None:
    """Say when another DPO begins to count, while it waits; None where nobody waits."""
    paper, before = find(office.places.for_laptops, "trust"), trust_before(office)
    trust = office.trust()
    counts = trust.issued + DPO_CHANGE_WAITS
    if before is None or before.dpo == trust.dpo or counts <= now:
        return None
    return None if paper and _signed_by_old_dpo(paper, before) else counts


def _signed_by_old_dpo(paper: SignedPaper, before: Trust) -> bool:
    key = before.key_of(Signer.DPO)
    return any(
        one.by is Signer.DPO and checks(Kind.TRUST, paper.body, one, key)
        for one in paper.signatures
    )
