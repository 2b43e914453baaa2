# SPDX-License-Identifier: GPL-3.0-or-later
"""D11, R-39: files beside each other show what no file shows by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from consent.documents.signed import public_bytes
from consent.ledger import pack, volume
from consent.ledger.checkpoint import Checkpoint, encode_signed
from consent.ledger.checks.finding import Finding
from consent.ledger.checks.volume.leaves import Grown
from consent.ledger.draft import Line
from consent.ledger.kinds import Chain
from consent.ledger.pack import LedgerExport
from consent.ledger.pack_lines import CommandProof, CopySeen, LineProof
from consent.ledger.verify import is_good, verify, verify_together
from consent.ledger.volume import VolumeExport
from consent.store.agent_ledger import AgentLedger
from tests.fakes.lesson import PlayedLesson, next_lesson_day
from tests.fakes.school import School, make_school


@dataclass
class Class:
    """Two laptops and their teacher; one record, or one for each laptop."""

    folder: Path
    one_record: bool = True

    def __post_init__(self) -> None:
        self.school: School = make_school(next_lesson_day(), pupils=2)
        self.first = PlayedLesson(self.folder / "a", self.school)
        self.first.play()
        book = self.first.console if self.one_record else None
        self.second = PlayedLesson(self.folder / "b", self.school, who=1, book=book)
        self.second.play()

    def close(self) -> None:
        self.second.close()
        self.first.close()


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class]:
    made = Class(tmp_path_factory.mktemp("honest"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class]:
    made = Class(tmp_path_factory.mktemp("forked"), one_record=False)
    yield made
    made.close()


def together(**files: bytes) -> list[Finding]:
    return verify_together({name: verify(data) for name, data in files.items()})


def codes(found: list[Finding]) -> set[str]:
    return {one.code for one in found if not one.ok}


def repacked(lesson: PlayedLesson, export: LedgerExport) -> bytes:
    return pack.build(export, lesson.frame(), lesson.device_key.sign)


def revolumed(lesson: PlayedLesson, export: VolumeExport, days: int = 1) -> bytes:
    """Make a volume of a changed record, later; its head is signed anew."""
    made = Grown([leaf.commitment for leaf in export.leaves])
    point = Checkpoint(export.origin, made.size, made.root(made.size))
    key = lesson.teacher_key
    head = encode_signed(point, key.sign, public_bytes(key))
    own = lesson.school.teachers[0].holder.der
    papers = lesson.school.papers_for_console()
    told = replace(export, head=head)
    later = lesson.now + timedelta(days=days)
    return volume.build(told, later, own, papers, key.sign)


def test_R39_an_honest_class_agrees(honest: Class) -> None:
    files = {
        "a": honest.first.pack(),
        "b": honest.second.pack(),
        "teacher": honest.first.volume(),
    }
    found = together(**files)
    assert is_good(found)
    said = {one.code: one.sentence_nl for one in found}
    assert set(said) == {"heads_fit", "compared"}
    assert said["compared"].startswith("22 regels")


def test_one_file_has_nothing_beside_it(honest: Class) -> None:
    assert together(a=honest.first.pack()) == []
    assert verify_together({}) == []


def test_R33_D11_one_tree_for_each_laptop_is_found_from_two_packs(
    forked: Class,
) -> None:
    """Each pack is good by itself, and so is the teacher's volume."""
    packs = {"a": forked.first.pack(), "b": forked.second.pack()}
    assert all(is_good(verify(data).found) for data in packs.values())
    found = together(**packs)
    assert [one.code for one in found if not one.ok] == ["two_lists"]
    assert [one for one in found if "a en b" in one.sentence_nl]


def test_R33_D11_the_volume_of_one_tree_does_not_have_the_other_laptops_heads(
    forked: Class,
) -> None:
    shown = forked.first.volume()
    assert is_good(verify(shown).found)
    found = together(b=forked.second.pack(), teacher=shown)
    assert {"head_of_no_tree", "only_pupil"} <= codes(found)
    assert [one.code for one in found].count("head_of_no_tree") == 1


