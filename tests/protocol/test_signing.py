# SPDX-License-Identifier: GPL-3.0-or-later
"""A WELCOME is bound to one nonce and two certificates."""

import pytest

from protocol.signing import is_signed, welcome_bytes
from tests.fakes.wire import teacher

PARTS = (b"n" * 32, b"a" * 32, b"c" * 32)


def test_the_parts_stand_one_after_another_behind_the_context() -> None:
    expected = b"inzage/welcome/v1\0" + b"".join(PARTS)
    assert welcome_bytes(*PARTS) == expected


@pytest.mark.parametrize("index", range(3))
@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_part_of_another_length_is_our_own_mistake(index: int, length: int) -> None:
    parts = list(PARTS)
    parts[index] = bytes(length)
    with pytest.raises(ValueError, match="32 bytes"):
        welcome_bytes(*parts)


def test_a_signature_holds_for_its_key_and_its_bytes_only() -> None:
    key = teacher().sign_key
    public = key.public_key().public_bytes_raw()
    sig = key.sign(b"text")
    assert is_signed(public, sig, b"text")
    assert not is_signed(public, sig, b"texT")
    assert not is_signed(public, bytes(64), b"text")
    assert not is_signed(bytes(31), sig, b"text")
