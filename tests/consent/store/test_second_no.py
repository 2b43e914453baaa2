# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's second no."""

import stat
from pathlib import Path

import pytest

from consent.store.second_no import HALF_BYTES, SecondNo


def test_a_fresh_file_holds_nothing_and_has_its_full_size(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "second-no"
    assert SecondNo(path).read() == []
    assert path.stat().st_size == 2 * HALF_BYTES
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_D08_what_is_written_outlives_the_process(tmp_path: Path) -> None:
    path = tmp_path / "second-no"
    SecondNo(path).write([b"een", b"", b"twee"])
    assert SecondNo(path).read() == [b"een", b"", b"twee"]


def test_the_newest_wins_however_often(tmp_path: Path) -> None:
    path = tmp_path / "second-no"
    for number in range(5):
        store = SecondNo(path)
        store.read()
        store.write([bytes([number])])
        assert SecondNo(path).read() == [bytes([number])]


def test_it_never_grows(tmp_path: Path) -> None:
    path = tmp_path / "second-no"
    store = SecondNo(path)
    store.write([bytes(4000)])
    store.write([])
    assert path.stat().st_size == 2 * HALF_BYTES
    with pytest.raises(ValueError, match="room"):
        store.write([bytes(HALF_BYTES)])
    assert SecondNo(path).read() == []


@pytest.mark.parametrize("at", [0, 33, 50, HALF_BYTES, HALF_BYTES + 40])
def test_a_torn_half_leaves_the_other(tmp_path: Path, at: int) -> None:
    path = tmp_path / "second-no"
    store = SecondNo(path)
    store.write([b"oud"])
    store.write([b"nieuw"])
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert SecondNo(path).read() in ([b"oud"], [b"nieuw"])


def test_two_torn_halves_are_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "second-no"
    store = SecondNo(path)
    path.write_bytes(bytes(2 * HALF_BYTES))
    with pytest.raises(ValueError, match="damaged"):
        store.read()
    path.write_bytes(b"")
    with pytest.raises(ValueError, match="damaged"):
        store.read()


def test_a_missing_file_is_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "second-no"
    store = SecondNo(path)
    path.unlink()
    with pytest.raises(ValueError, match="cannot be read"):
        store.read()
    with pytest.raises(OSError, match="No such file"):
        store.write([b"nee"])


def test_a_half_made_file_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "second-no.new").write_bytes(b"half")
    assert SecondNo(tmp_path / "second-no").read() == []
