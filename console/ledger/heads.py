# SPDX-License-Identifier: GPL-3.0-or-later
"""Heads that laptops show: of our own tree to be proven, of colleagues' to be compared.

A console that holds two trees of one name can be consistent to each laptop alone. Here
what two laptops were told lies side by side; what cannot be compared travels on with
the next laptop to the tree's own teacher. Source: docs/spec/ledger.md "Two lists".
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from consent.ledger.certificate import CertificateError, read
from consent.ledger.checkpoint import Checkpoint, parse_signed, parse_unchecked
from consent.ledger.errors import CheckpointError
from console.ledger.record import Reader, Record
from protocol.messages.records import HeadsTaken, HeadWay, ShownHead

OTHERS_OF_A_TREE: Final = 2
OTHERS_MOST: Final = 8  # the next link brings the rest


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say, and what came out."""

    seen: HeadsTaken
    ours_agree: bool  # every head of our own tree is one we had
    colleagues_agree: bool  # no two heads of a colleague's tree contradict each other


def answer(
    record: Record,
    reader: Reader,
    shown: Sequence[ShownHead],
    class_id: str,
    authority: bytes,
) -> Answer:
    """Answer the heads a laptop shows.

    Args:
        record: the teacher's own.
        reader: the laptop.
        shown: what it shows.
        class_id: of the class on the wall.
        authority: the teachers CA's certificate.

    Raises:
        LedgerError: nothing could be kept, so nothing is answered.
    """
    ours = [head for head in shown if _teacher(head) == record.teacher]
    ways = [_way(record, head.checkpoint, reader) for head in ours]
    prefix = f"inzage/{record.school}/{class_id}/"
    differ = False
    for head in shown:
        point = None if head in ours else _checked(head, prefix, authority)
        if point is not None:
            differ |= record.heads.keep(head.checkpoint, head.certificate)
    known = {head.checkpoint for head in shown}
    others = _others(record, class_id, known) if class_id else iter(())
    seen = HeadsTaken(
        ways=tuple(way for way in ways if way is not None),
        others=tuple(islice(others, OTHERS_MOST)),
    )
    return Answer(
        seen,
        ours_agree=None not in ways,
        colleagues_agree=not differ,
    )


def _way(record: Record, note: bytes, reader: Reader) -> HeadWay | None:
    """Prove the way from a head of our own tree to the newest; None where we cannot."""
    point = record.own_head(note)
    if point is None:
        return None
    growth = record.grow(point.origin, reader)
    return HeadWay(
        shown=hashlib.sha256(note).digest(),
        checkpoint=growth.checkpoint,
        from_size=growth.from_size,
        consistency=growth.consistency,
        way=record.way(point),
    )


def _checked(head: ShownHead, prefix: str, authority: bytes) -> Checkpoint | None:
    try:
        holder = read(head.certificate, "teacher", authority)
        point = parse_signed(head.checkpoint, holder.sign_pub)
    except (CertificateError, CheckpointError):
        return None
    is_of_class = point.origin.startswith(f"{prefix}{holder.id}/")
    return point if is_of_class else None


def _others(record: Record, class_id: str, known: set[bytes]) -> Iterator[ShownHead]:
    """Give heads this laptop did not show, newest first, few of a tree."""
    given: dict[str, int] = {}
    for note, der in record.heads.of_class(record.school, class_id):
        origin = parse_unchecked(note).origin
        if note not in known and given.get(origin, 0) < OTHERS_OF_A_TREE:
            given[origin] = given.get(origin, 0) + 1
            yield ShownHead(note, der)


def _teacher(head: ShownHead) -> str:
    try:
        return parse_unchecked(head.checkpoint).origin.split("/")[3]
    except CheckpointError:
        return ""
