# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a roster, wherever they lie: in a folder, in a zip, or one by one.

Nothing is unpacked to disk, and no name inside a zip names a place.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from installer.admin.trouble import Exit, OfficeError

FILE_BYTES: Final = 64 * 2**20  # one file; a school of 5 000 writes some 5 MiB in all
ALL_BYTES: Final = 256 * 2**20
MOST_FILES: Final = 100
CSV: Final = ".csv"
ZIP: Final = ".zip"
ENCRYPTED: Final = 1  # a bit of a zip entry's flags
READABLE: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN: Final = (  # what a zip can make Python's reader say
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, OSError, OverflowError, RuntimeError, ValueError),
)
FOREIGN: Final = ("__MACOSX",)  # a Mac puts its own things there
Found = tuple[str, bytes]


def read_source(paths: Sequence[Path]) -> dict[str, bytes]:
    """Read every CSV file: lower-case name -> bytes.

    Raises:
        OfficeError: a zip that is none or holds what it may not, a file too large, one
            name twice, or no CSV file at all.
    """
    found: dict[str, bytes] = {}
    size = 0
    for name, data in (file for path in paths for file in _files(path)):
        key = name.lower()
        if not name.isprintable():
            raise OfficeError("source.odd_name", Exit.WRONG_USE)
        if key in found:
            raise OfficeError("source.twice", Exit.WRONG_USE, name=name)
        size += len(data)
        if size > ALL_BYTES or len(found) == MOST_FILES:
            raise OfficeError("source.too_much", Exit.WRONG_USE, most=ALL_BYTES >> 20)
        found[key] = data
    if not found:
        names = ", ".join(str(path) for path in paths)
        raise OfficeError("source.nothing", Exit.WRONG_USE, file=names)
    return found


def _files(path: Path) -> Iterator[Found]:
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.suffix.lower() == CSV:
                yield file.name, _read(file)
    elif path.suffix.lower() == ZIP:
        yield from _of_zip(path)
    else:
        yield path.name, _read(path)


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise OfficeError("source.no_file", Exit.WRONG_USE, file=file)
    with file.open("rb") as opened:
        data = opened.read(FILE_BYTES + 1)
    if len(data) > FILE_BYTES:
        raise OfficeError(
            "source.too_large", Exit.WRONG_USE, file=file, most=FILE_BYTES >> 20
        )
    return data


def _of_zip(path: Path) -> Iterator[Found]:
    """Read a zip member by member, whatever its headers promise about sizes."""
    with path.open("rb") as file:
        yield from _unpacked(path, file)


def _unpacked(path: Path, file: BinaryIO) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(file) as opened:
            members = _members(path, opened.infolist())
            for member in members:
                yield PurePosixPath(member.filename).name, _inside(path, opened, member)
    except BROKEN as error:
        raise OfficeError("source.broken_zip", Exit.WRONG_USE, file=path) from error


def _members(path: Path, every: Iterable[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Choose the CSV files; all of them in one place, be it in one folder."""
    found = [one for one in every if one.filename.lower().endswith(CSV)]
    chosen = [
        one for one in found if PurePosixPath(one.filename).parts[0] not in FOREIGN
    ]
    for one in chosen:
        parts = PurePosixPath(one.filename).parts
        if ".." in parts or parts[0] == "/" or set(one.filename) & set("\\:\0"):
            raise OfficeError("source.escapes", Exit.WRONG_USE, file=path)
        if one.flag_bits & ENCRYPTED:
            raise OfficeError("source.locked", Exit.WRONG_USE, file=path)
        if one.compress_type not in READABLE:
            raise OfficeError("source.broken_zip", Exit.WRONG_USE, file=path)
    if len({PurePosixPath(one.filename).parent for one in chosen}) > 1:
        raise OfficeError("source.folders", Exit.WRONG_USE, file=path)
    return chosen


def _inside(path: Path, opened: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with opened.open(member) as stream:
        data = stream.read(FILE_BYTES + 1)
    if len(data) > FILE_BYTES:
        raise OfficeError(
            "source.too_large", Exit.WRONG_USE, file=path, most=FILE_BYTES >> 20
        )
    return data
