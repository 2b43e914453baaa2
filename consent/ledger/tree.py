# SPDX-License-Identifier: GPL-3.0-or-later
"""The Merkle tree of RFC 9162 section 2.1, over stored hashes of whole subtrees.

Node (level, index) is the hash over leaves index * 2**level and on, 2**level of them.
A whole subtree never changes again, so a store writes each node once.

Source: RFC 9162 sections 2.1.1 to 2.1.4; docs/spec/ledger.md "Tree".
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

EMPTY_ROOT: Final = hashlib.sha256(b"").digest()


class Nodes(Protocol):
    """Where the hashes of whole subtrees are kept."""

    def node(self, level: int, index: int) -> bytes:
        """Give one stored hash."""
        ...


def leaf_hash(data: bytes) -> bytes:
    """Hash one leaf; the 0 byte keeps a leaf from posing as a node."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees into one."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def new_nodes(size: int, leaf: bytes, nodes: Nodes) -> Iterator[tuple[int, int, bytes]]:
    """Give the (level, index, hash) that a leaf at index `size` completes."""
    level, index, made = 0, size, leaf
    yield level, index, made
    while index & 1:
        made = node_hash(nodes.node(level, index - 1), made)
        level, index = level + 1, index >> 1
        yield level, index, made


def root(size: int, nodes: Nodes) -> bytes:
    """Give the root of the first `size` leaves."""
    return _range_hash(0, size, nodes) if size else EMPTY_ROOT


def inclusion(leaf: int, size: int, nodes: Nodes) -> tuple[bytes, ...]:
    """Prove that a leaf is in the tree of this size (section 2.1.3.1).

    Raises:
        ValueError: the tree has no such leaf.
    """
    if not 0 <= leaf < size:
        raise ValueError(f"A tree of {size} leaves has no leaf {leaf}.")
    proof: list[bytes] = []
    low, high = 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if leaf < middle:
            proof.append(_range_hash(middle, high, nodes))
            high = middle
        else:
            proof.append(_range_hash(low, middle, nodes))
            low = middle
    return tuple(reversed(proof))


def consistency(old: int, new: int, nodes: Nodes) -> tuple[bytes, ...]:
    """Prove that the tree of size new begins with the tree of size old (2.1.4.1).

    Raises:
        ValueError: old is larger than new.
    """
    if not 0 <= old <= new:
        raise ValueError(f"A tree of {new} leaves never had {old}.")
    if old in {0, new}:
        return ()
    proof: list[bytes] = []
    low, high = 0, new
    while high != old:
        middle = low + _split(high - low)
        if old <= middle:
            proof.append(_range_hash(middle, high, nodes))
            high = middle
        else:
            proof.append(_range_hash(low, middle, nodes))
            low = middle
    if low:  # what is left is not the old tree itself, so it must be named
        proof.append(_range_hash(low, high, nodes))
    return tuple(reversed(proof))


def verify_inclusion(
    leaf_hash_: bytes, leaf: int, size: int, proof: Sequence[bytes], root_: bytes
) -> bool:
    """Say whether a proof puts this leaf in this tree (section 2.1.3.2)."""
    if not 0 <= leaf < size or not _are_hashes(leaf_hash_, root_, *proof):
        return False
    first, last, made = leaf, size - 1, leaf_hash_
    for part in proof:
        if last == 0:
            return False
        if first & 1 or first == last:
            made = node_hash(part, made)
            first, last = _past_single(first, last)
        else:
            made = node_hash(made, part)
        first, last = first >> 1, last >> 1
    return last == 0 and made == root_


def verify_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> bool:
    """Say whether a proof makes one tree the beginning of the other (2.1.4.2).

    An empty tree is the beginning of any other, so it proves nothing and is refused.
    """
    if not 0 < old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    if not _are_hashes(old_root, new_root, *proof):
        return False
    parts = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not parts:
        return False
    first, last = old - 1, new - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    return _folds(first, last, parts, old_root, new_root)


def _are_hashes(*parts: bytes) -> bool:
    return all(len(part) == hashlib.sha256().digest_size for part in parts)


def _folds(
    first: int, last: int, parts: list[bytes], old_root: bytes, new_root: bytes
) -> bool:
    made_old = made_new = parts[0]
    for part in parts[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            made_old = node_hash(part, made_old)
            made_new = node_hash(part, made_new)
            first, last = _past_single(first, last)
        else:
            made_new = node_hash(made_new, part)
        first, last = first >> 1, last >> 1
    return made_old == old_root and made_new == new_root and last == 0


def _past_single(first: int, last: int) -> tuple[int, int]:
    while first and not first & 1:
        first, last = first >> 1, last >> 1
    return first, last


def _split(count: int) -> int:
    """Give the largest power of two below count (k in the RFC)."""
    return 1 << (count - 1).bit_length() - 1


def _range_hash(low: int, high: int, nodes: Nodes) -> bytes:
    count = high - low
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return nodes.node(level, low >> level)
    middle = low + _split(count)
    return node_hash(_range_hash(low, middle, nodes), _range_hash(middle, high, nodes))
