# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers that a console brings, in parts. A console is a postman here, no more."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from consent.documents.signed import Kind, Signature, SignedPaper, Signer
from protocol import constants as c
from protocol.messages.papers import PaperGive, PaperTaken, RoleSig

SIGNERS: Final = {1: Signer.ROOT, 2: Signer.OFFICE, 3: Signer.FRESH, 4: Signer.DPO}


@dataclass(slots=True)
class _Coming:
    """One paper on its way over one link."""

    first: PaperGive
    data: bytearray = field(default_factory=bytearray)


class Givens:
    """Joins parts into papers, one at a time per link, and has them judged."""

    def __init__(self, take: Callable[[SignedPaper], bool]) -> None:
        """Nothing is on its way.

        Args:
            take: judges a whole paper; True when it is believed and on disk.
        """
        self._take = take
        self._coming: dict[int, _Coming] = {}

    def add(self, link: int, part: PaperGive) -> PaperTaken | None:
        """Take the next part; gives the answer once the paper is whole or wrong."""
        coming = self._coming.get(link)
        if coming is None or part.offset == 0:
            coming = self._coming[link] = _Coming(part)
        if not _follows(coming, part):
            self.forget(link)
            return _answer(part, ok=False)
        coming.data += part.data
        if len(coming.data) < part.total:
            return None
        self.forget(link)
        paper = _paper(coming)
        return _answer(part, ok=paper is not None and self._take(paper))

    def forget(self, link: int) -> None:
        """Let go of an unfinished paper."""
        self._coming.pop(link, None)


def _follows(coming: _Coming, part: PaperGive) -> bool:
    first = coming.first
    return (
        (part.kind, part.ref, part.serial, part.total)
        == (first.kind, first.ref, first.serial, first.total)
        and part.offset == len(coming.data)
        and 0 < len(part.data) <= part.total - part.offset
        and part.total <= c.PAPER_BYTES
    )


def _paper(coming: _Coming) -> SignedPaper | None:
    first = coming.first
    if any(sig.role not in SIGNERS for sig in first.sigs):
        return None
    kind = Kind[first.kind.name]
    return SignedPaper(kind, bytes(coming.data), tuple(map(_signature, first.sigs)))


def _signature(sig: RoleSig) -> Signature:
    return Signature(by=SIGNERS[sig.role], key=sig.key.hex(), sig=sig.sig.hex())


def _answer(part: PaperGive, *, ok: bool) -> PaperTaken:
    return PaperTaken(part.kind, part.ref, part.serial, ok)
