# SPDX-License-Identifier: GPL-3.0-or-later
"""What a school agreed, as papers speak of it; nothing is made of what is over.

Source: docs/spec/papers.md "What papers are made of"; docs/rights.md R-46.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from consent.documents.charter import Charter, LegalBasis
from consent.documents.trust import Trust
from consent.purpose import Purpose
from consent.wording.notice import notice_refs


class Lapsed(StrEnum):
    """Why agreements are no ground for a paper."""

    EXPIRED = "expired"  # their own end
    REVIEW = "review"  # the review is overdue
    COUNCIL = "council"  # the council's word is over
    WORDS = "words"  # they list other texts for pupils than this program has


class NotInForceError(Exception):
    """These agreements are no ground for a paper."""

    def __init__(self, reasons: Sequence[tuple[Lapsed, date]]) -> None:
        """Take each reason, and the day it counts from."""
        super().__init__(", ".join(f"{why} {day}" for why, day in reasons))
        self.reasons = tuple(reasons)


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
            NotInForceError: says which, and since when.
        """
        reasons = [*_over(self), *_other_words(self)]
        if reasons:
            raise NotInForceError(reasons)

    @property
    def today(self) -> date:
        """Give the day in the school's zone."""
        return self.now.astimezone(self.trust.zone).date()

    @property
    def until(self) -> date:
        """Give the last day these agreements work, whatever ends first."""
        return min(
            self.last_day, self.charter.review_by, self.charter.council.valid_until
        )

    @property
    def last_day(self) -> date:
        """Give the day on which the charter itself ends."""
        return self.charter.not_after.astimezone(self.trust.zone).date()

    @property
    def since(self) -> date:
        """Give the first day."""
        return self.charter.effective.astimezone(self.trust.zone).date()

    def basis(self, purpose: Purpose) -> LegalBasis | None:
        """Give the legal basis of a purpose; None where it is not used."""
        found = [one for one in self.charter.purposes if one.purpose is purpose]
        return found[0].legal_basis if found else None


def _over(agreed: Agreed) -> Iterator[tuple[Lapsed, date]]:
    charter = agreed.charter
    if charter.is_expired(agreed.now):
        yield Lapsed.EXPIRED, agreed.last_day
    if agreed.today > charter.review_by:
        yield Lapsed.REVIEW, charter.review_by
    if agreed.today > charter.council.valid_until:
        yield Lapsed.COUNCIL, charter.council.valid_until


def _other_words(agreed: Agreed) -> Iterator[tuple[Lapsed, date]]:
    """A paper prints this program's words, so the charter must list those."""
    charter = agreed.charter
    listed = {ref.sha256 for ref in charter.notices}
    ours = {ref.sha256 for ref in notice_refs(guardian_age=charter.guardian_age)}
    if not ours <= listed:
        yield Lapsed.WORDS, agreed.since
