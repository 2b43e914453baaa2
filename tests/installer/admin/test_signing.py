# SPDX-License-Identifier: GPL-3.0-or-later
"""Two signatures are two keys; a DPO's second one replaces only that DPO's own."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.signed import Kind, SignedPaper, Signer, sign
from installer.admin.dpo import load_dpo
from installer.admin.office import find
from installer.admin.signing import both_signed, signed_too
from tests.fakes.office import new_office, sign_charter


def test_D04_both_is_the_office_and_the_dpo_of_this_trust(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    paper, trust = find(office.places.proposed, "charter"), office.trust()
    assert paper is not None
    assert both_signed(paper, trust)
    for signature in paper.signatures:
        assert not both_signed(SignedPaper(paper.kind, paper.body, (signature,)), trust)
    stranger = sign(Kind.CHARTER, paper.body, Signer.DPO, Ed25519PrivateKey.generate())
    alone = tuple(one for one in paper.signatures if one.by is Signer.OFFICE)
    assert not both_signed(
        SignedPaper(paper.kind, paper.body, (*alone, stranger)), trust
    )


def test_another_dpos_signature_stays_beside_a_new_one(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    paper, key = (
        find(office.places.proposed, "charter"),
        load_dpo(tmp_path / "dpo", None),
    )
    assert paper is not None
    assert len(signed_too(paper, key).signatures) == 2
    newer = signed_too(paper, Ed25519PrivateKey.generate())
    assert [one.by for one in newer.signatures] == [
        Signer.OFFICE,
        Signer.DPO,
        Signer.DPO,
    ]
    assert both_signed(newer, office.trust())
