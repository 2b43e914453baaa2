# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule of two signatures: the office's, and the DPO's on the DPO's own machine."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.signed import (
    SignedPaper,
    Signer,
    checks,
    key_hash,
    public_bytes,
    sign,
)
from consent.documents.trust import Trust


def both_signed(paper: SignedPaper, trust: Trust) -> bool:
    """Say whether the keys that a trust names for office and DPO signed a paper."""
    return all(
        any(
            one.by is by and checks(paper.kind, paper.body, one, trust.key_of(by))
            for one in paper.signatures
        )
        for by in (Signer.OFFICE, Signer.DPO)
    )


def signed_too(paper: SignedPaper, key: Ed25519PrivateKey) -> SignedPaper:
    """Add the DPO's signature; another DPO's stays, for a laptop may know that one."""
    own = key_hash(public_bytes(key))
    others = tuple(one for one in paper.signatures if one.key != own)
    added = sign(paper.kind, paper.body, Signer.DPO, key)
    return SignedPaper(paper.kind, paper.body, (*others, added))
