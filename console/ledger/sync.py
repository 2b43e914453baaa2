# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records agreeing: what a laptop owes is kept, proven, and what it lost is given.

Source: docs/spec/access.md "Sync".
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from consent.ledger.leaf import Copy
from consent.ledger.receipt import Growth
from console.ledger.record import Reader, Record
from console.ledger.wire import entry, leaf_proof, line
from protocol import constants as c
from protocol.codec import encode
from protocol.messages.commands import Entry
from protocol.messages.records import (
    EntryProof,
    LogAsk,
    LogCopy,
    Logged,
    ShownLeaf,
    Sync,
    Synced,
)

ROOM_BYTES: Final = c.PART_FRAME_BYTES - 4_096  # a checkpoint and its way beside it


class Account:
    """What one laptop says it owes, part by part, until it is complete."""

    def __init__(self, record: Record, reader: Reader) -> None:
        """Begin with nothing heard."""
        self._record = record
        self._reader = reader
        self._owed: list[Entry] = []
        self.agrees = True  # its head of our tree is one we had

    def take(self, sync: Sync, class_id: str, wall: datetime) -> list[Synced]:
        """Take one part; after the last, give the answer.

        Raises:
            ChainError: a line that the laptop did not sign.
            LedgerError: nothing could be kept, so nothing may be answered.
        """
        self._owed += sync.unproven
        if sync.more:
            return []
        owed, self._owed = self._owed, []
        record, reader = self._record, self._reader
        self.agrees = record.shown(sync.checkpoint, reader)
        lines = [line(one) for one in owed]
        places = record.keep(lines, class_id, reader, wall)
        growth = self._growth(record.origin(class_id, wall))
        proofs = [
            EntryProof(kept.seq, leaf_proof(record.prove(place, reader)))
            for kept, place in zip(lines, places, strict=True)
        ]
        return list(_answers(growth, proofs, self._lost(sync.shared_seq)))

    def _growth(self, origin: str) -> Growth:
        if not self._record.has_tree(origin):
            return Growth(b"", 0, ())
        return self._record.grow(origin, self._reader)

    def _lost(self, last_seq: int) -> list[Entry]:
        """Give all lines of this laptop that it seems to have no more.

        All: it goes on behind the last, and a number is never used for two lines.
        """
        lost: list[Copy] = []
        while True:
            after = lost[-1].seq if lost else last_seq
            some = self._record.copy_for(self._reader, after + 1, c.LOG_ENTRIES_ASKED)
            lost += some
            if len(some) < c.LOG_ENTRIES_ASKED:
                return [entry(copy.sealed) for copy in lost]


def logged(
    record: Record, reader: Reader, kept: Entry, class_id: str, wall: datetime
) -> Logged:
    """Keep one receipt and prove it; it is on disk when this returns.

    Raises:
        ChainError, LedgerError: as Record.keep.
    """
    (place,) = record.keep([line(kept)], class_id, reader, wall)
    proof = record.prove(place, reader)
    return Logged(EntryProof(kept.shared_seq, leaf_proof(proof)))


def copy(record: Record, reader: Reader, asked: LogAsk) -> LogCopy:
    """Give a laptop our copy of its own lines: what fits in one message."""
    copies = record.copy_for(reader, asked.from_seq, asked.count + 1)
    leaves = [ShownLeaf(x.seq, x.body, x.salt, x.leaf) for x in copies[: asked.count]]
    fitting = next(_packed(leaves), [])
    is_last = len(copies) <= asked.count and len(fitting) == len(leaves)
    return LogCopy(entries=tuple(fitting), last=is_last)


def _answers(
    growth: Growth, proofs: Sequence[EntryProof], later: Sequence[Entry]
) -> Iterator[Synced]:
    parts: list[tuple[list[EntryProof], list[Entry]]] = [
        *((part, []) for part in _packed(proofs)),
        *(([], part) for part in _packed(later)),
    ] or [([], [])]
    for number, (some, lost) in enumerate(parts, 1):
        yield Synced(
            checkpoint=growth.checkpoint,
            from_size=growth.from_size,
            consistency=growth.consistency,
            proofs=tuple(some),
            later=tuple(lost),
            more=number < len(parts),
        )


_Item = EntryProof | Entry | ShownLeaf


def _packed(items: Sequence[_Item]) -> Iterator[list]:  # type: ignore[type-arg]
    """Cut a list so that each piece fits in one message."""
    piece: list[_Item] = []
    used = 0
    for item in items:
        size = len(encode(item))
        if piece and used + size > ROOM_BYTES:
            yield piece
            piece, used = [], 0
        piece.append(item)
        used += size
    if piece:
        yield piece
