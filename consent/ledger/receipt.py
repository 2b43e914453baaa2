# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof a console gives: this commitment stands in my tree, and my tree only grew.

Source: docs/spec/ledger.md "Proof"; docs/spec/access.md "Logged first".
"""

from dataclasses import dataclass

from consent.ledger import tree
from consent.ledger.checkpoint import Checkpoint, parse_signed
from consent.ledger.errors import CheckpointError, ForkError, ProofError


@dataclass(frozen=True, slots=True)
class Growth:
    """That a tree only grew: a newer signed head, and the way to it from an older."""

    checkpoint: bytes  # a signed note
    from_size: int  # the size of the head the reader already holds; 0 = none
    consistency: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """That a commitment is leaf number `leaf` of the tree of this checkpoint."""

    leaf: int
    checkpoint: bytes
    inclusion: tuple[bytes, ...]
    from_size: int
    consistency: tuple[bytes, ...]

    @property
    def growth(self) -> Growth:
        """Give the half that is about the tree, not the leaf."""
        return Growth(self.checkpoint, self.from_size, self.consistency)


def check_growth(
    growth: Growth, held: Checkpoint | None, origin: str, public_key: bytes
) -> Checkpoint:
    """Check a newer head against the newest one held of this tree.

    Args:
        growth: what the console sent.
        held: the newest head of `origin` the reader holds; None for a new tree.
        origin: the tree it must be: this school, class, teacher and month.
        public_key: the teacher's raw Ed25519 key.

    Returns:
        The newer head, to be kept.

    Raises:
        ForkError: two signed heads that cannot both be true. Keep both: it is evidence.
        ProofError: the head is of another tree or key, or the way to it is missing.
    """
    try:
        point = parse_signed(growth.checkpoint, public_key)
    except CheckpointError as error:
        raise ProofError(str(error)) from error
    if point.origin != origin:
        raise ProofError("A checkpoint is of another tree than this one.")
    if held is None or held.size == 0:
        _check_first(growth)
        return point
    _check_grown(growth, held, point)
    return point


def check_proof(
    proof: Proof,
    commitment: bytes,
    held: Checkpoint | None,
    origin: str,
    public_key: bytes,
) -> Checkpoint:
    """Check that a commitment is in the tree, and the tree against the head held.

    Raises:
        ForkError, ProofError: as check_growth; also when the leaf is not there.
    """
    point = check_growth(proof.growth, held, origin, public_key)
    check_inclusion(proof, commitment, point)
    return point


def check_inclusion(proof: Proof, commitment: bytes, point: Checkpoint) -> None:
    """Check that a commitment is leaf `proof.leaf` of the tree of this head.

    Raises:
        ProofError: it is not.
    """
    leaf = tree.leaf_hash(commitment)
    if not tree.verify_inclusion(
        leaf, proof.leaf, point.size, proof.inclusion, point.root
    ):
        raise ProofError("A line is not in the tree it should be in.")


def _check_first(growth: Growth) -> None:
    if growth.from_size or growth.consistency:
        raise ProofError("A proof starts from a head that is not held here.")


def _check_grown(growth: Growth, held: Checkpoint, point: Checkpoint) -> None:
    if point.size < held.size:
        raise ForkError("A tree became shorter.")
    if point.size == held.size and point.root != held.root:
        raise ForkError("A tree has two roots for one size.")
    if growth.from_size != held.size:
        raise ProofError("A proof starts from a head that is not held here.")
    if not tree.verify_consistency(
        held.size, point.size, growth.consistency, held.root, point.root
    ):
        raise ForkError("A tree does not begin with the tree that was held.")
