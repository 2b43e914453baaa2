# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers are kept whole, found again by name, and a broken one is told."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.signed import Kind, SignedPaper, Signer, sign
from consent.store.papers_folder import PAPER_BYTES, PapersFolder, paper_name

CLASS = "c" * 32


def _signed(kind: Kind, body: bytes) -> SignedPaper:
    key = Ed25519PrivateKey.generate()
    return SignedPaper(kind, body, (sign(kind, body, Signer.OFFICE, key),))


def test_papers_come_back_with_their_signatures(tmp_path: Path) -> None:
    folder = PapersFolder(tmp_path / "papers")
    trust, sheet = _signed(Kind.TRUST, b"{}"), _signed(Kind.CLASS, b"{1}")
    assert folder.read() == ([], [])
    assert folder.put(trust) == "trust"
    assert folder.put(sheet, CLASS) == f"class-{CLASS}" == paper_name(Kind.CLASS, CLASS)
    papers, faults = folder.read()
    assert faults == []
    assert {filed.name: filed.paper for filed in papers} == {
        "trust": trust,
        f"class-{CLASS}": sheet,
    }


def test_a_newer_paper_takes_the_place_of_the_older(tmp_path: Path) -> None:
    folder = PapersFolder(tmp_path)
    folder.put(_signed(Kind.TRUST, b"old"))
    newer = _signed(Kind.TRUST, b"new")
    folder.put(newer)
    (filed,) = folder.read()[0]
    assert filed.paper == newer
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "trust.json",
        "trust.sig",
    ]


def test_slips_get_names_that_tell_nothing(tmp_path: Path) -> None:
    folder = PapersFolder(tmp_path)
    names = [folder.put(SignedPaper(Kind.SLIP, b"sealed"), CLASS) for _ in range(2)]
    assert names[0] != names[1]
    assert CLASS not in "".join(names)
    assert [filed.paper.body for filed in folder.read()[0]] == [b"sealed"] * 2
    folder.remove(names[0])
    folder.remove(names[0])
    assert [filed.name for filed in folder.read()[0]] == names[1:]


def test_broken_papers_are_told_and_strangers_left_alone(tmp_path: Path) -> None:
    folder = PapersFolder(tmp_path)
    folder.put(_signed(Kind.TRUST, b"{}"))
    (tmp_path / "charter.json").write_bytes(b"{}")  # no signatures beside it
    (tmp_path / f"class-{CLASS}.json").write_bytes(b"{}")
    (tmp_path / f"class-{CLASS}.sig").write_bytes(b"no signatures")
    (tmp_path / "roster-x.json").write_bytes(b"0" * (PAPER_BYTES + 1))
    (tmp_path / "set-x.json").write_bytes(b"{}")
    (tmp_path / "set-x.sig").write_bytes(b"0" * (PAPER_BYTES + 1))
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / ".trust.json.new").write_bytes(b"half written")
    papers, faults = folder.read()
    assert [filed.name for filed in papers] == ["trust"]
    assert [fault.partition(":")[0] for fault in faults] == [
        "charter.json",
        f"class-{CLASS}.json",
        "roster-x.json",
        "set-x.json",
    ]


def test_removing_from_a_folder_that_never_was_is_fine(tmp_path: Path) -> None:
    PapersFolder(tmp_path / "nowhere").remove("trust")


def test_a_crash_between_the_two_files_is_finished_and_an_earlier_one_forgotten(
    tmp_path: Path,
) -> None:
    folder = PapersFolder(tmp_path)
    old, new = _signed(Kind.TRUST, b"old"), _signed(Kind.TRUST, b"new")
    folder.put(old)
    beside = PapersFolder(tmp_path / "beside")
    beside.put(new)
    body = (beside.path / "trust.json").read_bytes()
    sigs = (beside.path / "trust.sig").read_bytes()

    (tmp_path / ".trust.sig.new").write_bytes(sigs)
    (tmp_path / ".trust.json.new").write_bytes(body)
    assert [filed.paper for filed in folder.read()[0]] == [old]

    (tmp_path / ".trust.sig.new").replace(tmp_path / "trust.sig")
    assert [filed.paper for filed in folder.read()[0]] == [new]
    left = _signed(Kind.CLASS, b"left behind")
    (tmp_path / f".class-{CLASS}.json.new").write_bytes(left.body)
    (tmp_path / f".class-{CLASS}.sig.new").write_bytes(b"[]")

    folder.put(_signed(Kind.CHARTER, b"{}"))
    assert [filed.name for filed in folder.read()[0]] == ["charter", "trust"]
    assert (tmp_path / "trust.json").read_bytes() == b"new"
    assert list(tmp_path.glob(".*")) == []


def test_who_reads_while_another_writes_changes_nothing(tmp_path: Path) -> None:
    folder = PapersFolder(tmp_path)
    folder.put(_signed(Kind.TRUST, b"{}"))
    (tmp_path / ".charter.json.new").write_bytes(b"{}")
    (tmp_path / ".slip-00.sealed.new").write_bytes(b"sealed")
    before = sorted(tmp_path.iterdir())
    assert [filed.name for filed in folder.read()[0]] == ["trust"]
    assert sorted(tmp_path.iterdir()) == before


def test_many_papers_are_put_in_order_and_taken_away_together(tmp_path: Path) -> None:
    folder = PapersFolder(tmp_path)
    slips = [(SignedPaper(Kind.SLIP, bytes([n])), CLASS) for n in range(30)]
    last = _signed(Kind.SET, b"{}")
    folder.put_all([*slips, (last, CLASS)])
    papers, faults = folder.read()
    assert faults == []
    assert {filed.paper.body for filed in papers} == {
        b"{}",
        *(slip.body for slip, _ in slips),
    }
    folder.remove(*(filed.name for filed in papers if filed.paper.kind is Kind.SLIP))
    assert [filed.name for filed in folder.read()[0]] == [f"set-{CLASS}"]


def test_a_disk_that_fails_beside_leaves_every_older_paper(tmp_path: Path) -> None:
    folder = PapersFolder(tmp_path)
    old = _signed(Kind.TRUST, b"old")
    folder.put(old)
    with pytest.raises(OSError, match="long"):  # no disk has such a name
        folder.put_all([(_signed(Kind.TRUST, b"new"), ""), *_too_long()])
    assert [filed.paper for filed in folder.read()[0]] == [old]


def _too_long() -> list[tuple[SignedPaper, str]]:
    return [(_signed(Kind.CLASS, b"{}"), "c" * 300)]


def test_what_is_taken_away_is_gone_with_its_half_written_successor(
    tmp_path: Path,
) -> None:
    folder = PapersFolder(tmp_path)
    assert PapersFolder(tmp_path / "none").named(Kind.ROSTER) == set()
    for kind in (Kind.ROSTER, Kind.CLASS):
        folder.put(_signed(kind, b"{}"), CLASS)
    half = paper_name(Kind.ROSTER, "d" * 32)
    (tmp_path / f".{half}.json.new").write_bytes(b"{}")
    lying = folder.named(Kind.ROSTER)
    assert lying == {paper_name(Kind.ROSTER, CLASS), half}
    folder.remove(*lying)
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {f"class-{CLASS}.json", f"class-{CLASS}.sig"}
