# SPDX-License-Identifier: GPL-3.0-or-later
"""A file is its owner's alone, goes through no link and over nothing of others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from consent.store.files import new_file, write_new, write_over

Write = Callable[[Path, bytes], None]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in the folder")
@pytest.mark.parametrize("write", [write_new, write_over])
def test_what_is_written_is_its_owners_alone(tmp_path: Path, write: Write) -> None:
    before = os.umask(0)
    try:
        write(tmp_path / "list.zip", b"names")
    finally:
        os.umask(before)
    assert (tmp_path / "list.zip").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "list.zip").read_bytes() == b"names"


@pytest.mark.parametrize("points_at", ["theirs", "nothing"])
def test_a_planted_link_is_not_followed(tmp_path: Path, points_at: str) -> None:
    theirs, link = tmp_path / "theirs", tmp_path / "list.zip"
    theirs.write_bytes(b"as it was")
    link.symlink_to(tmp_path / points_at)
    with pytest.raises(FileExistsError):
        write_new(link, b"names")
    assert link.is_symlink()
    write_over(link, b"names")
    assert not link.is_symlink()
    assert link.read_bytes() == b"names"
    assert theirs.read_bytes() == b"as it was"
    assert not (tmp_path / "nothing").exists()


def test_what_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    file = tmp_path / "list.zip"
    file.write_bytes(b"as it was")
    file.chmod(0o644)
    with pytest.raises(FileExistsError, match=r"list\.zip"):
        write_new(file, b"names")
    assert file.read_bytes() == b"as it was"
    write_over(file, b"names")
    assert file.read_bytes() == b"names"
    assert file.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [file]


def test_after_an_error_nothing_new_lies_there(tmp_path: Path) -> None:
    with pytest.raises(TypeError), new_file(tmp_path / "half") as file:
        file.write("no bytes")  # type: ignore[call-overload]
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_over(tmp_path / "folder", b"names")
    assert [x.name for x in tmp_path.iterdir()] == ["folder"]
