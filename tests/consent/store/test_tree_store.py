# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees in tables give what trees in memory give."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consent.ledger import tree
from consent.ledger.checkpoint import parse_signed
from consent.ledger.errors import LedgerError
from consent.store.console_schema import FORMS
from consent.store.sqlite_file import SqliteFile
from consent.store.tree_store import NewLeaf, StoredNodes, TreeStore
from tests.consent.ledger.test_tree import grown
from tests.fakes.records import DEVICE, LESSON, ORIGIN, Keys

KEY = Keys()


def leaf(n: int) -> NewLeaf:
    data = bytes([n]) * 32
    return NewLeaf(data, b"body", b"salt", DEVICE, None, None, None, b"", LESSON)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[SqliteFile]:
    made = SqliteFile(tmp_path / "trees.db", FORMS)
    yield made
    made.close()


@pytest.fixture
def trees(file: SqliteFile) -> TreeStore:
    return TreeStore(file, KEY.sign, KEY.public)


def add(file: SqliteFile, trees: TreeStore, *leaves: NewLeaf) -> range:
    with file.committing() as connection:
        return trees.add(connection, ORIGIN, leaves)


def test_heads_and_proofs_are_the_ones_of_a_tree_in_memory(
    file: SqliteFile, trees: TreeStore
) -> None:
    leaves = [leaf(n) for n in range(21)]
    assert add(file, trees, *leaves[:1]) == range(1)
    assert add(file, trees, *leaves[1:13]) == range(1, 13)
    assert add(file, trees, *leaves[13:]) == range(13, 21)
    nodes = grown([one.commitment for one in leaves])
    note = trees.head(ORIGIN)
    assert note is not None
    assert parse_signed(note, KEY.public).root == tree.root(21, nodes)
    for size in range(1, 21):
        proof = trees.prove(ORIGIN, size, size)
        assert proof.inclusion == tree.inclusion(size, 21, nodes)
        assert proof.consistency == tree.consistency(size, 21, nodes)


def test_a_leaf_or_size_that_never_was_is_refused(
    file: SqliteFile, trees: TreeStore
) -> None:
    with pytest.raises(LedgerError, match="no such tree"):
        trees.growth(ORIGIN, 0)
    add(file, trees, leaf(0))
    with pytest.raises(LedgerError, match="no leaf 1"):
        trees.prove(ORIGIN, 1, 0)
    with pytest.raises(LedgerError, match="never had 2"):
        trees.growth(ORIGIN, 2)


def test_a_head_that_was_once_ours_agrees_and_no_other(
    file: SqliteFile, trees: TreeStore
) -> None:
    add(file, trees, leaf(0), leaf(1), leaf(2))
    note = trees.head(ORIGIN)
    assert note is not None
    shown = parse_signed(note, KEY.public)
    assert trees.agrees(shown)
    add(file, trees, leaf(3))
    assert trees.agrees(shown)
    assert not trees.agrees(replace(shown, root=bytes(32)))
    assert not trees.agrees(replace(shown, size=9))
    assert not trees.agrees(replace(shown, origin="another"))


def test_a_failed_transaction_leaves_no_leaf(
    file: SqliteFile, trees: TreeStore
) -> None:
    def fail() -> None:
        with file.committing() as connection:
            trees.add(connection, ORIGIN, [leaf(0)])
            connection.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(LedgerError):
        fail()
    assert trees.origins() == []


def test_a_missing_node_is_damage(file: SqliteFile) -> None:
    with pytest.raises(LedgerError, match="missing on disk"):
        StoredNodes(file, 1).node(0, 0)
