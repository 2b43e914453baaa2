# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes that say nothing, so that a length says nothing either.

msgpack writes the length of a byte string in 2 bytes up to 255 and in 3 up to 65 535:
one exact total cannot be reached at that seam. So a pad always has 256 bytes or more.
Source: docs/spec/wire.md "Padding".
"""

from typing import Final

from msgspec import Struct

from protocol import constants as c
from protocol.codec import encode

_EMPTY_HEADER_BYTES: Final = 2
_LONG_HEADER_BYTES: Final = 3


def pad_to(bare: Struct, total_bytes: int) -> bytes:
    """Make the pad that brings a message to one exact length.

    Args:
        bare: the message with an empty pad as its last field.
        total_bytes: what encode(message) must measure with the pad in it.

    Raises:
        ValueError: the message has no room left for the smallest pad.
    """
    pad_bytes = total_bytes - _without_pad_bytes(bare)
    if pad_bytes < c.PAD_LEAST_BYTES:
        raise ValueError(f"A message leaves {pad_bytes} bytes for its pad.")
    return bytes(pad_bytes)


def pad_to_multiple(bare: Struct, of_bytes: int) -> bytes:
    """Make the pad that brings a message to a multiple of some length."""
    least = _without_pad_bytes(bare) + c.PAD_LEAST_BYTES
    return bytes(c.PAD_LEAST_BYTES + -least % of_bytes)


def _without_pad_bytes(bare: Struct) -> int:
    return len(encode(bare)) - _EMPTY_HEADER_BYTES + _LONG_HEADER_BYTES
