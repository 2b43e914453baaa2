# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.store.shelf_folder: after a restart the shelf believes what it believed."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from consent.documents.signed import Kind, SignedPaper, Signer, public_bytes, sign
from consent.shelf.held import Accepted, Code, PaperRefused
from consent.shelf.shelf import Shelf
from consent.store.shelf_folder import REPLACED, WAITING, ShelfFolder
from tests.fakes.papers import DAY
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
OTHER = make_school()
NEW_DPO = SCHOOL.signed(replace(SCHOOL.trust, serial=2, dpo=OTHER.trust.dpo))


def restarted(path: Path, shelf: Shelf | None = None) -> tuple[Shelf, list[str]]:
    """Keep a shelf, and start again from its folder."""
    if shelf:
        ShelfFolder(path).keep(shelf)
    again = SCHOOL.empty_shelf()
    return again, ShelfFolder(path).restore(again, NOW + 2 * DAY)


def test_all_papers_come_back(tmp_path: Path) -> None:
    shelf = SCHOOL.shelf_for()
    again, faults = restarted(tmp_path / "papers", shelf)
    assert faults == []
    assert again.listed() == shelf.listed()
    assert again.freshness(SCHOOL.class_id, NOW)


def test_an_empty_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    again, faults = restarted(tmp_path / "nowhere")
    assert again.trust is None
    assert faults == []


def test_P08_serials_are_remembered(tmp_path: Path) -> None:
    newer = SCHOOL.newer(charter={"overview_width_px": 160})
    again, _ = restarted(tmp_path, newer.shelf_for())
    answer = again.accept(SCHOOL.papers[Kind.CHARTER], NOW)
    assert isinstance(answer, PaperRefused)
    assert answer.code is Code.ROLLBACK


def test_a_newer_paper_takes_the_old_ones_place(tmp_path: Path) -> None:
    folder = ShelfFolder(tmp_path)
    shelf = SCHOOL.shelf_for()
    folder.keep(shelf)
    before = sorted(file.name for file in tmp_path.iterdir())
    newer = SCHOOL.newer(slip={"opt_outs": ("view",)})
    shelf.accept_all(newer.papers_for(), NOW)
    folder.keep(shelf)
    assert sorted(file.name for file in tmp_path.iterdir()) == before
    again, _ = restarted(tmp_path)
    assert again.slips[SCHOOL.class_id].opt_outs == ("view",)


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    folder = ShelfFolder(tmp_path)
    shelf = SCHOOL.shelf_for()
    folder.keep(shelf)
    folder.restore(SCHOOL.empty_shelf(), NOW)
    times = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    folder.keep(shelf)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == times


def test_D04_a_restart_does_not_end_the_wait_of_a_new_dpo(tmp_path: Path) -> None:
    shelf = SCHOOL.shelf_for()
    shelf.accept(NEW_DPO, NOW)
    again, faults = restarted(tmp_path, shelf)
    assert faults == []
    assert again.trust == SCHOOL.trust
    assert again.pending() == shelf.pending()
    assert not again.settle(NOW + 13 * DAY)
    assert again.settle(NOW + 14 * DAY)
    third, _ = restarted(tmp_path, again)
    assert third.trust
    assert third.trust.dpo == OTHER.trust.dpo
    assert not (tmp_path / WAITING).exists()


@pytest.mark.parametrize("data", [b"", b"{}", b'{"body":"","seen":"x","sigs":""}'])
def test_a_waiting_trust_that_cannot_be_read_waits_from_anew(
    tmp_path: Path, data: bytes
) -> None:
    shelf = SCHOOL.shelf_for()
    shelf.accept(NEW_DPO, NOW)
    ShelfFolder(tmp_path).keep(shelf)
    (tmp_path / WAITING).write_bytes(data)
    again, _ = restarted(tmp_path)
    assert again.pending() is None
    assert again.trust == SCHOOL.trust
    answer = again.accept(NEW_DPO, NOW)
    assert isinstance(answer, Accepted)
    assert answer.pending


def test_the_chain_of_roots_is_kept(tmp_path: Path) -> None:
    root = Ed25519PrivateKey.generate()
    document = replace(SCHOOL.trust, serial=2, epoch=2, root=public_bytes(root).hex())
    paper = SCHOOL.signed(document)
    both = (*paper.signatures, sign(Kind.TRUST, paper.body, Signer.ROOT, root))
    shelf = SCHOOL.shelf_for()
    answer = shelf.accept(SignedPaper(Kind.TRUST, paper.body, both), NOW)
    assert isinstance(answer, Accepted)
    again, faults = restarted(tmp_path, shelf)
    assert faults == []
    assert again.trust == document
    assert {"trust-0001.json", "trust-0002.json"} <= {
        f.name for f in tmp_path.iterdir()
    }


def test_a_paper_that_was_tampered_with_on_disk_is_told(tmp_path: Path) -> None:
    ShelfFolder(tmp_path).keep(SCHOOL.shelf_for())
    file = tmp_path / "charter.json"
    file.write_bytes(
        file.read_bytes().replace(
            b'"overview_width_px":192', b'"overview_width_px":240'
        )
    )
    again, faults = restarted(tmp_path)
    assert again.charter is None
    assert len(faults) == 1
    assert "office and dpo" in faults[0]


def test_R47_the_charter_before_this_one_comes_back(tmp_path: Path) -> None:
    shelf = SCHOOL.shelf_for()
    newer = SCHOOL.newer(charter={"overview_width_px": 240})
    shelf.accept_all(newer.papers_for(), NOW)
    again, _ = restarted(tmp_path, shelf)
    assert again.replaced == shelf.replaced
    assert again.replaced is not None
    assert again.replaced.charter == SCHOOL.charter
    assert again.replaced.at == NOW
    (tmp_path / REPLACED).write_bytes(b"{}")
    again, _ = restarted(tmp_path)
    assert again.replaced is None
