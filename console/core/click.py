# SPDX-License-Identifier: GPL-3.0-or-later
"""One click that asks several laptops: the ids of what it starts begin alike.

So the teacher's record tells two clicks with the same words apart, and keeps one click
one line. A laptop reads nothing in it. Source: docs/spec/command.md, "Rules".
"""

from typing import Final

_BYTES: Final = 8


def of_click(click: bytes, fresh: bytes) -> bytes:
    """Make the id of one access: the click's beginning, then fresh bytes."""
    return click[:_BYTES] + fresh[_BYTES:]


def click_of(access: str) -> str:
    """Give the click of an access; both in hex."""
    return access[: 2 * _BYTES]
