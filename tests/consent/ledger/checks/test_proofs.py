# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees that only grew, and lines that are in them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.ledger import pack
from consent.ledger.archive import read as read_archive
from consent.ledger.checks.opened import Written
from consent.ledger.checks.proofs import Lost, check, parse_unchecked_or_none
from consent.ledger.draft import Line
from consent.ledger.erasure import OrderedBy
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


def packed(lesson: PlayedLesson, came: list[Line]) -> set[str]:
    """Give what is wrong with a pack in which these lines came back."""
    export = replace(lesson.agent.export(), given=came)
    made = pack.build(export, lesson.frame(), lesson.device_key.sign)
    return {one.code for one in verify_pack(made) if not one.ok}


def test_R39_what_a_teachers_program_gave_back_is_named(lesson: PlayedLesson) -> None:
    lesson.lose_list()
    lesson.lesson("start")
    lesson.message("Nog iets.")
    lesson.lesson("end")
    lesson.confirm()
    lesson.compare()
    assert wrong(lesson) == set()
    (one,) = [x for x in verify_pack(lesson.pack()) if x.code == "given"]
    count = len(lesson.agent.given())
    name = lesson.school.teachers[0].name
    assert one.sentence_nl == (
        f"Teruggekregen van het programma van {name}: {count} regels die hier weg "
        "waren."
    )
    members = read_archive(lesson.pack()).members
    assert "teruggekregen" in members[pack.PAGE].decode("utf-8")
    assert len(members[pack.SHARED].splitlines()) == 4  # the GAP, and what came since


def test_R39_what_came_back_and_was_erased_is_no_fault(lesson: PlayedLesson) -> None:
    lesson.lose_list()
    lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    assert wrong(lesson) == set()
    assert "given" not in said(lesson)


def test_R33_R39_a_line_that_is_said_to_have_come_back_is_checked(
    lesson: PlayedLesson,
) -> None:
    lesson.message("Nog iets.")
    here = replace(lesson.agent.newest(Chain.SHARED, Kind.SHARE)[0], given="An")
    lesson.agent.append_gap(here.teacher, lesson.context())
    assert packed(lesson, [here]) == {"given_wrong"}  # a GAP names it; it is not gone
    lesson.lose_list()
    first, *rest = lesson.agent.given()
    body = (first.sealed.body or b"").replace(b"2", b"3")
    bent = replace(first, sealed=replace(first.sealed, body=body))
    assert packed(lesson, [bent, *rest]) == {"given_wrong"}
    gap = lesson.agent.last_seq(Chain.SHARED)
    moved = replace(first, sealed=replace(first.sealed, seq=gap + 1))
    assert packed(lesson, [moved, *rest]) == {"given_wrong"}
