# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper in parts and parts in a paper, for one connection."""

from collections.abc import Iterator
from typing import Final

from consent.documents.signed import Kind, Signature, SignedPaper, Signer
from console.papers import NAMES, Given
from protocol import constants as c
from protocol.errors import MalformedError
from protocol.messages.papers import PaperGive, RoleSig

PART_BYTES: Final = c.PART_FRAME_BYTES - 1_024
ROLES: Final = {Signer.ROOT: 1, Signer.OFFICE: 2, Signer.FRESH: 3, Signer.DPO: 4}
SIGNERS: Final = {number: signer for signer, number in ROLES.items()}


def parts(given: Given) -> Iterator[PaperGive]:
    """Cut a paper into messages; the signatures ride on every part."""
    body = given.paper.body
    sigs = tuple(
        RoleSig(ROLES[one.by], bytes.fromhex(one.key), bytes.fromhex(one.sig))
        for one in given.paper.signatures
    )
    for offset in range(0, len(body), PART_BYTES):
        yield PaperGive(
            kind=given.kind,
            ref=given.ref,
            serial=given.serial,
            total=len(body),
            offset=offset,
            data=body[offset : offset + PART_BYTES],
            sigs=sigs,
        )


class Post:
    """Parts of one paper at a time, in order, from one peer."""

    def __init__(self) -> None:
        self._first: PaperGive | None = None
        self._data = bytearray()

    def add(self, part: PaperGive) -> SignedPaper | None:
        """Take the next part; give the paper with its last.

        Raises:
            MalformedError: a part that does not follow, or more than it announced.
        """
        if self._first is None:
            self._first = part
        first = self._first
        is_next = part.offset == len(self._data) and bool(part.data)
        if (part.kind, part.ref, part.serial, part.total, part.sigs) != (
            first.kind,
            first.ref,
            first.serial,
            first.total,
            first.sigs,
        ) or not is_next:
            raise MalformedError("A part of a paper does not follow the one before.")
        self._data += part.data
        if len(self._data) > part.total:
            raise MalformedError("A paper is longer than it said.")
        if len(self._data) < part.total:
            return None
        body, self._first, self._data = bytes(self._data), None, bytearray()
        return SignedPaper(_kind(part), body, tuple(map(_signature, part.sigs)))


def _kind(part: PaperGive) -> Kind:
    return NAMES[part.kind]


def _signature(one: RoleSig) -> Signature:
    signer = SIGNERS.get(one.role)
    if signer is None:
        raise MalformedError("A paper is signed in a role that does not exist.")
    return Signature(by=signer, key=one.key.hex(), sig=one.sig.hex())
