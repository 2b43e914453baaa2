# SPDX-License-Identifier: GPL-3.0-or-later
"""A pad brings a message to one exact length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from protocol import constants as c
from protocol.codec import encode
from protocol.messages.commands import NotShared
from protocol.padding import pad_to, pad_to_multiple
from tests.fakes.examples import WIRE

PICTURE = next(m for m in WIRE if type(m).__name__ == "Picture")
BARE = replace(PICTURE, pad=b"")
SMALLEST = len(encode(BARE)) + 1 + c.PAD_LEAST_BYTES  # the longer header of a pad


@pytest.mark.parametrize("total", [SMALLEST, SMALLEST + 1, 5_000])
def test_an_exact_length_is_reached(total: int) -> None:
    assert len(encode(replace(BARE, pad=pad_to(BARE, total)))) == total


def test_too_little_room_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="255 bytes"):
        pad_to(BARE, SMALLEST - 1)


@given(st.integers(1, c.OVERVIEW_BYTES))
def test_a_multiple_is_reached_for_every_length_of_the_data(data_bytes: int) -> None:
    bare = replace(BARE, data=bytes(data_bytes))
    pad = pad_to_multiple(bare, c.OVERVIEW_PAD_BYTES)
    padded_bytes = len(encode(replace(bare, pad=pad)))
    assert padded_bytes % c.OVERVIEW_PAD_BYTES == 0
    assert padded_bytes - len(encode(bare)) <= c.OVERVIEW_PAD_BYTES + c.PAD_LEAST_BYTES


def test_a_pad_says_nothing() -> None:
    assert set(pad_to(NotShared(1, b""), c.ANSWER_PAD_BYTES)) == {0}
