# SPDX-License-Identifier: GPL-3.0-or-later
"""What a school agreed, as papers speak of it; nothing is made of what is over.

Source: docs/spec/papers.md "What papers are made of"; docs/rights.md R-46.
"""

from dataclasses import dataclass
from datetime import date, datetime

from consent.documents.charter import Charter, LegalBasis
from consent.documents.trust import Trust
from consent.purpose import Purpose
from consent.wording.notice import notice_refs


class NotInForceError(Exception):
    """These agreements are no ground for a paper; says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """The school's trust and charter on one day.

    Attributes:
        trust: who the school is.
        charter: what it agreed.
        charter_hash: the SHA-256 of the charter's bytes.
        now: when the paper is made; aware.
        is_draft: the DPO did not sign yet.
    """

    trust: Trust
    charter: Charter
    charter_hash: str
    now: datetime
    is_draft: bool

    def __post_init__(self) -> None:
        """Refuse agreements that are over, or that list other words than ours.

        Raises:
            NotInForceError: says which, since when, and what to do.
        """
        reasons = [
            *_over(self.charter, self.now, self.today),
            *_other_words(self.charter),
        ]
        if reasons:
            raise NotInForceError("\n".join((*reasons, _NEXT)))

    @property
    def today(self) -> date:
        """Give the day in the school's zone."""
        return self.now.astimezone(self.trust.zone).date()

    @property
    def until(self) -> date:
        """Give the last day these agreements work, whatever ends first."""
        last = self.charter.not_after.astimezone(self.trust.zone).date()
        return min(last, self.charter.review_by, self.charter.council.valid_until)

    @property
    def since(self) -> date:
        """Give the first day."""
        return self.charter.effective.astimezone(self.trust.zone).date()

    def basis(self, purpose: Purpose) -> LegalBasis | None:
        """Give the legal basis of a purpose; None where it is not used."""
        found = [one for one in self.charter.purposes if one.purpose is purpose]
        return found[0].legal_basis if found else None


_NEXT = "Maak nieuwe afspraken: inzage-admin charter propose DIR."


def _over(charter: Charter, now: datetime, today: date) -> list[str]:
    reasons = []
    if charter.is_expired(now):
        reasons.append(f"De afspraken liepen af op {charter.not_after:%d-%m-%Y}.")
    if today > charter.review_by:
        reasons.append(
            f"De school moest de afspraken herzien voor {charter.review_by:%d-%m-%Y}."
        )
    if today > charter.council.valid_until:
        reasons.append(
            f"Wat de raad zei, gold tot {charter.council.valid_until:%d-%m-%Y}."
        )
    return reasons


def _other_words(charter: Charter) -> list[str]:
    """A paper prints this program's words, so the charter must list those."""
    listed = {ref.sha256 for ref in charter.notices}
    ours = {ref.sha256 for ref in notice_refs(guardian_age=charter.guardian_age)}
    if ours <= listed:
        return []
    return ["De afspraken horen bij andere teksten voor leerlingen dan dit programma."]
