# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.shelf.signers: who must have signed what."""

from itertools import chain, combinations

import pytest

from consent.documents.signed import Kind, Signer
from consent.shelf import signers
from tests.fakes.school import make_school

SCHOOL = make_school()
DOCUMENTS = {
    Kind.CHARTER: SCHOOL.charter,
    Kind.CLASS: SCHOOL.sheet,
    Kind.ROSTER: SCHOOL.roster,
    Kind.SLIP: SCHOOL.slips[0],
    Kind.REVOCATIONS: SCHOOL.revocations,
}
GROUPS = tuple(chain.from_iterable(combinations(Signer, n) for n in range(4)))
ENOUGH = {
    Kind.CHARTER: {Signer.OFFICE, Signer.DPO},
    Kind.CLASS: {Signer.OFFICE},
    Kind.ROSTER: {Signer.OFFICE},
    Kind.SLIP: {Signer.OFFICE},
}


@pytest.mark.parametrize("kind", ENOUGH)
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: "+".join(group) or "nobody")
def test_R42_every_needed_signature_and_no_other_will_do(
    kind: Kind, group: tuple[Signer, ...]
) -> None:
    paper = SCHOOL.signed(DOCUMENTS[kind], group)
    missing = signers.missing_signers(paper, SCHOOL.trust)
    assert (missing == "") is ENOUGH[kind].issubset(group)
    assert all(one in missing for one in ENOUGH[kind].difference(group))


@pytest.mark.parametrize("signer", Signer)
def test_revocations_take_the_office_or_the_dpo(signer: Signer) -> None:
    paper = SCHOOL.signed(SCHOOL.revocations, (signer,))
    missing = signers.missing_signers(paper, SCHOOL.trust)
    assert missing == ("" if signer in {Signer.OFFICE, Signer.DPO} else "dpo or office")


def test_another_schools_keys_sign_nothing_here() -> None:
    other = make_school()
    paper = other.signed(SCHOOL.charter)
    assert signers.missing_signers(paper, SCHOOL.trust) == "office and dpo"


def test_the_fresh_key_signs_sets_and_nothing_else() -> None:
    may = {
        kind
        for kind, needed in signers.REQUIRED.items()
        if any(Signer.FRESH in group for group in needed)
    }
    assert may == {Kind.SET}
