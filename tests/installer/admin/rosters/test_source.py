# SPDX-License-Identifier: GPL-3.0-or-later
"""A set comes from a folder, a zip or single files; a hostile one is refused whole."""

import io
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.admin.rosters import source
from installer.admin.rosters.source import read_source
from installer.admin.trouble import OfficeError


def _zip(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members:
            out.writestr(name, data)
    return path


def _refusal(*paths: Path) -> str:
    with pytest.raises(OfficeError) as caught:
        read_source(paths)
    return caught.value.said.key


def test_a_folder_a_zip_and_single_files_give_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    for name in ("Users.CSV", "classes.csv"):
        (folder / name).write_bytes(name.encode())
    (folder / "readme.txt").write_text("not ours")
    (folder / "deeper").mkdir()
    wanted = {"users.csv": b"Users.CSV", "classes.csv": b"classes.csv"}
    zipped = _zip(
        tmp_path / "set.zip",
        ("Users.CSV", b"Users.CSV"),
        ("classes.csv", b"classes.csv"),
    )
    deep = _zip(
        tmp_path / "deep.ZIP",
        ("export/Users.CSV", b"Users.CSV"),
        ("export/classes.csv", b"classes.csv"),
        ("__MACOSX/export/._classes.csv", b"a Mac's own"),
        ("export/logo.png", b"\x89PNG"),
    )
    assert read_source([folder]) == wanted
    assert read_source([zipped]) == wanted
    assert read_source([deep]) == wanted
    assert read_source(sorted(folder.glob("*.[Cc][Ss][Vv]"))) == wanted


@pytest.mark.parametrize(
    "name",
    [
        "../users.csv",
        "a/../../users.csv",
        "/etc/users.csv",
        "..\\users.csv",
        "C:users.csv",
    ],
)
def test_S13_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    assert _refusal(_zip(tmp_path / "x.zip", (name, b"x"))) == "source.escapes"
    assert [file.name for file in tmp_path.iterdir()] == ["x.zip"]


def test_S14_a_zip_that_swells_is_refused_without_being_read(
    tmp_path: Path,
) -> None:
    bomb = _zip(tmp_path / "bomb.zip", ("users.csv", bytes(source.FILE_BYTES + 1)))
    assert bomb.stat().st_size < 200_000
    assert _refusal(bomb) == "source.too_large"


def test_S14_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "liar.zip", ("users.csv", bytes(1_000_000)))
    data = path.read_bytes()
    told = struct.pack("<I", 1_000_000)
    assert data.count(told) == 2
    path.write_bytes(data.replace(told, struct.pack("<I", 10)))
    assert _refusal(path) == "source.broken_zip"


def test_many_files_that_are_too_much_together_are_refused(tmp_path: Path) -> None:
    names = [(f"{number}.csv", b"x") for number in range(source.MOST_FILES + 1)]
    assert _refusal(_zip(tmp_path / "many.zip", *names)) == "source.too_much"
    large = [(f"{number}.csv", bytes(source.FILE_BYTES)) for number in range(5)]
    assert _refusal(_zip(tmp_path / "large.zip", *large)) == "source.too_much"


def test_what_cannot_be_read_is_told_by_its_kind(tmp_path: Path) -> None:
    (tmp_path / "none.zip").write_bytes(b"PK\x03\x04 not a zip")
    assert _refusal(tmp_path / "none.zip") == "source.broken_zip"
    cut = _zip(tmp_path / "cut.zip", ("users.csv", b"x" * 1000))
    data = bytearray(cut.read_bytes())
    data[45:50] = b"\xff" * 5
    cut.write_bytes(data)
    assert _refusal(cut) == "source.broken_zip"
    two = _zip(tmp_path / "two.zip", ("a/users.csv", b"x"), ("b/classes.csv", b"y"))
    assert _refusal(two) == "source.folders"
    assert _refusal(_zip(tmp_path / "empty.zip")) == "source.nothing"
    folder = tmp_path / "folder"
    folder.mkdir()
    assert _refusal(folder) == "source.nothing"
    (folder / "users.csv").mkdir()
    assert _refusal(folder) == "source.no_file"


def test_a_locked_zip_and_a_strange_packing_are_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "locked.zip", ("users.csv", b"x" * 100))
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    path.write_bytes(data)
    assert _refusal(path) == "source.locked"
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_BZIP2) as out:
        out.writestr("users.csv", "x")
    assert _refusal(tmp_path / "b.zip") == "source.broken_zip"


def test_one_name_twice_is_refused(tmp_path: Path) -> None:
    one = _zip(tmp_path / "one.zip", ("users.csv", b"x"), ("USERS.csv", b"y"))
    assert _refusal(one) == "source.twice"
    (tmp_path / "users.csv").write_bytes(b"x")
    other = _zip(tmp_path / "other.zip", ("users.csv", b"x"))
    assert _refusal(other, tmp_path / "users.csv") == "source.twice"


def test_S10_a_name_that_would_write_on_the_terminal_is_refused(tmp_path: Path) -> None:
    for name in ("users\x1b[2J.csv", "us\u202eers.csv"):
        path = _zip(tmp_path / "odd.zip", (name, b"x"))
        assert _refusal(path) == "source.odd_name"


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one place for many files, one after another."""
    return tmp_path_factory.mktemp("fuzz") / "set.zip"


@given(at=st.integers(0, 400), put=st.binary(min_size=1, max_size=6))
def test_S14_any_changed_bytes_of_a_zip_give_files_or_a_sentence(
    scratch: Path, at: int, put: bytes
) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("users.csv", "sourcedId,givenName\n" * 20)
        out.writestr("classes.csv", "sourcedId,title\n")
    data = bytearray(held.getvalue())
    data[at : at + len(put)] = put
    scratch.write_bytes(data)
    with suppress(OfficeError):
        assert all(name.endswith(".csv") for name in read_source([scratch]))
