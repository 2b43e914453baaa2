# SPDX-License-Identifier: GPL-3.0-or-later
"""The console as a postman: it takes what is newer, gives what is lacking."""

import logging
from pathlib import Path

import pytest

from consent.documents.signed import Kind
from console.papers import KINDS, Papers
from protocol.messages.link import PaperHeld, PaperKind
from tests.console.site import write_papers
from tests.fakes.school import NOW, School, make_school


@pytest.fixture
def school() -> School:
    return make_school(pupils=2)


@pytest.fixture
def papers(school: School, tmp_path: Path) -> Papers:
    write_papers(school, tmp_path)
    made = Papers(school.root_sha256, tmp_path)
    made.restore(NOW)
    return made


def kinds(papers: Papers, school: School, held: tuple[PaperHeld, ...]) -> list[int]:
    device = school.pupils[0].device
    return [g.kind for g in papers.newer_than(held, school.class_id, device)]


def test_every_kind_has_its_number() -> None:
    assert {KINDS[k].name.lower() for k in KINDS} == {k.value for k in KINDS}


def test_what_was_held_is_held_after_a_restart(papers: Papers) -> None:
    assert papers.shelf.trust is not None
    assert papers.shelf.charter is not None


def test_a_fresh_laptop_is_given_everything_but_the_roster(
    papers: Papers, school: School
) -> None:
    assert kinds(papers, school, ()) == [
        PaperKind.TRUST,
        PaperKind.REVOCATIONS,
        PaperKind.CHARTER,
        PaperKind.CLASS,
        PaperKind.SLIP,
        PaperKind.SET,
    ]
    assert PaperKind.ROSTER not in {held.kind for held in papers.held()}


def test_a_slip_goes_to_its_own_laptop_alone(papers: Papers, school: School) -> None:
    given = {
        one.device: next(
            g.paper
            for g in papers.newer_than((), school.class_id, one.device)
            if g.kind is PaperKind.SLIP
        )
        for one in school.pupils
    }
    assert given == school.sealed


def test_a_laptop_that_has_it_all_is_given_nothing(
    papers: Papers, school: School
) -> None:
    slip = school.sealed[school.pupils[0].device]
    own = PaperHeld(
        PaperKind.SLIP,
        bytes.fromhex(school.class_id),
        7,
        bytes.fromhex(slip.sha256),
    )
    assert kinds(papers, school, (*papers.held(), own)) == []


def test_a_newer_paper_at_the_office_is_taken_and_given_on(
    papers: Papers, school: School, tmp_path: Path
) -> None:
    held = papers.held()
    newer = school.newer(charter={"vision_ref": "Visie ICT, deel 3"})
    write_papers(newer, tmp_path / "published")
    found = papers.fetch(tmp_path / "published")
    assert papers.take_published(found, NOW)
    assert not papers.take_published(found, NOW)
    assert PaperKind.CHARTER in kinds(papers, school, held)
    again = Papers(school.root_sha256, tmp_path)
    again.restore(NOW)
    assert again.shelf.charter == newer.charter


def test_papers_of_another_school_are_not_taken(papers: Papers) -> None:
    other = make_school()
    assert not papers.accept(other.papers.values(), NOW)


def test_a_folder_that_is_not_there_changes_nothing(
    papers: Papers, tmp_path: Path
) -> None:
    assert papers.fetch(tmp_path / "gone") == []


def test_a_disk_that_is_full_is_told_and_the_paper_still_counts(
    school: School, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "papers"
    blocked.write_text("not a folder", "ascii")
    made = Papers(school.root_sha256, blocked)
    with caplog.at_level(logging.WARNING):
        assert made.accept([school.papers[Kind.TRUST]], NOW)
    assert "could not be written" in caplog.text
    caplog.clear()
    assert made.shelf.trust is not None


def test_a_slip_of_a_bundle_is_kept_on_disk(school: School, tmp_path: Path) -> None:
    made = Papers(school.root_sha256, tmp_path / "p")
    made.take_bundle(school.papers_for_console(), NOW)
    again = Papers(school.root_sha256, tmp_path / "p")
    again.restore(NOW)
    assert PaperKind.SLIP in kinds(again, school, ())
