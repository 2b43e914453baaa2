# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers come from disk, folders and consoles; taken means on disk."""

from pathlib import Path

import pytest

from agent.daemon.identity import Enrolled
from agent.daemon.papers import Papers, import_folder, take_enrolled
from agent.daemon.trouble import DaemonError, Exit
from consent.documents.signed import Kind, encode_signatures
from consent.shelf.shelf import Shelf
from consent.store.papers_folder import PapersFolder
from consent.store.shelf_folder import ShelfFolder
from protocol.messages.enrolment import EnrolPaper
from protocol.messages.link import PaperKind
from tests.fakes.school import School


def _papers(enrolled: Enrolled) -> Papers:
    shelf = Shelf(
        enrolled.root_sha256, device=enrolled.device, seal_key=enrolled.seal_key
    )
    return Papers(shelf, ShelfFolder(enrolled.places.papers))


def _publish(school: School, folder: Path) -> Path:
    """Write what an office publishes: every paper, every laptop's slip."""
    out = PapersFolder(folder)
    whole = {Kind.TRUST, Kind.CHARTER, Kind.REVOCATIONS}
    for paper in school.papers_for_console():
        out.put(paper, "" if paper.kind in whole else school.class_id)
    return folder


def test_what_lay_here_is_taken_back(enrolled: Enrolled, school: School) -> None:
    papers = _papers(enrolled)
    assert papers.restore(school.now) == []
    assert papers.shelf.freshness(school.class_id, school.now)
    assert {x.kind for x in papers.held()} == set(PaperKind) - {PaperKind.ROSTER}


def test_S06_a_damaged_paper_is_told_and_not_used(
    enrolled: Enrolled, school: School
) -> None:
    (enrolled.places.papers / "charter.json").write_bytes(b"{}")
    papers = _papers(enrolled)
    faults = papers.restore(school.now)
    assert any("charter" in fault for fault in faults)
    assert papers.shelf.charter is None


def test_a_published_folder_brings_what_is_newer_and_ours(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    papers = _papers(enrolled)
    papers.restore(school.now)
    newer = school.newer(charter={"vision_ref": "Visie 3"})
    lines, faults = papers.take_folder(_publish(newer, tmp_path / "out"), school.now)
    assert faults == []
    assert {line.kind for line in lines} == {"charter", "set", "slip"}
    again = _papers(enrolled)
    again.restore(school.now)
    assert again.shelf.freshness(school.class_id, school.now)
    assert again.shelf.charter is not None
    assert again.shelf.charter.vision_ref == "Visie 3"
    assert papers.take_folder(tmp_path / "out", school.now) == ([], [])


def test_slips_of_classmates_are_no_news(
    enrolled: Enrolled,
    school: School,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    papers = _papers(enrolled)
    papers.restore(school.now)
    with caplog.at_level("INFO"):
        papers.take_folder(_publish(school, tmp_path / "out"), school.now)
        assert caplog.text == ""
        papers.take(school.signed(school.charter, by=()), school.now)
    assert "charter was refused: signature" in caplog.text


def test_old_slips_do_not_pile_up(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    papers = _papers(enrolled)
    papers.restore(school.now)
    newer = school
    for number in range(4):
        newer = newer.newer(set={})
        papers.take_folder(_publish(newer, tmp_path / str(number)), school.now)
    slips = [
        x
        for x in PapersFolder(enrolled.places.papers).read()[0]
        if x.paper.kind is Kind.SLIP
    ]
    assert len(slips) <= 2


def test_D04_a_slip_that_the_office_alone_widened_is_told_once(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    papers = _papers(enrolled)
    papers.restore(school.now)
    strict = school.newer(slip={"opt_outs": ("view",)})
    papers.take_folder(_publish(strict, tmp_path / "strict"), school.now)
    wide = _publish(strict.newer(slip={"opt_outs": ()}), tmp_path / "wide")
    lines, _ = papers.take_folder(wide, school.now)
    told = {(line.kind, line.outcome) for line in lines}
    assert told == {("slip", "refused"), ("set", "taken")}
    assert papers.take_folder(wide, school.now) == ([], [])
    assert papers.shelf.slips[school.class_id].opt_outs == ("view",)
    assert not papers.shelf.freshness(school.class_id, school.now)


def test_a_paper_of_another_root_is_refused(
    enrolled: Enrolled, school: School, caplog: pytest.LogCaptureFixture
) -> None:
    papers = _papers(enrolled)
    papers.restore(school.now)
    forged = school.signed(school.charter, by=())
    assert papers.take(forged, school.now) == (False, None)


def test_a_paper_that_cannot_be_kept_was_not_taken(
    enrolled: Enrolled, school: School, caplog: pytest.LogCaptureFixture
) -> None:
    papers = _papers(enrolled)
    papers.restore(school.now)
    newer = school.newer(charter={"vision_ref": "Visie 3"})
    papers.folder = ShelfFolder(enrolled.places.ledger / "no-folder")
    enrolled.places.ledger.write_bytes(b"a file, no folder")
    paper = newer.papers[Kind.CHARTER]
    assert papers.take(paper, school.now) == (False, None)
    assert "could not be kept" in caplog.text
    caplog.clear()


def test_a_folder_that_is_none_is_wrong_use(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    with pytest.raises(DaemonError) as trouble:
        import_folder(_papers(enrolled), tmp_path / "nothing", school.now)
    assert trouble.value.code is Exit.WRONG_USE


def _envelope(school: School) -> tuple[EnrolPaper, ...]:
    return tuple(
        EnrolPaper(
            kind.value,
            school.papers[kind].body,
            encode_signatures(school.papers[kind].signatures),
        )
        for kind in (Kind.TRUST, Kind.CHARTER, Kind.REVOCATIONS)
    )


def test_the_first_papers_are_of_the_root_that_the_token_names(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    device, seal_key = enrolled.device, enrolled.seal_key
    take_enrolled(
        tmp_path / "new", _envelope(school), school.root_sha256, device, seal_key,
        school.now,
    )  # fmt: skip
    assert (tmp_path / "new" / "trust-0001.json").exists()
    with pytest.raises(DaemonError) as trouble:
        take_enrolled(
            tmp_path / "other", _envelope(school), "ab" * 32, device, seal_key,
            school.now,
        )  # fmt: skip
    assert trouble.value.code is Exit.REFUSED


def test_a_first_paper_that_is_none_is_told(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    junk = (EnrolPaper("letter", b"{}", b"{}"),)
    with pytest.raises(DaemonError, match="cannot be read"):
        take_enrolled(
            tmp_path, junk, school.root_sha256, enrolled.device, enrolled.seal_key,
            school.now,
        )  # fmt: skip
