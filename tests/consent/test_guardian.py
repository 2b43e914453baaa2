# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.guardian: a yes where one is needed, a no always. docs/rights.md R-19."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from consent.documents.signed import Signer
from consent.documents.slip import Slip
from consent.guardian import guardian_agrees
from consent.purpose import Purpose
from tests.fakes.papers import DAY
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
TODAY = NOW.date()
YOUNG = replace(SCHOOL.slips[0], decider_from=TODAY + DAY)
OLD = replace(SCHOOL.slips[0], decider_from=TODAY)
YES = SCHOOL.widening("view")


def agrees(slip: Slip, purpose: Purpose = Purpose.VIEW) -> bool:
    """Ask for a pupil of this school, today."""
    return guardian_agrees(slip, SCHOOL.trust, purpose, NOW, TODAY)


def test_R19_under_age_a_guardians_yes_is_needed_for_each_purpose() -> None:
    assert not agrees(YOUNG)
    young = replace(YOUNG, guardian=(YES,))
    assert agrees(young)
    assert not agrees(young, Purpose.SHOW)


def test_R19_from_that_day_on_it_is_not() -> None:
    assert agrees(OLD)
    assert agrees(OLD, Purpose.SHOW)


@pytest.mark.parametrize("slip", [OLD, replace(YOUNG, guardian=(YES,))])
def test_R19_a_guardians_no_always_counts(slip: Slip) -> None:
    assert not agrees(replace(slip, guardian_no=("view",)))
    assert agrees(replace(slip, guardian_no=("show",)))


@pytest.mark.parametrize("by", [(Signer.OFFICE,), (Signer.DPO,), (), (Signer.FRESH,)])
def test_D04_a_yes_without_both_signatures_is_none(by: tuple[Signer, ...]) -> None:
    lone = SCHOOL.widening("view", by=by)
    assert not agrees(replace(YOUNG, guardian=(lone,)))


@pytest.mark.parametrize(
    "change",
    [{"not_after": NOW}, {"school": "f" * 32}],
    ids=["dead", "another school's"],
)
def test_a_yes_that_is_dead_or_of_another_school_is_none(
    change: dict[str, object],
) -> None:
    body = replace(YES.body, issued=NOW - timedelta(days=2), **change)
    paper = SCHOOL.signed(body)
    signed = replace(YES, body=body, sigs=paper.signatures)
    assert not agrees(replace(YOUNG, guardian=(signed,)))


def test_a_yes_of_another_trusts_people_is_none() -> None:
    other = make_school()
    young = replace(YOUNG, guardian=(YES,))
    assert not guardian_agrees(
        young, replace(SCHOOL.trust, dpo=other.trust.dpo), Purpose.VIEW, NOW, TODAY
    )
