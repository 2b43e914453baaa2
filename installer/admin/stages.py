# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a guardian's decision has come, from the form to the pupil's slip.

A no needs no signature. A yes is entered, signed by the office, then by the DPO, and
goes into the slip with the next publication. Source: docs/spec/guardians.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import msgspec

from consent.documents.fields import year_end
from consent.documents.signed import SignedPaper, Signer
from consent.documents.trust import Trust
from consent.documents.widening import SignedWidening, Widening
from consent.store.register.closed import Answer
from consent.store.register.models import GuardianDecision


class Stage(StrEnum):
    """Where a decision stands."""

    NO = "no"
    ENTERED = "entered"
    PROPOSED = "proposed"  # the office signed it; it waits for the DPO
    SIGNED = "signed"  # both signed it; it waits for a publication
    IN_FORCE = "in_force"
    OVER = "over"  # its school year is past


@dataclass(frozen=True, slots=True)
class Proposal:
    """A yes that lies ready for its second signature, or has it."""

    name: str  # of its file
    paper: SignedPaper
    body: Widening

    @property
    def number(self) -> int:
        """Give the number people call it by."""
        return self.body.serial

    def is_for(self, decision: GuardianDecision) -> bool:
        """Say whether it is of this very form."""
        body = self.body
        return (
            decision.answer == Answer.YES
            and (decision.pupil, decision.class_group) == (body.pupil, body.class_id)
            and decision.purpose == body.purpose
            and decision.checked_by == body.checked_by
            and decision.decided_on == body.checked_on
        )

    def is_signed(self, trust: Trust) -> bool:
        """Say whether office and DPO both signed it."""
        return _is_signed(
            SignedWidening(body=self.body, sigs=self.paper.signatures), trust
        )


@dataclass(frozen=True, slots=True)
class Scene:
    """What a decision is looked at by."""

    trust: Trust
    proposals: Sequence[Proposal]
    now: datetime
    today: date


def stage(decision: GuardianDecision, school_year: str, scene: Scene) -> Stage:
    """Say how far a decision of a class in one school year has come."""
    if scene.today > year_end(school_year):
        return Stage.OVER
    if decision.answer == Answer.NO:
        return Stage.NO
    if yes_of(decision, scene.trust, scene.now):
        return Stage.IN_FORCE
    own = [one for one in scene.proposals if one.is_for(decision)]
    if any(one.is_signed(scene.trust) for one in own):
        return Stage.SIGNED
    return Stage.PROPOSED if own else Stage.ENTERED


def yes_of(
    decision: GuardianDecision, trust: Trust, now: datetime
) -> SignedWidening | None:
    """Give the yes that may go into a slip: whole, in date, signed by both."""
    if decision.answer != Answer.YES or decision.widening is None:
        return None
    yes = msgspec.json.decode(decision.widening, type=SignedWidening)
    return yes if not yes.body.is_expired(now) and _is_signed(yes, trust) else None


def _is_signed(yes: SignedWidening, trust: Trust) -> bool:
    return yes.is_signed(trust.key_of(Signer.OFFICE), trust.key_of(Signer.DPO))
