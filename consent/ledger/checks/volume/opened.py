# SPDX-License-Identifier: GPL-3.0-or-later
"""A volume with its parts read, before anything in it is believed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from consent.documents.signed import SignedPaper
from consent.errors import ConsentError
from consent.ledger import volume
from consent.ledger.checks.opened import (
    ContentError,
    certificates_of,
    need,
    papers_of,
)
from consent.ledger.leaf import Leaf
from consent.ledger.pack import TEACHER
from consent.ledger.pack_lines import split_lines, split_notes
from consent.ledger.volume import VolumeManifest
from consent.ledger.volume_lines import Order, decode_leaf, decode_order

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenedVolume:
    """All parts of a volume, read."""

    manifest: VolumeManifest
    leaves: Sequence[Leaf]
    orders: Sequence[Order]
    head: bytes
    shown: Sequence[bytes]
    papers: Sequence[SignedPaper]
    teachers: Mapping[str, bytes]  # certificate by the fingerprint in its name
    devices: Mapping[str, bytes]  # (idem)

    @property
    def origin(self) -> str:
        """Name the tree."""
        return self.manifest.origin

    @property
    def klass(self) -> str:
        """Give the class the tree is of."""
        return self.origin.split("/")[2]

    @property
    def teacher(self) -> str:
        """Give the id of the teacher whose tree it is."""
        return self.origin.split("/")[3]


def read(manifest: VolumeManifest, members: Mapping[str, bytes]) -> OpenedVolume:
    """Read the parts of a volume.

    Raises:
        ContentError: names the first part that is not in its form.
    """

    def leaf(line: bytes) -> Leaf:
        return decode_leaf(line, manifest.origin)

    return OpenedVolume(
        manifest,
        _lines(members, volume.LEAVES, leaf),
        _lines(members, volume.ORDERS, decode_order),
        need(members, volume.HEAD),
        _notes(members),
        papers_of(members),
        certificates_of(members, TEACHER),
        certificates_of(members, volume.DEVICES),
    )


def _lines(
    members: Mapping[str, bytes], name: str, decode: Callable[[bytes], T]
) -> tuple[T, ...]:
    try:
        return tuple(decode(line) for line in split_lines(need(members, name)))
    except ConsentError as error:
        raise ContentError(name, str(error)) from error


def _notes(members: Mapping[str, bytes]) -> tuple[bytes, ...]:
    try:
        return tuple(split_notes(need(members, volume.SHOWN)).values())
    except ConsentError as error:
        raise ContentError(volume.SHOWN, str(error)) from error
