# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes along when a pupil moves to another class, or into another school year.

A no goes along: an objection, a guardian's no, an exemption. A guardian's yes does
not: it was for that class in that year. The laptop goes along.
Source: docs/adr/0131; docs/rights.md R-17.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from consent.documents.fields import year_first
from consent.store.register.changes import Changes, Kind
from consent.store.register.closed import Answer
from consent.store.register.laptops import pass_on
from consent.store.register.models import (
    Device,
    GuardianDecision,
    Membership,
    OptOut,
    Pupil,
)
from consent.store.register.register import Desk

Place = tuple[str, str]  # a pupil in a class


@dataclass(frozen=True, slots=True)
class Move:
    """One pupil who leaves classes, joins some, or both (ids of classes)."""

    pupil: Pupil
    left: set[str]
    joined: set[str]


@dataclass(slots=True)
class Standing:
    """What stands on paper in a school: little, as most pupils have no paper."""

    objections: dict[Place, list[OptOut]] = field(
        default_factory=lambda: defaultdict(list)
    )
    decisions: dict[Place, list[GuardianDecision]] = field(
        default_factory=lambda: defaultdict(list)
    )
    exempt: set[Place] = field(default_factory=set)

    def places(self, pupil: str) -> set[Place]:
        """List where anything stands for a pupil."""
        every = self.objections.keys() | self.decisions.keys() | self.exempt
        return {place for place in every if place[0] == pupil}


def standing(desk: Desk, school: str) -> Standing:
    """Read it, before any seat is given."""
    found, ours = Standing(), Pupil.school == school
    objections = select(OptOut).join(Pupil, Pupil.id == OptOut.pupil).where(ours)
    for objection in desk.scalars(objections):
        found.objections[objection.pupil, objection.class_group].append(objection)
    decisions = select(GuardianDecision).join(Pupil, Pupil.id == GuardianDecision.pupil)
    for decision in desk.scalars(decisions.where(ours)):
        found.decisions[decision.pupil, decision.class_group].append(decision)
    exempt = select(Membership).join(Pupil, Pupil.id == Membership.pupil)
    for seat in desk.scalars(exempt.where(ours, Membership.exempt_attention)):
        found.exempt.add((seat.pupil, seat.class_group))
    return found


def carry(
    desk: Desk,
    school: str,
    stands: Standing,
    moves: Iterable[Move],
    changes: Changes,
) -> None:
    """Let go along what must. The new seats stand in the register already."""
    joining = [move for move in moves if move.joined]
    before = _year_before(desk, school, joining)
    for device in desk.scalars(select(Device).where(Device.pupil.in_(before.values()))):
        new = next(new for new, old in before.items() if old == device.pupil)
        pass_on(desk, device, new, year_first(desk.get_one(Pupil, new).school_year))
    for move in joining:
        sources = {(move.pupil.id, klass) for klass in move.left}
        if move.pupil.id in before:
            sources |= stands.places(before[move.pupil.id])
        if sources:
            _carry_one(desk, move, stands, sources, changes)


def _year_before(desk: Desk, school: str, moves: list[Move]) -> dict[str, str]:
    """Find who each new pupil was in the newest year before: new id -> old id."""
    news = {move.pupil.sourced_id: move.pupil for move in moves}
    rows = select(Pupil).where(Pupil.school == school).order_by(Pupil.school_year)
    return {
        news[old.sourced_id].id: old.id
        for old in desk.scalars(rows)
        if old.sourced_id in news and old.school_year < news[old.sourced_id].school_year
    }


def _carry_one(
    desk: Desk, move: Move, stands: Standing, sources: set[Place], changes: Changes
) -> None:
    objections = {o.purpose: o for at in sources for o in stands.objections[at]}
    decisions = [d for at in sources for d in stands.decisions[at]]
    noes = {d.purpose: d for d in decisions if d.answer == Answer.NO}
    for klass in sorted(move.joined):
        place = move.pupil.id, klass
        there = {o.purpose for o in stands.objections[place]}
        desk.add_all(_again(o, place) for p, o in objections.items() if p not in there)
        decided = {d.purpose for d in stands.decisions[place]}
        desk.add_all(_no_again(d, place) for p, d in noes.items() if p not in decided)
        if sources & stands.exempt:
            desk.get_one(Membership, place).exempt_attention = True
    if objections or noes or sources & stands.exempt:
        changes.note(Kind.NO_KEPT, move.pupil.name)
    if any(d.answer == Answer.YES for d in decisions):
        changes.note(Kind.YES_ENDED, move.pupil.name)


def _again(row: OptOut, place: Place) -> OptOut:
    return OptOut(
        pupil=place[0],
        class_group=place[1],
        purpose=row.purpose,
        entered_by=row.entered_by,
        entered_at=row.entered_at,
    )


def _no_again(row: GuardianDecision, place: Place) -> GuardianDecision:
    return GuardianDecision(
        pupil=place[0],
        class_group=place[1],
        purpose=row.purpose,
        answer=Answer.NO,
        checked=row.checked,
        checked_by=row.checked_by,
        decided_on=row.decided_on,
        entered_by=row.entered_by,
        entered_at=row.entered_at,
        widening=None,
    )