def test_R33_a_line_the_teacher_leaves_out_is_found(honest: Class) -> None:
    lesson = honest.first
    export = lesson.console.volume(lesson.origin)
    last = max(n for n, leaf in enumerate(export.leaves) if leaf.sealed is not None)
    for place in (last, 9):
        kept = [leaf for leaf in export.leaves if leaf.n != place]
        short = [replace(leaf, n=n) for n, leaf in enumerate(kept)]
        told = revolumed(lesson, replace(export, leaves=short))
        found = together(b=honest.second.pack(), teacher=told)
        assert "head_of_no_tree" in codes(found), place


def test_R33_a_line_the_pupil_leaves_out_is_found(honest: Class) -> None:
    lesson = honest.first
    export = lesson.agent.export()

    def keeps(line: Line) -> bool:
        return not (line.sealed.chain is Chain.SHARED and line.sealed.seq == 6)

    def is_of(proof: object) -> bool:
        kinds = LineProof | CommandProof | CopySeen
        return isinstance(proof, kinds) and proof.seq == 6

    less = replace(
        export,
        lines=[line for line in export.lines if keeps(line)],
        proofs=[proof for proof in export.proofs if not is_of(proof)],
    )
    found = together(a=repacked(lesson, less), teacher=lesson.volume())
    assert codes(found) == {"only_teacher"}


def test_R33_a_line_told_otherwise_is_found(honest: Class) -> None:
    lesson = honest.first
    export = lesson.console.volume(lesson.origin)
    place = next(n for n, leaf in enumerate(export.leaves) if leaf.sealed is not None)
    leaves = list(export.leaves)
    leaves[place] = replace(leaves[place], commitment=bytes(32))
    told = revolumed(lesson, replace(export, leaves=leaves))
    found = together(a=lesson.pack(), teacher=told)
    assert {"copy_otherwise", "only_pupil", "head_of_no_tree"} <= codes(found)


def test_an_older_pack_and_a_newer_one_agree(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.play()
    older, early = lesson.pack(), lesson.volume()
    lesson.message("Nog een bericht.")
    lesson.confirm()
    found = together(older=older, newer=lesson.pack(), teacher=early)
    assert is_good(found)
    assert {"heads_later", "compared"} <= {one.code for one in found}
    lesson.close()


def test_R33_a_laptop_that_was_turned_back_is_found_from_its_older_pack(
    tmp_path: Path,
) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.lesson("start")
    lesson.message("Eerst dit.")
    older = lesson.pack()
    other = PlayedLesson(tmp_path / "again", lesson.school)
    other.lesson("start")
    other.message("Dan dat.")
    found = together(older=older, newer=other.pack())
    assert "pack_rewritten" in codes(found)
    lesson.close()
    other.close()


def test_lines_that_a_gap_says_were_lost_are_no_fault(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.play()
    last = lesson.agent.last_seq(Chain.SHARED)
    lesson.agent.close()
    for file in tmp_path.glob("ledger.db*"):
        file.unlink()
    lesson.agent = AgentLedger(
        tmp_path / "ledger.db", lesson.device_key.sign, lesson.device
    )
    lesson.agent.begin_epoch(1, last, lesson.context())
    found = together(a=lesson.pack(), teacher=lesson.volume())
    assert is_good(found)
    lesson.close()


def test_a_file_of_another_school_is_said(honest: Class, tmp_path: Path) -> None:
    stranger = PlayedLesson(tmp_path)
    stranger.play()
    found = together(a=honest.first.pack(), b=stranger.pack())
    assert codes(found) == {"other_school"}
    assert "b is van een andere school" in found[0].sentence_nl
    stranger.close()


def test_a_file_that_cannot_be_believed_is_not_compared(honest: Class) -> None:
    broken = bytearray(honest.first.pack())
    broken[len(broken) // 2] ^= 1
    assert together(a=bytes(broken), teacher=honest.first.volume()) == []
