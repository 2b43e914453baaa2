# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and settings of one teacher."""

import os
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.settings import (
    Drawer,
    Settings,
    State,
    default_state,
    keep_file,
    read_file,
    read_root,
    read_settings,
)


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path)


def test_the_files_are_where_the_specification_says(state: State) -> None:
    names = (state.tls_key, state.ledger, state.outbox, state.papers, state.seats)
    assert [path.name for path in names] == [
        "teacher.key",
        "ledger.db",
        "outbox.db",
        "papers",
        "seats.json",
    ]
    assert "nzage" in default_state().folder.name


def test_without_a_file_everything_is_as_usual(state: State) -> None:
    assert read_settings(state) == Settings("nl", None)


def test_language_and_published_folder_are_read(state: State) -> None:
    state.settings.write_text('language = "en"\npublished = "/srv/papers"\n', "utf-8")
    assert read_settings(state) == Settings("en", Path("/srv/papers"))


@pytest.mark.parametrize(
    "text",
    [
        "language = 'xx'",
        "language = 3",
        "published = 3",
        "published = 'https://school.be/papers'",
        "hours = 'always'",
        "indicator = false",
        "language = ",
        "\xff",
    ],
)
def test_S30_any_other_setting_stops_the_program(state: State, text: str) -> None:
    state.settings.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConsoleError, match=r"console\.toml"):
        read_settings(state)


def test_the_window_finds_its_words_again(state: State) -> None:
    Drawer(state).remember("notice_read", "2027-03-08")
    assert Drawer(state).recall("notice_read") == "2027-03-08"
    assert Drawer(state).recall("other") == ""


def test_a_drawer_stays_small(state: State) -> None:
    drawer = Drawer(state)
    for number in range(100):
        drawer.remember(f"key{number}", "x" * 1_000)
    assert len(Drawer(state).recall("key0")) == 200
    assert Drawer(state).recall("key99") == ""


@pytest.mark.parametrize("data", [b"no json", b"[1]", b'{"a": 3}', b"[" * 100_000])
def test_an_unreadable_drawer_is_empty(state: State, data: bytes) -> None:
    state.seats.write_bytes(data)
    assert Drawer(state).recall("a") == ""


def test_a_disk_that_would_not_only_forgets_a_word(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "ascii")
    drawer = Drawer(State(blocked))
    drawer.remember("a", "b")
    assert drawer.recall("a") == "b"


def test_the_schools_number_is_read_back(state: State) -> None:
    assert read_root(state) == ""
    keep_file(state.root, b"ab" * 32 + b"\n")
    assert read_root(state) == "ab" * 32
    state.root.write_bytes(b"\xff\xfe")
    assert read_root(state) == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_a_file_is_the_teachers_alone_and_no_planted_link_is_followed(
    tmp_path: Path,
) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"as it was")
    for name in ("x.zip", "x.zip.new"):
        (tmp_path / name).symlink_to(theirs)
    keep_file(tmp_path / "x.zip", b"record")
    assert (tmp_path / "x.zip").read_bytes() == b"record"
    assert (tmp_path / "x.zip").stat().st_mode & 0o777 == 0o600
    assert theirs.read_bytes() == b"as it was"


def test_files_that_cannot_be_read_or_written_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConsoleError, match="cannot be read"):
        read_file(tmp_path / "nothing")
    (tmp_path / "file").touch()
    with pytest.raises(ConsoleError, match="cannot be written"):
        keep_file(tmp_path / "file" / "x", b"")
