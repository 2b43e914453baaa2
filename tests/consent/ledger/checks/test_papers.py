# SPDX-License-Identifier: GPL-3.0-or-later
"""Which school it is, and whether it vouches for the laptop and the teacher."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from consent.documents.signed import Kind, SignedPaper, Signer
from consent.ledger import pack
from consent.ledger.verify import verify_pack
from tests.fakes import certificates
from tests.fakes.lesson import PlayedLesson
from tests.fakes.school import make_school


@pytest.fixture
def lesson(tmp_path: Path) -> PlayedLesson:
    made = PlayedLesson(tmp_path)
    made.play()
    return made


def codes(lesson: PlayedLesson, papers: list[SignedPaper]) -> set[str]:
    export = lesson.agent.export()
    data = pack.build(export, lesson.frame(papers=papers), lesson.device_key.sign)
    return {one.code for one in verify_pack(data) if not one.ok}


def without(lesson: PlayedLesson, kind: Kind) -> list[SignedPaper]:
    return [paper for paper in lesson.papers() if paper.kind is not kind]


def test_without_a_trust_nothing_is_vouched_for(lesson: PlayedLesson) -> None:
    assert codes(lesson, without(lesson, Kind.TRUST)) == {"no_trust"}


def test_a_trust_of_another_school_vouches_for_nobody(lesson: PlayedLesson) -> None:
    other = make_school(lesson.school.now)
    papers = [*without(lesson, Kind.TRUST), other.papers[Kind.TRUST]]
    wanted = {"paper_signature", "wrong_device", "teacher"}
    assert wanted <= codes(lesson, papers)


def test_a_trust_its_root_did_not_sign_is_none(lesson: PlayedLesson) -> None:
    forged = lesson.school.signed(lesson.school.trust, [Signer.OFFICE])
    papers = [*without(lesson, Kind.TRUST), forged]
    assert codes(lesson, papers) == {"trust_refused"}


@pytest.mark.parametrize("kind", [Kind.TRUST, Kind.CHARTER, Kind.CLASS])
def test_a_paper_that_cannot_be_read_is_said(lesson: PlayedLesson, kind: Kind) -> None:
    papers = [*without(lesson, kind), SignedPaper(kind, b"{}")]
    assert "paper_form" in codes(lesson, papers)


def test_R39_a_charter_with_one_signature_is_said(lesson: PlayedLesson) -> None:
    single = lesson.school.signed(lesson.school.charter, [Signer.OFFICE])
    papers = [*without(lesson, Kind.CHARTER), single]
    assert codes(lesson, papers) == {"paper_signature"}


def test_a_wrong_number_blames_nobody_else(lesson: PlayedLesson) -> None:
    found = verify_pack(lesson.pack(), "00" * 32)
    assert [one.code for one in found] == ["file", "wrong_root"]
    number = lesson.school.root_sha256[:4].upper()
    assert number in found[-1].sentence_nl


def test_a_trust_that_cannot_be_read_is_no_other_school(lesson: PlayedLesson) -> None:
    broken = [*without(lesson, Kind.TRUST), SignedPaper(Kind.TRUST, b"{}")]
    export = lesson.agent.export()
    frame = lesson.frame(papers=broken)
    data = pack.build(export, frame, lesson.device_key.sign)
    found = verify_pack(data, lesson.school.root_sha256)
    assert [one.code for one in found if not one.ok] == ["paper_form"]


def test_a_renewed_trust_of_the_same_root_is_fine(lesson: PlayedLesson) -> None:
    newer = msgspec.structs.replace(lesson.school.trust, serial=9)
    papers = [*lesson.papers(), lesson.school.signed(newer)]
    assert codes(lesson, papers) == set()


def test_a_laptop_of_another_school_is_said(lesson: PlayedLesson) -> None:
    stranger = certificates.School().device(bytes.fromhex(lesson.device))
    export = lesson.agent.export()
    frame = lesson.frame(device_der=stranger.der)
    data = pack.build(export, frame, stranger.sign_key.sign)
    assert "wrong_device" in {one.code for one in verify_pack(data) if not one.ok}


def test_another_laptop_of_this_school_is_said(lesson: PlayedLesson) -> None:
    other = lesson.school.certificates.device()
    frame = lesson.frame(device_der=other.der)
    data = pack.build(lesson.agent.export(), frame, other.sign_key.sign)
    found = {one.code for one in verify_pack(data) if not one.ok}
    assert "wrong_device" in found


def test_a_teacher_under_another_name_is_said(lesson: PlayedLesson) -> None:
    export = lesson.agent.export()
    (der,) = export.teachers.values()
    moved = replace(export, teachers={"ab" * 32: der})
    data = pack.build(moved, lesson.frame(), lesson.device_key.sign)
    found = {one.code for one in verify_pack(data) if not one.ok}
    assert {"teacher", "teacher_missing"} <= found


def test_papers_of_then_are_found(lesson: PlayedLesson) -> None:
    """A charter that begins later does not count for a lesson before it."""
    school = lesson.school
    later = msgspec.structs.replace(
        school.charter, serial=2, effective=school.now + timedelta(days=30)
    )
    papers = [*without(lesson, Kind.CHARTER), school.signed(later)]
    export = lesson.agent.export()
    data = pack.build(export, lesson.frame(papers=papers), lesson.device_key.sign)
    found = verify_pack(data)
    assert {one.code for one in found if not one.ok} == set()
    assert "no_papers_then" in {one.code for one in found}


def test_a_withdrawn_certificate_is_said(lesson: PlayedLesson) -> None:
    school = lesson.school
    revoked = msgspec.structs.replace(
        school.revocations, fingerprints=(school.teachers[0].fingerprint,)
    )
    papers = [*without(lesson, Kind.REVOCATIONS), school.signed(revoked)]
    assert codes(lesson, papers) == {"revoked"}
