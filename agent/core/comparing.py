# SPDX-License-Identifier: GPL-3.0-or-later
"""Heads of teachers' trees laid beside each other, so that a second tree comes out.

A laptop shows each console the heads it holds of colleagues' trees, and shows the
tree's own teacher what others showed it. What is shown does not move with looks: it is
the head with which a lesson began. Source: docs/spec/ledger.md "Two lists".
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from agent.core import heads, record
from agent.core.commands import DropCarried, KeepCarried, SendWire
from agent.core.forks import two_lists
from agent.core.laptop import Laptop, LinkFacts
from consent.ledger import tree
from consent.ledger.certificate import CertificateError, read
from consent.ledger.checkpoint import Checkpoint, parse_signed, parse_unchecked
from consent.ledger.errors import CheckpointError
from consent.ledger.receipt import Growth
from protocol import constants as c
from protocol.messages.records import Heads, HeadsTaken, HeadWay, ShownHead

CARRIED_MOST: Final = 64  # heads on their way to their own teacher
CARRIED_OF_A_TREE: Final = 4  # one console cannot fill it with one colleague's heads


def show(laptop: Laptop, link: LinkFacts) -> None:
    """Show what this console should see, once, when the link is ready."""
    carried = [head for head in _carried(laptop) if _teacher(head) == _id(link)]
    link.shown = {_hash(head.checkpoint): head.checkpoint for head in carried}
    link.shown_s = laptop.now.boot_s
    shown = (*carried, *_colleagues(laptop, link))[: c.HEADS_SHOWN]
    if shown:
        laptop.do(SendWire(link.id, Heads(shown)))


def heard(laptop: Laptop, link: LinkFacts, seen: HeadsTaken) -> None:
    """Check the ways of this teacher's tree, and take what others showed of theirs."""
    for way in seen.ways:
        note = link.shown.get(way.shown)
        if note is not None and _is_way(laptop, link, parse_unchecked(note), way):
            del link.shown[way.shown]
            laptop.do(DropCarried(note))
    _unproven(laptop, link)
    for head in seen.others:
        _take(laptop, link, head)


def ended(laptop: Laptop, link: LinkFacts) -> None:
    """Note, at a link's end, what its console had time to prove and did not."""
    if laptop.now.boot_s - link.shown_s >= c.UNPROVEN_S:
        _unproven(laptop, link)


def _unproven(laptop: Laptop, link: LinkFacts) -> None:
    for note in link.shown.values():
        two_lists(laptop, note)
        laptop.do(DropCarried(note))
    link.shown = {}


def _is_way(laptop: Laptop, link: LinkFacts, shown: Checkpoint, way: HeadWay) -> bool:
    growth = Growth(way.checkpoint, way.from_size, way.consistency)
    newest = heads.grow_named(laptop, link, growth, shown.origin)
    return newest is not None and tree.verify_consistency(
        shown.size, newest.size, way.way, shown.root, newest.root
    )


def _take(laptop: Laptop, link: LinkFacts, head: ShownHead) -> None:
    """Keep a colleague's head until its own teacher shows the way from it."""
    point = _checked(laptop, head)
    if point is None or _teacher(head) == _id(link):
        return
    held = record.read(
        laptop, lambda: laptop.records.head_of_size(point.origin, point.size), None
    )
    if held is not None:
        if parse_unchecked(held).root != point.root:
            two_lists(laptop, head.checkpoint)
        return
    if _has_room(laptop, point.origin):
        laptop.do(KeepCarried(head.checkpoint, head.certificate))


def _has_room(laptop: Laptop, origin: str) -> bool:
    carried = [parse_unchecked(head.checkpoint).origin for head in _carried(laptop)]
    return len(carried) < CARRIED_MOST and carried.count(origin) < CARRIED_OF_A_TREE


def _checked(laptop: Laptop, head: ShownHead) -> Checkpoint | None:
    """Check a head against a certificate of this school, and both against our class."""
    trust = laptop.shelf.trust
    if trust is None:
        return None
    try:
        authority = bytes.fromhex(trust.teachers_ca)
        holder = read(head.certificate, "teacher", authority)
        point = parse_signed(head.checkpoint, holder.sign_pub)
    except (CertificateError, CheckpointError):
        return None
    of_teacher = point.origin.split("/")[3] == holder.id
    return point if of_teacher and _is_ours(laptop, point.origin) else None


def _colleagues(laptop: Laptop, link: LinkFacts) -> list[ShownHead]:
    """Give the heads that colleagues' lessons began with, each with its certificate."""
    none: Mapping[str, tuple[bytes, bytes]] = {}
    found = record.read(laptop, laptop.records.lesson_heads, none)
    return [
        ShownHead(note, der)
        for origin, (note, der) in found.items()
        if _is_ours(laptop, origin) and origin.split("/")[3] != _id(link)
    ]


def _carried(laptop: Laptop) -> list[ShownHead]:
    none: Sequence[tuple[bytes, bytes]] = ()
    found = record.read(laptop, laptop.records.carried, none)
    return [
        ShownHead(note, der)
        for note, der in found
        if _is_ours(laptop, parse_unchecked(note).origin)
    ]


def _is_ours(laptop: Laptop, origin: str) -> bool:
    """Say whether a tree is of this school and class, of this month or the last."""
    trust = laptop.shelf.trust
    if trust is None or not laptop.klass:
        return False
    today = laptop.local_time(laptop.now.wall)
    before = today.replace(day=1) - timedelta(days=1)
    months = {moment.strftime("%Y-%m") for moment in (today, before)}
    _, school, klass, _, month = origin.split("/")
    return (school, klass) == (trust.school, laptop.klass) and month in months


def _teacher(head: ShownHead) -> str:
    return parse_unchecked(head.checkpoint).origin.split("/")[3]


def _id(link: LinkFacts) -> str:
    return link.peer.id.hex()


def _hash(note: bytes) -> bytes:
    return hashlib.sha256(note).digest()
