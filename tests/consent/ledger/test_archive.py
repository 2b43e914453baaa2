# SPDX-License-Identifier: GPL-3.0-or-later
"""One way to write a zip: every other byte is seen, every unzip program reads it."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.ledger import archive

MEMBERS = {
    "manifest.json": b'{"v":1}',
    "shared.jsonl": b"een\ntwee\n",
    "papers/trust.json": b"{}",
    "empty": b"",
}
PACK = archive.write(MEMBERS)
VECTOR = Path(__file__).parents[2] / "vectors" / "ledger" / "archive.txt"


def test_the_form_never_changes() -> None:
    """A pack of today must be whole for the reader of ten years from now."""
    assert VECTOR.read_text(encoding="ascii").split() == [PACK.hex()]


def test_members_come_back_in_their_order() -> None:
    held = archive.read(PACK)
    assert held.whole
    assert list(held.members.items()) == list(MEMBERS.items())


def test_the_standard_reader_agrees() -> None:
    with zipfile.ZipFile(io.BytesIO(PACK)) as file:
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()} == MEMBERS
        assert file.comment == b""


def test_an_empty_pack_can_be_written() -> None:
    with zipfile.ZipFile(io.BytesIO(archive.write({}))) as file:
        assert file.namelist() == []


@given(st.integers(0, len(PACK) - 1), st.integers(1, 255))
def test_any_changed_byte_is_seen(at: int, change: int) -> None:
    changed = bytearray(PACK)
    changed[at] ^= change
    held = archive.read(bytes(changed))
    assert not held.whole or held.members != MEMBERS
    assert not held.cut


@given(st.integers(0, len(PACK)), st.binary(min_size=1, max_size=9))
def test_any_added_byte_is_seen(at: int, more: bytes) -> None:
    changed = PACK[:at] + more + PACK[at:]
    try:
        held = archive.read(changed)
    except archive.NotAPackError:  # the names were broken in every place
        raise AssertionError from None
    assert not held.whole or held.members != MEMBERS


@given(st.integers(0, len(PACK) - 1))
def test_a_file_cut_short_is_seen(size: int) -> None:
    try:
        held = archive.read(PACK[:size])
    except archive.NotAPackError:
        assert not any(mark in PACK[:size] for mark in archive.MARKS)
        return
    assert (held.whole, held.cut) == (False, True)
    assert held.members.items() <= MEMBERS.items()


def test_a_whole_file_is_not_cut_and_more_after_it_neither() -> None:
    assert not archive.read(PACK).cut
    assert not archive.read(PACK + b"x").cut


def test_one_name_twice_is_seen() -> None:
    one = archive.write({"manifest.json": b"a"})
    local_only = one[: one.index(b"PK\x01\x02")]
    assert not archive.read(local_only + PACK).whole


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello" * 999])
def test_other_bytes_are_no_pack(data: bytes) -> None:
    with pytest.raises(archive.NotAPackError):
        archive.read(data)


@pytest.mark.parametrize(
    "name", ["", "../x", "/x", "a//b", "a/b/c", "A", "a b", "é", "a\n", "a/", ".x"]
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        archive.write({name: b""})


def test_a_compressed_member_is_not_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("manifest.json", b"0" * 10_000_000)
    held = archive.read(made.getvalue())
    assert not held.whole
    assert sum(map(len, held.members.values())) < 100_000


def test_too_many_members_are_refused() -> None:
    with pytest.raises(ValueError, match="at most"):
        archive.write({f"{n}": b"" for n in range(2_001)})
