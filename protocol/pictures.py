# SPDX-License-Identifier: GPL-3.0-or-later
"""One JPEG into parts, and parts into one JPEG again.

Source: docs/spec/wire.md "Picture".
"""

from typing import Final

from msgspec.structs import replace

from protocol import constants as c
from protocol.errors import MalformedError
from protocol.messages.pictures import Picture
from protocol.padding import pad_to_multiple

PART_DATA_BYTES: Final = c.PART_FRAME_BYTES - 128  # room for the other fields


def split(
    access: bytes,
    n: int,
    screen: int,
    width_px: int,
    height_px: int,
    jpeg: bytes,
    *,
    overview: bool,
) -> list[Picture]:
    """Cut one JPEG into messages; an overview is one, padded.

    Args:
        access: the access this picture belongs to.
        n: counts from 1 within the access.
        screen: which monitor.
        width_px: of the JPEG.
        height_px: of the JPEG.
        jpeg: at most 512 KiB; an overview at most 16 KiB.
        overview: pad it, so that its length does not say which page is open.

    Raises:
        ValueError: the JPEG is empty or over its limit.
    """
    if not 0 < len(jpeg) <= (c.OVERVIEW_BYTES if overview else c.PICTURE_BYTES):
        raise ValueError(f"A picture of {len(jpeg)} bytes may not leave.")
    cuts = range(0, len(jpeg), PART_DATA_BYTES)
    parts = [
        Picture(
            access=access,
            n=n,
            screen=screen,
            width_px=width_px,
            height_px=height_px,
            part=part,
            parts=len(cuts),
            data=jpeg[cut : cut + PART_DATA_BYTES],
            pad=b"",
        )
        for part, cut in enumerate(cuts)
    ]
    return [padded(parts[0])] if overview else parts


def padded(picture: Picture) -> Picture:
    """Fill a picture so that its whole frame is a multiple of 4 KiB."""
    return replace(picture, pad=pad_to_multiple(picture, c.OVERVIEW_PAD_BYTES))


class Joiner:
    """Parts of one picture at a time, in order, into the bytes of a JPEG.

    One a laptop and screen: a console keeps at most 512 KiB of an unfinished picture.
    """

    def __init__(self) -> None:
        self._first: Picture | None = None
        self._data = bytearray()
        self._next_part = 0

    def add(self, picture: Picture) -> bytes | None:
        """Take the next part.

        Returns:
            The whole JPEG with its last part, None before that.

        Raises:
            MalformedError: a part that does not follow the one before it, or too much.
        """
        if self._first is None:
            self._first = picture
        self._check(self._first, picture)
        self._data += picture.data
        self._next_part += 1
        if self._next_part < picture.parts:
            return None
        whole = bytes(self._data)
        self.clear()
        return whole

    def clear(self) -> None:
        """Forget an unfinished picture."""
        self._first = None
        self._data.clear()
        self._next_part = 0

    def _check(self, first: Picture, picture: Picture) -> None:
        like_first = replace(picture, part=first.part, data=first.data, pad=first.pad)
        if like_first != first or picture.part != self._next_part:
            raise MalformedError("A part of a picture does not follow the one before.")
        if not picture.data or (picture.pad and picture.parts > 1):
            raise MalformedError("A part of a picture is empty, or filled for nothing.")
        if len(self._data) + len(picture.data) > c.PICTURE_BYTES:
            raise MalformedError("A picture is over 512 KiB.")
