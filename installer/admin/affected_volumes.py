# SPDX-License-Identifier: GPL-3.0-or-later
"""What volumes of a teacher say after a theft: whose lines there really were.

Only a volume that holds to the end is believed: it must not hide anybody.
Source: docs/spec/volume.md; docs/spec/office.md "affected"; docs/rights.md R-38.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from consent.ledger import archive
from consent.ledger.archive import NotAPackError
from consent.ledger.checks.volume.opened import OpenedVolume
from consent.ledger.entry import parse_body
from consent.ledger.leaf import Leaf
from consent.ledger.pack import SHARED
from consent.ledger.verify import is_good, verify
from installer.admin.trouble import Exit, OfficeError


@dataclass(frozen=True, slots=True)
class Volume:
    """Who is in one teacher's lines of one class and month. Ids are hex."""

    klass: str
    month: str
    made: datetime
    pupils: frozenset[str]
    devices: frozenset[str]  # laptops in it, also of what no laptop answered


def read_volumes(named: Iterable[Path], root: str, teacher: str) -> list[Volume]:
    """Read the volumes of a teacher out of files and folders.

    Args:
        named: files, and folders of them.
        root: the fingerprint of the school's root key.
        teacher: the teacher's id; volumes of colleagues are left alone.

    Raises:
        OfficeError: one does not hold, or there is none of this teacher.
    """
    found = []
    for path in named:
        if not path.is_dir() and _is_pupils(path):
            raise OfficeError("affected.pupils_list", Exit.WRONG_USE, file=path)
        volumes = [
            _volume(held)
            for file in _files(path)
            for held in _opened(file, root)
            if held.teacher == teacher
        ]
        if not volumes:
            raise OfficeError("affected.no_volume", Exit.WRONG_USE, file=path)
        found += volumes
    return found


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.zip")) if path.is_dir() else [path]


def _is_pupils(file: Path) -> bool:
    """Say whether this is a pack, also one that does not hold."""
    try:
        return SHARED in archive.read(file.read_bytes()).members
    except NotAPackError:
        return False


def _opened(file: Path, root: str) -> Iterator[OpenedVolume]:
    """Give the volume in a file; nothing when it is a pack of a pupil."""
    try:
        checked = verify(file.read_bytes(), root)
    except NotAPackError as error:
        raise OfficeError("affected.bad", Exit.NOT_GOOD, file=file) from error
    if checked.beside is None or not is_good(checked.found):
        raise OfficeError("affected.bad", Exit.NOT_GOOD, file=file)
    if isinstance(checked.beside.held, OpenedVolume):
        yield checked.beside.held


def _volume(held: OpenedVolume) -> Volume:
    readable = [leaf for leaf in held.leaves if leaf.body is not None]
    return Volume(
        held.klass,
        held.origin.rpartition("/")[2],
        held.manifest.made,
        frozenset(_pupils(readable)),
        frozenset(leaf.device for leaf in readable),
    )


def _pupils(leaves: Iterable[Leaf]) -> Iterator[str]:
    for leaf in leaves:
        if leaf.body is not None and not leaf.is_command:
            yield parse_body(leaf.body).common.pupil
