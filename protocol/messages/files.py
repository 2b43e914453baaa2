# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes of an offered or handed-in file. No message has a path.

Source: docs/spec/wire.md "FileData".
"""

from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f

Offset = Annotated[int, Meta(ge=0, le=c.FILE_BYTES)]


class FileData(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=60
):
    """Both ways: some bytes at an offset."""

    file: f.Id
    offset: Offset
    data: f.PartData


class FileGo(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=61):
    """Both ways: send on from here."""

    file: f.Id
    offset: Offset


class FileEnd(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=62):
    """Both ways: that was all of it."""

    file: f.Id
    sha256: f.Hash


class FileDrop(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=63
):
    """Both ways: no more of this file."""

    file: f.Id
    code: f.U8
