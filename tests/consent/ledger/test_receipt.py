# SPDX-License-Identifier: GPL-3.0-or-later
"""A console proves what it logged, or it is caught."""

from dataclasses import replace

import pytest

from consent.ledger import tree
from consent.ledger.checkpoint import Checkpoint, encode_signed
from consent.ledger.errors import ForkError, ProofError
from consent.ledger.receipt import Proof, check_growth, check_proof
from tests.consent.ledger.test_tree import MemoryNodes
from tests.fakes.records import KLASS, ORIGIN, SCHOOL, TEACHER, Keys

KEY = Keys()


class Teller:
    """A console's tree in memory, honest until told otherwise."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.nodes = MemoryNodes()
        for leaf in leaves:
            self.nodes.add(leaf)

    def point(self) -> Checkpoint:
        size = self.nodes.size
        return Checkpoint(ORIGIN, size, tree.root(size, self.nodes))

    def prove(self, leaf: int, from_size: int) -> Proof:
        size = self.nodes.size
        return Proof(
            leaf,
            encode_signed(self.point(), KEY.sign, KEY.public),
            tree.inclusion(leaf, size, self.nodes),
            from_size,
            tree.consistency(from_size, size, self.nodes),
        )


def lines(count: int) -> list[bytes]:
    return [bytes([n]) * 32 for n in range(count)]


def test_a_first_proof_and_a_later_one_hold() -> None:
    first = Teller(lines(3))
    held = check_proof(first.prove(1, 0), lines(3)[1], None, ORIGIN, KEY.public)
    assert held == first.point()
    later = Teller(lines(9))
    now = check_proof(later.prove(8, 3), lines(9)[8], held, ORIGIN, KEY.public)
    assert now.size == 9


def test_a_tree_that_stands_still_holds() -> None:
    teller = Teller(lines(3))
    held = teller.point()
    assert check_growth(teller.prove(0, 3).growth, held, ORIGIN, KEY.public) == held


def test_R33_an_omitted_line_is_found() -> None:
    without = [line for line in lines(5) if line != lines(5)[2]]
    teller = Teller(without)
    for leaf in range(4):
        with pytest.raises(ProofError, match="not in the tree"):
            check_proof(teller.prove(leaf, 0), lines(5)[2], None, ORIGIN, KEY.public)


def test_R33_an_edited_line_is_found() -> None:
    teller = Teller(lines(5))
    with pytest.raises(ProofError, match="not in the tree"):
        check_proof(teller.prove(2, 0), b"e" * 32, None, ORIGIN, KEY.public)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lines(2) + lines(5)[3:] + [b"z" * 32] * 2, id="omit"),
        pytest.param([b"e" * 32, *lines(6)[1:]], id="edit"),
        pytest.param([*lines(6)[1::-1], *lines(6)[2:]], id="reorder"),
    ],
)
def test_R33_a_rewritten_past_is_a_fork(changed: list[bytes]) -> None:
    held = Teller(lines(4)).point()
    other = Teller(changed)
    with pytest.raises(ForkError, match="does not begin with"):
        check_growth(other.prove(0, 4).growth, held, ORIGIN, KEY.public)


def test_a_shorter_tree_is_a_fork() -> None:
    held = Teller(lines(5)).point()
    with pytest.raises(ForkError, match="shorter"):
        check_growth(Teller(lines(4)).prove(0, 4).growth, held, ORIGIN, KEY.public)


def test_another_root_for_one_size_is_a_fork() -> None:
    held = Teller(lines(4)).point()
    other = Teller([b"o" * 32, *lines(4)[1:]])
    with pytest.raises(ForkError, match="two roots"):
        check_growth(other.prove(0, 4).growth, held, ORIGIN, KEY.public)


def test_R32_an_old_proof_played_again_is_no_proof() -> None:
    old = Teller(lines(3)).prove(2, 0)
    held = Teller(lines(3)).point()
    with pytest.raises(ProofError, match="starts from a head"):
        check_proof(old, lines(3)[2], held, ORIGIN, KEY.public)


def test_a_proof_from_another_head_is_no_proof() -> None:
    held = Teller(lines(3)).point()
    with pytest.raises(ProofError, match="starts from a head"):
        check_growth(Teller(lines(5)).prove(0, 2).growth, held, ORIGIN, KEY.public)
    with pytest.raises(ProofError, match="starts from a head"):
        check_growth(Teller(lines(5)).prove(0, 2).growth, None, ORIGIN, KEY.public)


def test_a_first_proof_needs_no_way() -> None:
    proof = replace(Teller(lines(3)).prove(0, 0), consistency=(bytes(32),))
    with pytest.raises(ProofError, match="starts from a head"):
        check_growth(proof.growth, None, ORIGIN, KEY.public)


def test_a_head_of_an_empty_tree_is_the_beginning_of_any() -> None:
    empty = Checkpoint(ORIGIN, 0, tree.EMPTY_ROOT)
    proof = Teller(lines(3)).prove(0, 0)
    assert check_growth(proof.growth, empty, ORIGIN, KEY.public).size == 3


def test_another_tree_or_key_is_no_proof() -> None:
    proof = Teller(lines(3)).prove(0, 0)
    other = f"inzage/{SCHOOL}/{KLASS}/{TEACHER}/2027-04"
    with pytest.raises(ProofError, match="another tree"):
        check_growth(proof.growth, None, other, KEY.public)
    with pytest.raises(ProofError, match="another key"):
        check_growth(proof.growth, None, ORIGIN, Keys().public)


def test_a_forged_leaf_number_is_no_proof() -> None:
    proof = Teller(lines(4)).prove(1, 0)
    for leaf in (0, 2, 3, 4, 2**53 - 1):
        with pytest.raises(ProofError):
            check_proof(
                replace(proof, leaf=leaf), lines(4)[1], None, ORIGIN, KEY.public
            )
