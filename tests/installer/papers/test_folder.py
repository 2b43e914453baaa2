# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers land where they should."""

import sys
from pathlib import Path

import pytest

from consent.documents.fields import Lang
from installer.papers.annex import annex
from installer.papers.folder import Folder
from tests.fakes.agreed import agreed


def test_a_paper_is_a_page_and_a_pdf(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    files = folder.put("rules-annex", [annex(agreed(), Lang.EN)])
    assert [file.name for file in files] == [
        "rules-annex.en.html",
        "rules-annex.en.pdf",
    ]
    assert files[0].read_text("utf-8").startswith("<!DOCTYPE html>")
    assert files[1].read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_the_owner_reads_what_may_hold_names(tmp_path: Path) -> None:
    folder, theirs = Folder(tmp_path / "out"), tmp_path / "theirs"
    theirs.write_text("as it was", "ascii")
    file = folder.put_text("x.csv", "x")
    file.unlink()
    file.symlink_to(theirs)
    assert folder.put_text("x.csv", "x") == file
    assert theirs.read_text("ascii") == "as it was"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
