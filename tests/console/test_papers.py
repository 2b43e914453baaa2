# SPDX-License-Identifier: GPL-3.0-or-later
"""The console as a postman: it takes what is newer, gives what is lacking."""

import logging
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from consent.documents.signed import Kind, SignedPaper
from consent.store.papers_folder import PapersFolder
from console.papers import KINDS, Papers
from protocol.messages.link import PaperHeld, PaperKind
from tests.console.site import write_papers
from tests.fakes.school import NOW, School, make_school

OTHER = "e" * 32


@pytest.fixture
def school() -> School:
    return make_school(pupils=2)


@pytest.fixture
def papers(school: School, tmp_path: Path) -> Papers:
    write_papers(school, tmp_path)
    return opened(school, tmp_path)


def opened(
    school: School, folder: Path, teacher: str = "", now: datetime = NOW
) -> Papers:
    """Open a console's folder, of the first teacher if no other is named."""
    made = Papers(school.root_sha256, folder, teacher or school.teachers[0].id)
    made.restore(now)
    return made


def other_class(school: School) -> School:
    """Give a class of the same school that only the second teacher has."""
    _, second = school.sheet.teachers
    _, lesson = school.sheet.slots
    return school.changed(
        sheet={"class_id": OTHER, "teachers": (second,), "slots": (lesson,)},
        roster={"class_id": OTHER},
        slip={"class_id": OTHER},
    )


def lying(folder: Path, word: str) -> set[str]:
    """Name the files of one kind of paper."""
    return {file.name for file in folder.glob(f"*{word}-*")}


def files_of(class_id: str) -> set[str]:
    """Name the two files of a class list."""
    return {f"roster-{class_id}.{ending}" for ending in ("json", "sig")}


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
    again = opened(school, tmp_path)
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
    made = Papers(school.root_sha256, blocked, school.teachers[0].id)
    with caplog.at_level(logging.WARNING):
        assert made.accept([school.papers[Kind.TRUST]], NOW)
    assert "could not be written" in caplog.text
    caplog.clear()
    assert made.shelf.trust is not None


def test_a_slip_of_a_bundle_is_kept_on_disk(school: School, tmp_path: Path) -> None:
    made = opened(school, tmp_path / "p")
    made.take_bundle(school.papers_for_console(), NOW)
    again = opened(school, tmp_path / "p")
    assert PaperKind.SLIP in kinds(again, school, ())


def test_R38_of_the_whole_school_a_console_keeps_its_own_class_list_alone(
    school: School, tmp_path: Path
) -> None:
    other, published, own = other_class(school), tmp_path / "all", tmp_path / "own"
    write_papers(school, published)
    write_papers(other, published)
    made = opened(school, own)
    found = made.fetch(published)
    assert made.take_published(found, NOW)
    assert not made.take_published(found, NOW)
    assert set(made.shelf.classes) == {school.class_id, OTHER}
    assert set(made.shelf.rosters) == {school.class_id}
    assert lying(own, "roster") == files_of(school.class_id)
    assert made.shelf.freshness(school.class_id, NOW)
    device = school.pupils[0].device
    given = [g.kind for g in made.newer_than((), OTHER, device)]
    assert PaperKind.SLIP not in given
    colleague = opened(school, tmp_path / "colleague", school.teachers[1].id)
    colleague.take_published(found, NOW)
    assert set(colleague.shelf.rosters) == {school.class_id, OTHER}


def test_R38_who_is_named_the_same_morning_has_the_list_with_the_sheet(
    school: School, tmp_path: Path
) -> None:
    other, published, own = other_class(school), tmp_path / "all", tmp_path / "own"
    write_papers(school, published)
    write_papers(other, published)
    made = opened(school, own)
    made.take_published(made.fetch(published), NOW)
    named = other.newer(sheet={"teachers": school.sheet.teachers})
    made.accept([named.papers[Kind.CLASS]], NOW)  # from a laptop: the list is not yet
    assert set(made.shelf.rosters) == {school.class_id}
    write_papers(named, published)
    assert made.take_published(made.fetch(published), NOW)
    assert made.shelf.rosters[OTHER] == named.roster
    assert made.shelf.freshness(OTHER, NOW)
    assert lying(own, "roster") == files_of(school.class_id) | files_of(OTHER)


