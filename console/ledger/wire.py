# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines and proofs between the record's own values and the messages that carry them."""

from consent.ledger.chain import Sealed, received
from consent.ledger.receipt import Proof
from protocol.messages.commands import Entry, LeafProof


def leaf_proof(proof: Proof) -> LeafProof:
    """Write a proof as it travels."""
    return LeafProof(
        leaf=proof.leaf,
        checkpoint=proof.checkpoint,
        inclusion=proof.inclusion,
        from_size=proof.from_size,
        consistency=proof.consistency,
    )


def line(entry: Entry) -> Sealed:
    """Take a laptop's line as it came; consent.ledger.chain.check says if it holds."""
    return received(
        entry.shared_seq, entry.body, entry.salt, entry.prev, entry.head, entry.sig
    )


def entry(sealed: Sealed) -> Entry:
    """Write a line as it travels.

    Raises:
        ValueError: its text was erased, so there is nothing to send.
    """
    if sealed.body is None or sealed.salt is None:
        raise ValueError("An erased line cannot travel.")
    return Entry(
        shared_seq=sealed.seq,
        body=sealed.body,
        salt=sealed.salt,
        prev=sealed.prev,
        head=sealed.head,
        sig=sealed.sig,
    )
