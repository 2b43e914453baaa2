# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures in parts, one in flight per tile. No message carries a rate or a size.

Source: docs/spec/wire.md "Picture".
"""

from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f


class Picture(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=40):
    """A to C: one part of one JPEG of one screen, under a named access."""

    access: f.Id
    n: f.U32
    screen: f.U8
    width_px: f.U16
    height_px: f.U16
    part: Annotated[int, Meta(ge=0, lt=c.PICTURE_PARTS)]
    parts: Annotated[int, Meta(ge=1, le=c.PICTURE_PARTS)]
    data: f.PartData
    pad: Annotated[bytes, Meta(max_length=c.OVERVIEW_PAD_BYTES + c.PAD_LEAST_BYTES - 1)]


class PictureTaken(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=41
):
    """C to A, on arrival, always; the next picture leaves only after it."""

    access: f.Id
    n: f.U32
