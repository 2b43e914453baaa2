# SPDX-License-Identifier: GPL-3.0-or-later
"""A zip file with exactly one way to write it: stored, no dates, nothing in between.

Any unzip program opens it. Reading writes the members again and compares, so a byte
that was changed anywhere, also between members or after the end, is seen; and nothing
is ever unpacked larger than the file is.

Source: PKWARE APPNOTE.TXT 4.3; docs/spec/pack.md "The file".
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from consent.ledger.errors import RecordError

MOST_BYTES: Final = 67_108_864
MOST_MEMBERS: Final = 2_000
NAME: Final = re.compile(r"[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)?")
MARKS: Final = (b"manifest.json", b"manifest.sig", b"shared.jsonl")
"""What tells that a file is or was a pack; a pack without its first part is one too."""

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_LOCAL_MARK: Final = b"PK\x03\x04"
_CENTRAL_MARK: Final = b"PK\x01\x02"
_END_MARK: Final = b"PK\x05\x06"
_NEEDS: Final = 20  # version 2.0 of the format
_MADE_BY: Final = 0x0300 | _NEEDS  # on a system with file modes
_NO_DATE: Final = 0x21  # 1 January 1980
_MODE: Final = 0o100600 << 16  # a file, its owner's


class NotAPackError(RecordError):
    """These bytes are no pack at all, damaged or not."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What was read.

    `whole`: the file is exactly how these members are kept. `cut`: it is the beginning
    of such a file, and its end is gone; the last member may be half.
    """

    members: Mapping[str, bytes]
    whole: bool
    cut: bool = False


def write(members: Mapping[str, bytes]) -> bytes:
    """Write members in their order.

    Raises:
        ValueError: a name or a size that a pack does not have.
    """
    if len(members) > MOST_MEMBERS or sum(map(len, members.values())) > MOST_BYTES:
        raise ValueError("A pack has at most 2000 members and 64 MiB.")
    files, table, at = [], [], 0
    for name, data in members.items():
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name for a member of a pack.")
        common = (_NO_DATE, zlib.crc32(data), len(data), len(data), len(name), 0)
        file = _LOCAL.pack(_LOCAL_MARK, _NEEDS, 0, 0, 0, *common)
        table.append(
            _CENTRAL.pack(
                _CENTRAL_MARK, _MADE_BY, _NEEDS, 0, 0, 0, *common, 0, 0, 0, _MODE, at
            )
            + name.encode("ascii")
        )
        files.append(file + name.encode("ascii") + data)
        at += len(files[-1])
    index = b"".join(table)
    count = len(members)
    end = _END.pack(_END_MARK, 0, 0, count, count, len(index), at, 0)
    return b"".join(files) + index + end


def read(data: bytes) -> Archive:
    """Read what can be read.

    Raises:
        NotAPackError: nothing in it says that it is or was a pack.
    """
    if len(data) > 2 * MOST_BYTES or not any(mark in data for mark in MARKS):
        raise NotAPackError("This file is not a pack.")
    found = list(_files(data))
    members = {name: body for name, body, _ in found}
    try:
        whole_file = write(members) if len(found) == len(members) else b""
    except ValueError:
        whole_file = b""
    end = found[-1][2] if found else 0
    return Archive(members, whole_file == data, cut=_is_cut(data, end, whole_file))


def _is_cut(data: bytes, end: int, whole_file: bytes) -> bool:
    """Say whether the bytes stop within a member, or within the table at the end."""
    rest = data[end:]
    if rest[-_END.size :].startswith(_END_MARK):
        return False
    in_member = _begins(rest, _LOCAL_MARK)
    in_table = _begins(rest, _CENTRAL_MARK) and len(data) < len(whole_file)
    return in_member or in_table


def _begins(rest: bytes, mark: bytes) -> bool:
    """Say whether a mark stands there, or as much of it as there is room for."""
    return rest[: len(mark)] == mark[: len(rest)]


def _files(data: bytes) -> Iterator[tuple[str, bytes, int]]:
    """Give the name and the bytes of each whole member, and where it ends."""
    at = 0
    while at + _LOCAL.size <= len(data):
        header = _LOCAL.unpack_from(data, at)
        mark, size, name_size = header[0], header[8], header[9]
        body = at + _LOCAL.size + name_size
        if mark != _LOCAL_MARK or body + size > len(data):
            return
        at = body + size
        name = data[body - name_size : body].decode("latin-1")
        yield name, data[body:at], at
