# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a guardian's decision has come, from the form to the pupil's slip.

A no needs no signature. A yes is entered, signed by the office, then by the DPO, and
goes into the slip with the next publication; so does the end of what forbade.
Source: docs/spec/guardians.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import msgspec

from consent.documents.fields import year_end
from consent.documents.signed import SignedPaper, Signer
from consent.documents.trust import Trust
from consent.documents.widening import SignedWidening, Widening
from consent.store.register.closed import Answer, Ended
from consent.store.register.models import GuardianDecision, Lift
from consent.store.register.roll import Seat

Decision = GuardianDecision | Lift


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

    def is_for(self, decision: Decision, lifts_from: int = 0) -> bool:
        """Say whether it is of this very form, and younger than what was said anew."""
        body = self.body
        return (
            body.serial >= lifts_from
            and decision.answer == body.answer
            and (decision.pupil, decision.class_group) == (body.pupil, body.class_id)
            and decision.purpose == body.purpose
            and decision.checked_by == body.checked_by
            and decision.decided_on in {body.checked_on, None}
            and day_of(decision) == body.decider_from
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


def wanted(seat: Seat) -> list[Decision]:
    """List what both must sign for one pupil: a guardian's yes ends an earlier no."""
    yes = {one.purpose for one in seat.decisions if one.answer == Answer.YES}
    ended = (x for x in seat.lifts if x.answer != Ended.NO or x.purpose not in yes)
    return [*seat.decisions, *ended]


def stage(
    decision: Decision, school_year: str, scene: Scene, lifts_from: int = 0
) -> Stage:
    """Say how far a decision of a class in one school year has come."""
    if scene.today > year_end(school_year):
        return Stage.OVER
    if decision.answer == Answer.NO:
        return Stage.NO
    if yes_of(decision, scene.trust, scene.now):
        return Stage.IN_FORCE
    own = [one for one in scene.proposals if one.is_for(decision, lifts_from)]
    if any(one.is_signed(scene.trust) for one in own):
        return Stage.SIGNED
    return Stage.PROPOSED if own else Stage.ENTERED


def signed_of(
    decisions: Iterable[Decision], trust: Trust, now: datetime
) -> list[SignedWidening]:
    """Give what of these may go into a slip."""
    found = [yes_of(decision, trust, now) for decision in decisions]
    return [one for one in found if one]


def yes_of(decision: Decision, trust: Trust, now: datetime) -> SignedWidening | None:
    """Give what may go into a slip: whole, in date, signed by both."""
    if decision.answer == Answer.NO or decision.widening is None:
        return None
    yes = msgspec.json.decode(decision.widening, type=SignedWidening)
    return yes if not yes.body.is_expired(now) and _is_signed(yes, trust) else None


def signed_twice(lift: Lift, trust: Trust) -> bool:
    """Say whether the office and the DPO of today signed that something is over."""
    yes = msgspec.json.decode(lift.widening or b"{}", type=SignedWidening)
    return _is_signed(yes, trust)


def day_of(decision: Decision) -> date | msgspec.UnsetType:
    """Give the earlier day of deciding, where it is about that."""
    day = decision.decider_from if isinstance(decision, Lift) else None
    return day or msgspec.UNSET


def _is_signed(yes: SignedWidening, trust: Trust) -> bool:
    return yes.is_signed(trust.key_of(Signer.OFFICE), trust.key_of(Signer.DPO))
