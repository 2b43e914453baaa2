# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a guardian's decision has come is told by its signatures and its year."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, SignedPaper, Signer, sign
from consent.documents.widening import SignedWidening, Widening, Wider
from consent.store.register.models import GuardianDecision
from installer.admin.stages import Proposal, Scene, Stage, stage, yes_of
from tests.fakes.papers import new_id
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
YEAR = "2026-2027"
DAY = date(2027, 3, 1)
BODY = Widening(
    school=SCHOOL.trust.school,
    serial=7,
    issued=NOW,
    not_after=datetime(2027, 8, 31, 21, 0, tzinfo=UTC),
    pupil=new_id(),
    class_id=new_id(),
    purpose="view",
    answer=Wider.YES,
    method="paper_form_checked_by",
    checked_by="secretariaat",
    checked_on=DAY,
)


def decision(answer: str = "yes", widening: bytes | None = None) -> GuardianDecision:
    return GuardianDecision(
        pupil=BODY.pupil,
        class_group=BODY.class_id,
        purpose="view",
        answer=answer,
        checked_by="secretariaat",
        decided_on=DAY,
        widening=widening,
    )


def proposal(*signers: Signer, body: Widening = BODY) -> Proposal:
    text = encode_struct(body)
    signatures = tuple(
        sign(Kind.WIDENING, text, one, SCHOOL.keys[one]) for one in signers
    )
    return Proposal("widening-7", SignedPaper(Kind.WIDENING, text, signatures), body)


def scene(*proposals: Proposal, today: date = DAY) -> Scene:
    return Scene(SCHOOL.trust, proposals, NOW, today)


def kept(one: Proposal) -> bytes:
    yes = SignedWidening(body=one.body, sigs=one.paper.signatures)
    return msgspec.json.encode(yes)


BOTH = proposal(Signer.OFFICE, Signer.DPO)
OFFICE = proposal(Signer.OFFICE)


def test_a_yes_goes_from_the_form_to_the_slip_one_signature_at_a_time() -> None:
    assert stage(decision(), YEAR, scene()) is Stage.ENTERED
    assert stage(decision(), YEAR, scene(OFFICE)) is Stage.PROPOSED
    assert stage(decision(), YEAR, scene(BOTH)) is Stage.SIGNED
    assert stage(decision(widening=kept(BOTH)), YEAR, scene()) is Stage.IN_FORCE
    assert BOTH.number == 7


def test_a_no_needs_no_signature_and_both_end_with_the_year() -> None:
    assert stage(decision("no"), YEAR, scene()) is Stage.NO
    for held in (decision("no"), decision(widening=kept(BOTH))):
        over = scene(today=date(2027, 9, 1))
        assert stage(held, YEAR, over) is Stage.OVER


@pytest.mark.parametrize(
    "changed",
    [
        {"purpose": "show"},
        {"checked_by": "directie"},
        {"decided_on": DAY - timedelta(days=1)},
        {"pupil": "f" * 32},
        {"class_group": "f" * 32},
    ],
)
def test_D04_a_proposal_of_another_form_counts_for_nothing(
    changed: dict[str, object],
) -> None:
    held = decision()
    for name, value in changed.items():
        setattr(held, name, value)
    assert stage(held, YEAR, scene(BOTH)) is Stage.ENTERED
    assert not BOTH.is_for(decision("no"))


def test_D04_a_yes_that_one_signed_or_that_is_dead_goes_into_no_slip() -> None:
    for one in (OFFICE, proposal(Signer.DPO)):
        assert yes_of(decision(widening=kept(one)), SCHOOL.trust, NOW) is None
    yes = decision(widening=kept(BOTH))
    assert yes_of(yes, SCHOOL.trust, NOW) is not None
    assert yes_of(yes, SCHOOL.trust, BODY.not_after) is None
    other = make_school().trust
    assert yes_of(yes, other, NOW) is None
    assert yes_of(decision("no", kept(BOTH)), SCHOOL.trust, NOW) is None
    assert yes_of(decision(), SCHOOL.trust, NOW) is None
