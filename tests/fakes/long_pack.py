# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs of many lines with only what a check reads of them, and how often it reads."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import overload

from consent.documents.fields import Lang
from consent.ledger.chain import Sealed
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.checks.papers import School
from consent.ledger.draft import Start
from consent.ledger.entry import Common, EntryBody
from consent.ledger.kinds import Chain, Kind
from consent.ledger.manifest import Manifest
from consent.ledger.pack_lines import ProofLine
from tests.fakes.records import DEVICE, KLASS, LESSON, MONDAY, PUPIL, SCHOOL

NO_SCHOOL = School((), {}, [], [], None, {})
SALT = b"s" * 32


class Counted(Sequence[Written]):
    """Lines that count how often one of them is read."""

    def __init__(
        self, lines: Iterable[Written], reads: list[int] | None = None
    ) -> None:
        self._lines = tuple(lines)
        self._reads = [0] if reads is None else reads

    @property
    def reads(self) -> int:
        """Give how many lines were read, and handed on in a part of the whole."""
        return self._reads[0]

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Written: ...
    @overload
    def __getitem__(self, place: slice) -> "Counted": ...
    def __getitem__(self, place: int | slice) -> "Written | Counted":
        if isinstance(place, slice):
            part = Counted(self._lines[place], self._reads)
            self._reads[0] += len(part)
            return part
        self._reads[0] += 1
        return self._lines[place]

    def __iter__(self) -> Iterator[Written]:
        for written in self._lines:
            self._reads[0] += 1
            yield written

    def __reversed__(self) -> Iterator[Written]:
        for written in reversed(self._lines):
            self._reads[0] += 1
            yield written


def line(
    chain: Chain, seq: int, kind: Kind | None, fields: dict[str, object], own: str = ""
) -> Written:
    """Give a line; one without a kind was erased."""
    head = f"{chain}{seq:028}".encode()[:32]
    sealed = Sealed(chain, seq, None, SALT, bytes(32), bytes(32), head, b"")
    if kind is None:
        return Written(sealed, None)
    common = Common(
        epoch=1,
        seq=seq,
        t=MONDAY + timedelta(seconds=seq),
        boot_ms=0,
        school=SCHOOL,
        klass=KLASS,
        lesson=LESSON,
        pupil=PUPIL,
        device=DEVICE,
        own=own,
    )
    return Written(sealed, EntryBody(chain, kind, common, fields))


def opened(
    shared: Sequence[Written],
    own: Sequence[Written] = (),
    proofs: Sequence[ProofLine] = (),
) -> Opened:
    """Give a pack of these lines."""
    start = Start(0, bytes(32), 1)
    manifest = Manifest(
        made=MONDAY + timedelta(days=7),
        school=SCHOOL,
        pupil=PUPIL,
        device=DEVICE,
        lang=Lang.NL,
        starts=dict.fromkeys(Chain, start),
        members={},
    )
    chains = {Chain.SHARED: shared, Chain.OWN: own}
    return Opened(manifest, chains, proofs, (), {}, b"", b"")
