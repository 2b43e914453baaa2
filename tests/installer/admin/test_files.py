# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that is not there, or is a folder, is told before anything happens."""

from pathlib import Path

import pytest

from installer.admin.files import FileThere
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
