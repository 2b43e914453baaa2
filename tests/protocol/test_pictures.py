# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture is cut into parts and joined again, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from protocol import constants as c
from protocol.codec import decode_wire, encode
from protocol.errors import MalformedError
from protocol.messages.pictures import Picture
from protocol.pictures import PART_DATA_BYTES, Joiner, split
from tests.fakes.examples import ACCESS

OTHER = bytes(16)


def parts_of(size: int, *, overview: bool = False, n: int = 1) -> list[Picture]:
    jpeg = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    return split(ACCESS, n, 0, 1280, 720, jpeg, overview=overview)


@given(st.integers(1, c.PICTURE_BYTES))
def test_a_picture_comes_out_as_it_went_in(size: int) -> None:
    parts, joiner = parts_of(size), Joiner()
    *before, last = [joiner.add(part) for part in parts]
    assert before == [None] * (len(parts) - 1)
    assert last == b"".join(part.data for part in parts)
    assert len(last) == size


@pytest.mark.parametrize(
    ("size", "count"),
    [
        (1, 1),
        (PART_DATA_BYTES, 1),
        (PART_DATA_BYTES + 1, 2),
        (c.PICTURE_BYTES, c.PICTURE_PARTS),
    ],
)
def test_a_picture_has_as_many_parts_as_it_needs(size: int, count: int) -> None:
    parts = parts_of(size)
    assert [part.part for part in parts] == list(range(count))
    for part in parts:
        assert len(encode(part)) <= c.PART_FRAME_BYTES
        assert decode_wire(encode(part)) == part


@pytest.mark.parametrize(
    ("size", "overview"),
    [
        (0, False),
        (c.PICTURE_BYTES + 1, False),
        (0, True),
        (c.OVERVIEW_BYTES + 1, True),
    ],
)
def test_an_impossible_picture_is_our_own_mistake(size: int, *, overview: bool) -> None:
    with pytest.raises(ValueError, match=f"{size} bytes"):
        parts_of(size, overview=overview)


def test_D12_overviews_of_one_bucket_have_one_length() -> None:
    lengths = {
        len(encode(part))
        for size in range(1_500, 3_700)
        for part in parts_of(size, overview=True)
    }
    assert lengths == {c.OVERVIEW_PAD_BYTES}


@pytest.mark.parametrize("size", [1, 4_000, 4_096, c.OVERVIEW_BYTES])
def test_an_overview_is_one_message_of_whole_pages(size: int) -> None:
    (only,) = parts_of(size, overview=True)
    assert len(encode(only)) % c.OVERVIEW_PAD_BYTES == 0
    assert decode_wire(encode(only)) == only
    assert Joiner().add(only) == only.data


BROKEN = {
    "another access": lambda part: replace(part, access=OTHER),
    "another number": lambda part: replace(part, n=part.n + 1),
    "another screen": lambda part: replace(part, screen=1),
    "another width": lambda part: replace(part, width_px=1),
    "another height": lambda part: replace(part, height_px=1),
    "another count": lambda part: replace(part, parts=3),
    "the same part again": lambda part: replace(part, part=0),
    "a part skipped": lambda part: replace(part, part=2),
    "an empty part": lambda part: replace(part, data=b""),
    "a filled part": lambda part: replace(part, pad=b"\0"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_part_that_does_not_follow_is_refused(name: str) -> None:
    first, second = parts_of(PART_DATA_BYTES + 1)
    joiner = Joiner()
    assert joiner.add(first) is None
    with pytest.raises(MalformedError):
        joiner.add(BROKEN[name](second))


def test_a_picture_begins_with_its_first_part() -> None:
    _first, second = parts_of(PART_DATA_BYTES + 1)
    with pytest.raises(MalformedError):
        Joiner().add(second)


def test_more_than_the_limit_is_refused_at_the_part_that_passes_it() -> None:
    joiner = Joiner()
    parts = parts_of(c.PICTURE_BYTES)
    for part in parts[:-1]:
        assert joiner.add(part) is None
    fat = replace(parts[-1], data=parts[-1].data + b"x")
    with pytest.raises(MalformedError, match="512 KiB"):
        joiner.add(fat)


def test_after_clear_a_new_picture_may_begin() -> None:
    joiner = Joiner()
    joiner.add(parts_of(PART_DATA_BYTES + 1)[0])
    joiner.clear()
    assert joiner.add(parts_of(3, n=2)[0]) == b"xxx"
