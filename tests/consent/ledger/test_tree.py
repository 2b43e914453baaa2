# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree: against the leaves everybody uses, and against the RFC's own recursion."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.ledger import tree

VECTORS = Path(__file__).parents[2] / "vectors" / "ledger"
VECTOR = VECTORS / "tree.txt"
SMALL = 34
EVERY = 130  # past 128 = 2 ** 7: the top splits in two again


class MemoryNodes:
    """Whole subtrees in a dictionary, each written once."""

    def __init__(self) -> None:
        self.size = 0
        self._held: dict[tuple[int, int], bytes] = {}

    def node(self, level: int, index: int) -> bytes:
        return self._held[level, index]

    def add(self, data: bytes) -> None:
        for level, index, made in tree.new_nodes(self.size, tree.leaf_hash(data), self):
            assert (level, index) not in self._held
            self._held[level, index] = made
        self.size += 1


def grown(leaves: list[bytes]) -> MemoryNodes:
    nodes = MemoryNodes()
    for leaf in leaves:
        nodes.add(leaf)
    return nodes


def naive_root(leaves: list[bytes]) -> bytes:
    """Give MTH as section 2.1.1 writes it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    half = split(len(leaves))
    both = naive_root(leaves[:half]) + naive_root(leaves[half:])
    return hashlib.sha256(b"\x01" + both).digest()


def naive_path(index: int, leaves: list[bytes]) -> list[bytes]:
    """Give PATH as section 2.1.3.1 writes it."""
    if len(leaves) == 1:
        return []
    half = split(len(leaves))
    if index < half:
        return [*naive_path(index, leaves[:half]), naive_root(leaves[half:])]
    return [*naive_path(index - half, leaves[half:]), naive_root(leaves[:half])]


def naive_proof(old: int, leaves: list[bytes], *, whole: bool = True) -> list[bytes]:
    """Give SUBPROOF as section 2.1.4.1 writes it."""
    if old == len(leaves):
        return [] if whole else [naive_root(leaves)]
    half = split(len(leaves))
    if old <= half:
        left = naive_proof(old, leaves[:half], whole=whole)
        return [*left, naive_root(leaves[half:])]
    right = naive_proof(old - half, leaves[half:], whole=False)
    return [*right, naive_root(leaves[:half])]


def split(count: int) -> int:
    half = 1
    while half * 2 < count:
        half *= 2
    return half


def numbered(count: int) -> list[bytes]:
    return [index.to_bytes(2, "big") for index in range(count)]


def vector_lines(word: str) -> Iterator[list[str]]:
    for line in VECTOR.read_text(encoding="ascii").splitlines():
        first, *rest = line.split()
        if first == word:
            yield rest


def vector_nodes() -> MemoryNodes:
    return grown([bytes.fromhex(data.strip("-")) for (data,) in vector_lines("leaf")])


def test_the_known_leaves_give_the_known_roots() -> None:
    nodes = vector_nodes()
    roots = list(vector_lines("root"))
    assert len(roots) == 9
    for size, root in roots:
        assert tree.root(int(size), nodes).hex() == root


def test_the_known_leaves_give_the_known_inclusion_proofs() -> None:
    nodes = vector_nodes()
    for leaf, size, *proof in vector_lines("inclusion"):
        made = tree.inclusion(int(leaf), int(size), nodes)
        assert [part.hex() for part in made] == proof


def test_the_known_leaves_give_the_known_consistency_proofs() -> None:
    nodes = vector_nodes()
    for old, new, *proof in vector_lines("consistency"):
        made = tree.consistency(int(old), int(new), nodes)
        assert [part.hex() for part in made] == proof


def test_every_small_tree_is_as_the_rfc_writes_it() -> None:
    leaves = numbered(SMALL)
    nodes = grown(leaves)
    for size in range(SMALL + 1):
        held = leaves[:size]
        assert tree.root(size, nodes) == naive_root(held)
        for index in range(size):
            assert list(tree.inclusion(index, size, nodes)) == naive_path(index, held)
        for old in range(1, size + 1):
            made = tree.consistency(old, size, nodes)
            assert list(made) == naive_proof(old, held)


@cache
def slow_root(low: int, high: int) -> bytes:
    """Give MTH over the numbered leaves low to high: naive_root, remembered."""
    if high - low == 1:
        return hashlib.sha256(b"\x00" + low.to_bytes(2, "big")).digest()
    middle = low + split(high - low)
    both = slow_root(low, middle) + slow_root(middle, high)
    return hashlib.sha256(b"\x01" + both).digest()


def slow_path(leaf: int, low: int, high: int) -> list[bytes]:
    """Give PATH as section 2.1.3.1 writes it, of numbered leaves."""
    if high - low == 1:
        return []
    middle = low + split(high - low)
    if leaf < middle:
        return [*slow_path(leaf, low, middle), slow_root(middle, high)]
    return [*slow_path(leaf, middle, high), slow_root(low, middle)]


def slow_proof(old: int, low: int, high: int, *, whole: bool = True) -> list[bytes]:
    """Give SUBPROOF as section 2.1.4.1 writes it, of numbered leaves."""
    if old == high:
        return [] if whole else [slow_root(low, high)]
    middle = low + split(high - low)
    if old <= middle:
        left = slow_proof(old, low, middle, whole=whole)
        return [*left, slow_root(middle, high)]
    return [*slow_proof(old, middle, high, whole=False), slow_root(low, middle)]


def test_every_tree_to_130_leaves_proves_and_checks_as_the_rfc_writes_it() -> None:
    nodes = grown(numbered(EVERY))
    for size in range(1, EVERY + 1):
        root = slow_root(0, size)
        assert tree.root(size, nodes) == root
        for leaf in range(size):
            path = tree.inclusion(leaf, size, nodes)
            assert list(path) == slow_path(leaf, 0, size)
            hashed = tree.leaf_hash(leaf.to_bytes(2, "big"))
            assert tree.verify_inclusion(hashed, leaf, size, path, root)
        for old in range(1, size + 1):
            way = tree.consistency(old, size, nodes)
            assert list(way) == slow_proof(old, 0, size)
            assert tree.verify_consistency(old, size, way, slow_root(0, old), root)


def test_no_proof_to_130_leaves_holds_for_another_place_or_size() -> None:
    """The leaf before and after, the tree before and after, the way of a neighbour."""
    nodes = grown(numbered(EVERY))
    for size in range(2, EVERY):
        root = slow_root(0, size)
        for leaf in range(size):
            path = tree.inclusion(leaf, size, nodes)
            hashed = tree.leaf_hash(leaf.to_bytes(2, "big"))
            for other in (leaf - 1, leaf + 1):
                assert not tree.verify_inclusion(hashed, other, size, path, root)
            assert not tree.verify_inclusion(
                hashed, leaf, size, path, slow_root(0, size + 1)
            )
        for old in range(1, size):
            way = tree.consistency(old, size, nodes)
            then = slow_root(0, old)
            wrong = slow_root(0, old + 1)
            assert not tree.verify_consistency(old, size, way, wrong, root)
            assert not tree.verify_consistency(old + 1, size, way, then, root)
            later = slow_root(0, size + 1)
            assert not tree.verify_consistency(old, size, way, then, later)


def published(kind: str) -> list[dict[str, Any]]:
    """Give the probes of one kind that another project published; see the file."""
    rows = map(
        json.loads, (VECTORS / "published.jsonl").read_text("utf-8").splitlines()
    )
    return [row for row in rows if row.get("kind") == kind]


def test_published_inclusion_probes_get_the_published_answers() -> None:
    probes = published("inclusion")
    for one in probes:
        held = tree.verify_inclusion(
            bytes.fromhex(one["leaf_hash"]),
            one["leaf"],
            one["size"],
            [bytes.fromhex(part) for part in one["proof"]],
            bytes.fromhex(one["root"]),
        )
        assert held is one["holds"], one["name"]
    assert (len(probes), sum(one["holds"] for one in probes)) == (98, 6)


def test_published_consistency_probes_get_the_published_answers() -> None:
    probes = published("consistency")
    for one in probes:
        held = tree.verify_consistency(
            one["old"],
            one["new"],
            [bytes.fromhex(part) for part in one["proof"]],
            bytes.fromhex(one["old_root"]),
            bytes.fromhex(one["new_root"]),
        )
        assert held is one["holds"], one["name"]
    assert (len(probes), sum(one["holds"] for one in probes)) == (98, 6)


def test_another_library_gives_the_same_roots_and_inclusion_proofs() -> None:
    nodes = grown(numbered(EVERY))
    text = (VECTORS / "second.txt").read_text("utf-8")
    rows = [line.split() for line in text.splitlines() if line[0] != "#"]
    assert [int(size) for size, _ in rows] == list(range(1, EVERY + 1))
    for size, digest in ((int(size), digest) for size, digest in rows):
        made = hashlib.sha256(tree.root(size, nodes))
        for leaf in range(size):
            made.update(b"".join(tree.inclusion(leaf, size, nodes)))
        assert made.hexdigest() == digest, size


def test_every_small_proof_verifies_and_no_neighbour_of_it_does() -> None:
    leaves = numbered(SMALL)
    nodes = grown(leaves)
    for size in range(1, SMALL):
        root = tree.root(size, nodes)
        for index in range(size):
            proof = tree.inclusion(index, size, nodes)
            leaf = tree.leaf_hash(leaves[index])
            assert tree.verify_inclusion(leaf, index, size, proof, root)
            other = tree.leaf_hash(b"another")
            assert not tree.verify_inclusion(other, index, size, proof, root)
            assert not tree.verify_inclusion(leaf, index, size, proof, bytes(32))
            longer = (*proof, bytes(32))
            assert not tree.verify_inclusion(leaf, index, size, longer, root)
            if proof:
                assert not tree.verify_inclusion(leaf, index, size, proof[:-1], root)


def test_every_small_growth_verifies_and_no_other_history_does() -> None:
    nodes = grown(numbered(SMALL))
    for new in range(1, SMALL):
        root = tree.root(new, nodes)
        for old in range(1, new + 1):
            proof = tree.consistency(old, new, nodes)
            then = tree.root(old, nodes)
            assert tree.verify_consistency(old, new, proof, then, root)
            assert not tree.verify_consistency(old, new, proof, bytes(32), root)
            assert not tree.verify_consistency(
                old, new, (*proof, bytes(32)), then, root
            )
            assert not tree.verify_consistency(old, new, proof, then, bytes(32))
            if proof:
                assert not tree.verify_consistency(old, new, proof[1:], then, root)
                assert not tree.verify_consistency(old, new, proof[:-1], then, root)


@given(st.data())
def test_a_flipped_bit_in_a_proof_is_found(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 300))
    nodes = grown(numbered(size))
    index = data.draw(st.integers(0, size - 1))
    proof = list(tree.inclusion(index, size, nodes))
    at = data.draw(st.integers(0, len(proof) - 1))
    bit = data.draw(st.integers(0, 255))
    changed = bytearray(proof[at])
    changed[bit // 8] ^= 1 << bit % 8
    proof[at] = bytes(changed)
    leaf = tree.leaf_hash(numbered(size)[index])
    root = tree.root(size, nodes)
    assert not tree.verify_inclusion(leaf, index, size, proof, root)


@given(st.integers(1, 2_000), st.data())
def test_large_trees_prove_what_small_ones_do(size: int, data: st.DataObject) -> None:
    nodes = grown(numbered(size))
    old = data.draw(st.integers(1, size))
    index = data.draw(st.integers(0, size - 1))
    root = tree.root(size, nodes)
    leaf = tree.leaf_hash(index.to_bytes(2, "big"))
    proof = tree.inclusion(index, size, nodes)
    assert tree.verify_inclusion(leaf, index, size, proof, root)
    way = tree.consistency(old, size, nodes)
    then = tree.root(old, nodes)
    assert tree.verify_consistency(old, size, way, then, root)


def test_what_cannot_be_in_a_tree_is_refused() -> None:
    nodes = grown(numbered(5))
    with pytest.raises(ValueError, match="no leaf 5"):
        tree.inclusion(5, 5, nodes)
    with pytest.raises(ValueError, match="no leaf -1"):
        tree.inclusion(-1, 5, nodes)
    with pytest.raises(ValueError, match="never had 6"):
        tree.consistency(6, 5, nodes)
    root = tree.root(5, nodes)
    assert not tree.verify_inclusion(tree.leaf_hash(b""), 5, 5, (), root)
    assert not tree.verify_consistency(6, 5, (), root, root)
    assert not tree.verify_consistency(-1, 5, (), root, root)
    assert not tree.verify_consistency(3, 5, (), root, root)
    assert not tree.verify_consistency(0, 5, (), tree.EMPTY_ROOT, root)
    assert not tree.verify_consistency(0, 0, (), tree.EMPTY_ROOT, tree.EMPTY_ROOT)
    short = (bytes(31),)
    assert not tree.verify_inclusion(tree.leaf_hash(b""), 0, 2, short, bytes(32))


def test_a_leaf_cannot_pose_as_a_node() -> None:
    left, right = tree.leaf_hash(b"a"), tree.leaf_hash(b"b")
    assert tree.leaf_hash(left + right) != tree.node_hash(left, right)
