# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees that only grew, and lines that are in them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.ledger import pack
from consent.ledger.checks.opened import Written
from consent.ledger.checks.proofs import Lost, check, parse_unchecked_or_none
from consent.ledger.kinds import Chain, Kind
from consent.ledger.pack_lines import CommandProof, CopySeen, LineProof, ProofLine
from consent.ledger.verify import verify_pack
from tests.fakes.lesson import PlayedLesson
from tests.fakes.long_pack import NO_SCHOOL, line, opened
from tests.fakes.verdict import said, wrong


@pytest.fixture
def lesson(tmp_path: Path) -> PlayedLesson:
    made = PlayedLesson(tmp_path)
    made.play()
    return made


def codes(lesson: PlayedLesson, proofs: list[ProofLine]) -> set[str]:
    export = replace(lesson.agent.export(), proofs=proofs)
    made = pack.build(export, lesson.frame(), lesson.device_key.sign)
    return {one.code for one in verify_pack(made) if not one.ok}


def test_a_tree_that_grew_since_is_fine(lesson: PlayedLesson) -> None:
    lesson.look("overview", 5)
    lesson.confirm()
    lesson.grow()
    assert wrong(lesson) == set()


def test_a_proof_at_another_leaf_is_said(lesson: PlayedLesson) -> None:
    proofs = [
        replace(one, proof=replace(one.proof, leaf=one.proof.leaf + 1))
        if isinstance(one, LineProof)
        else one
        for one in lesson.agent.export().proofs
    ]
    assert codes(lesson, proofs) == {"proof", "copy"}


def test_a_command_with_another_salt_is_said(lesson: PlayedLesson) -> None:
    proofs = [
        replace(one, salt=bytes(32)) if isinstance(one, CommandProof) else one
        for one in lesson.agent.export().proofs
    ]
    assert codes(lesson, proofs) == {"proof"}


def test_a_command_proof_on_a_line_without_command_is_said(
    lesson: PlayedLesson,
) -> None:
    proofs = [
        replace(one, seq=3) if isinstance(one, CommandProof) and one.seq == 2 else one
        for one in lesson.agent.export().proofs
    ]
    assert {"proof", "not_logged_first"} == codes(lesson, proofs)


def test_a_proof_without_its_teacher_is_said(lesson: PlayedLesson) -> None:
    export = replace(lesson.agent.export(), teachers={})
    made = pack.build(export, lesson.frame(), lesson.device_key.sign)
    found = {one.code for one in verify_pack(made) if not one.ok}
    assert {"head", "proof", "teacher_missing"} <= found


def test_copies_are_compared(lesson: PlayedLesson) -> None:
    assert "copies" in said(lesson)


def test_other_bytes_are_no_head() -> None:
    assert parse_unchecked_or_none(b"x") is None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9))))
def test_what_was_lost_is_what_lies_in_any_of_the_ranges(
    ranges: list[tuple[int, int]],
) -> None:
    gaps = [_gap(n, start, start + more) for n, (start, more) in enumerate(ranges)]
    lost = Lost(gaps, range(3))
    for seq in range(60):
        inside = any(start <= seq <= start + more for start, more in ranges)
        assert (seq in lost) == (inside or seq < 3)


def test_copies_of_lost_lines_do_not_go_through_all_the_gaps() -> None:
    """One by one it would be ten thousand million looks: this would never end."""
    count = 100_000
    gaps = [_gap(n, 2 * n, 2 * n) for n in range(count)]
    copies = [CopySeen(10 * count + 2 * n, 0, b"") for n in range(count)]
    last = _gap(count, 10 * count, 20 * count)
    found = check(opened([*gaps, last], (), copies), NO_SCHOOL)
    assert [one.code for one in found] == ["unproven", "copies"]


def _gap(seq: int, first: int, last: int) -> Written:
    return line(Chain.SHARED, seq + 1, Kind.GAP, {"from": first, "to": last})