def test_R38_a_class_that_is_taken_from_a_teacher_takes_its_list_along(
    school: School, tmp_path: Path
) -> None:
    published, own = tmp_path / "all", tmp_path / "own"
    write_papers(school, own)
    made = opened(school, own)
    _, second = school.sheet.teachers
    _, lesson = school.sheet.slots
    taken = school.newer(sheet={"teachers": (second,), "slots": (lesson,)})
    write_papers(taken, published)
    made.take_published(made.fetch(published), NOW)
    assert made.shelf.rosters == {}
    assert lying(own, "roster") == set()
    was = {"teachers": school.sheet.teachers, "slots": school.sheet.slots}
    given = taken.newer(sheet=was)
    write_papers(given, published)
    made.take_published(made.fetch(published), NOW)
    assert made.shelf.freshness(school.class_id, NOW)
    assert lying(own, "roster") == files_of(school.class_id)


def test_R38_lists_and_slips_that_came_before_this_rule_go_at_the_start(
    school: School, tmp_path: Path
) -> None:
    other = other_class(school)
    write_papers(school, tmp_path)
    write_papers(other, tmp_path)
    (tmp_path / f"roster-{'d' * 32}.json").write_bytes(b"of a class without a sheet")
    (tmp_path / f".roster-{OTHER}.json.new").write_bytes(b"half")
    made = opened(school, tmp_path)
    assert set(made.shelf.rosters) == {school.class_id}
    assert lying(tmp_path, "roster") == files_of(school.class_id)
    slips = [
        filed.paper
        for filed in PapersFolder(tmp_path).read()[0]
        if filed.paper.kind is Kind.SLIP
    ]
    assert sorted(x.sha256 for x in slips) == sorted(
        x.sha256 for x in school.sealed.values()
    )


def test_R35_a_list_of_last_year_is_wiped_at_the_start_and_at_each_look(
    school: School, papers: Papers, tmp_path: Path
) -> None:
    ends = school.roster.not_after
    autumn = {"issued": ends, "not_after": ends + timedelta(days=300)}
    papers.tidy(ends)  # nobody but this clock says so
    assert lying(tmp_path, "roster") == files_of(school.class_id)
    newer = school.newer(revocations=autumn)
    assert papers.accept([newer.papers[Kind.REVOCATIONS]], NOW)
    papers.tidy(ends - timedelta(seconds=1))
    assert lying(tmp_path, "roster") == files_of(school.class_id)
    papers.tidy(ends)
    assert papers.shelf.rosters == {}
    assert lying(tmp_path, "roster") == set()
    write_papers(newer, tmp_path)
    late = opened(school, tmp_path, now=ends)
    assert late.shelf.rosters == {}
    assert lying(tmp_path, "roster") == set()


def test_without_a_trust_nothing_is_judged_and_nothing_wiped(
    school: School, tmp_path: Path
) -> None:
    write_papers(school, tmp_path)
    (tmp_path / "trust.sig").unlink()
    before = sorted(tmp_path.iterdir())
    assert opened(school, tmp_path).shelf.trust is None
    assert sorted(tmp_path.iterdir()) == before


def test_what_cannot_be_wiped_is_told_and_tried_again(
    school: School, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_papers(school, tmp_path)
    for class_id in ("d" * 32, "f" * 32):
        (tmp_path / f"roster-{class_id}.json").write_bytes(b"{}")
    stuck = tmp_path / f"roster-{OTHER}.json"
    stuck.mkdir()
    with caplog.at_level(logging.WARNING):
        made = opened(school, tmp_path)
    assert "tried again" in caplog.text
    caplog.clear()
    assert lying(tmp_path, "roster") - files_of(school.class_id) == {stuck.name}
    stuck.rmdir()
    stuck.write_bytes(b"{}")
    made.tidy(NOW)
    assert not stuck.exists()


def test_a_list_that_cannot_be_read_is_refused_by_the_shelf(papers: Papers) -> None:
    assert not papers.accept([SignedPaper(Kind.ROSTER, b"{")], NOW)
