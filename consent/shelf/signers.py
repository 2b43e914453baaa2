# SPDX-License-Identifier: GPL-3.0-or-later
"""Who must have signed what. Narrowing takes one signature, widening takes two.

Source: docs/spec/documents.md, "Who signs"; docs/rights.md R-42, D04.
"""

from typing import Final

from consent.documents.signed import Kind, SignedPaper, Signer, checks
from consent.documents.trust import Trust

# Each inner set needs one valid signature; all of the sets are needed.
REQUIRED: Final[dict[Kind, tuple[frozenset[Signer], ...]]] = {
    Kind.CHARTER: (frozenset({Signer.OFFICE}), frozenset({Signer.DPO})),
    Kind.CLASS: (frozenset({Signer.OFFICE}),),
    Kind.ROSTER: (frozenset({Signer.OFFICE}),),
    Kind.SLIP: (frozenset({Signer.OFFICE}),),
    Kind.SET: (frozenset({Signer.FRESH, Signer.OFFICE}),),
    Kind.REVOCATIONS: (frozenset({Signer.OFFICE, Signer.DPO}),),
}


def is_signed_by(paper: SignedPaper, signer: Signer, trust: Trust) -> bool:
    """Say whether the key that this trust gives this role signed the paper."""
    key = trust.key_of(signer)
    return any(
        signature.by is signer and checks(paper.kind, paper.body, signature, key)
        for signature in paper.signatures
    )


def missing_signers(paper: SignedPaper, trust: Trust) -> str:
    """Name the roles whose signature is missing, or give "" when none is."""
    missing = [
        " or ".join(sorted(signers))
        for signers in REQUIRED[paper.kind]
        if not any(is_signed_by(paper, signer, trust) for signer in signers)
    ]
    return " and ".join(missing)
