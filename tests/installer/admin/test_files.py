# SPDX-License-Identifier: GPL-3.0-or-later
"""What is there or not, and should not be so, is told before anything happens."""

from pathlib import Path

import pytest

from installer.admin.files import FileNew, FileThere
from installer.admin.trouble import Exit, OfficeError


def test_a_file_that_is_there_is_its_path(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("", "utf-8")
    assert FileThere().convert(str(file), None, None) == file


def test_a_folder_will_do_where_that_is_said(tmp_path: Path) -> None:
    assert FileThere(folders=True).convert(str(tmp_path), None, None) == tmp_path


def test_what_is_no_file_is_wrong_use(tmp_path: Path) -> None:
    for path, key in ((tmp_path, r"sys\.folder"), (tmp_path / "x", r"sys\.missing")):
        with pytest.raises(OfficeError, match=key) as caught:
            FileThere().convert(str(path), None, None)
        assert caught.value.code is Exit.WRONG_USE


def test_what_is_made_may_not_be_there_not_even_as_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    for path in (tmp_path, tmp_path / "file", tmp_path / "link"):
        with pytest.raises(OfficeError, match=r"sys\.there") as caught:
            FileNew().convert(str(path), None, None)
        assert caught.value.code is Exit.WRONG_USE
    assert FileNew().convert(str(tmp_path / "x"), None, None) == tmp_path / "x"
