# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames come out as they went in, however the bytes were cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol import constants as c
from protocol.errors import TooBigError
from protocol.framing import FrameBuffer, framed


def test_a_frame_is_its_length_and_its_bytes() -> None:
    assert framed(b"abc") == b"\0\0\0\x03abc"


@given(st.lists(st.binary(max_size=50), max_size=8), st.integers(1, 7))
def test_frames_survive_any_cut(payloads: list[bytes], step: int) -> None:
    data = b"".join(framed(payload) for payload in payloads)
    buffer, got = FrameBuffer(50), []
    for start in range(0, len(data), step):
        buffer.feed(data[start : start + step])
        while (frame := buffer.next_frame()) is not None:
            got.append(frame)
    assert got == payloads
    buffer.feed(framed(b"next"))
    assert buffer.next_frame() == b"next"  # nothing waited before it


@pytest.mark.parametrize("cap", [0, 1, c.FIRST_FRAME_BYTES])
def test_the_cap_itself_is_allowed(cap: int) -> None:
    buffer = FrameBuffer(cap)
    buffer.feed(framed(bytes(cap)))
    assert buffer.next_frame() == bytes(cap)


@pytest.mark.parametrize("length", [4_097, 2**31, 2**32 - 1])
def test_S14_too_long_is_said_as_soon_as_the_length_is_seen(length: int) -> None:
    buffer = FrameBuffer(c.FIRST_FRAME_BYTES)
    buffer.feed(length.to_bytes(4, "big"))
    with pytest.raises(TooBigError, match=str(length)):
        buffer.next_frame()


def test_a_cap_may_grow_between_two_frames() -> None:
    buffer = FrameBuffer(1)
    buffer.feed(framed(b"a") + framed(b"bb"))
    assert buffer.next_frame() == b"a"
    buffer.cap_bytes = 2
    assert buffer.next_frame() == b"bb"


def test_clear_forgets_half_a_frame() -> None:
    buffer = FrameBuffer(9)
    buffer.feed(framed(b"abc")[:-1])
    buffer.clear()
    buffer.feed(framed(b"d"))
    assert buffer.next_frame() == b"d"
