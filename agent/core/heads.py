# SPDX-License-Identifier: GPL-3.0-or-later
"""The newest signed head of each teacher's tree, and proofs against it.

Source: docs/spec/ledger.md "Proof"; docs/spec/access.md "Logged first".
"""

from collections.abc import Callable
from datetime import timedelta

from agent.core import forks, record
from agent.core.commands import KeepGrowth
from agent.core.laptop import Laptop, LinkFacts
from consent.ledger import checkpoint as points
from consent.ledger.checkpoint import Checkpoint
from consent.ledger.errors import CheckpointError, ForkError, ProofError
from consent.ledger.receipt import (
    Growth,
    Proof,
    check_growth,
    check_inclusion,
    check_proof,
)

_NEAR = (timedelta(0), timedelta(days=-1), timedelta(days=1))


def take(laptop: Laptop, link: LinkFacts, proof: Proof, commitment: bytes) -> bool:
    """Check one proof; keep the newer head; say whether the leaf is there."""

    def check(origin: str, held: Checkpoint | None) -> Checkpoint:
        key = link.peer.sign_pub
        if held is not None and laptop.notes.get(origin) == proof.checkpoint:
            check_inclusion(proof, commitment, held)
            return held
        return check_proof(proof, commitment, held, origin, key)

    return _checked(laptop, link, proof.growth, check)


def take_of(
    laptop: Laptop, link: LinkFacts, proof: Proof, commitment: bytes, klass: str
) -> bool:
    """As take, of this teacher's tree of a class of whatever month: an old line's."""
    trust = laptop.shelf.trust
    try:
        named = points.parse_unchecked(proof.checkpoint).origin
    except CheckpointError:
        return False
    whose = ["inzage", trust.school if trust else "", klass, link.peer.id.hex()]
    if named.split("/")[:-1] != whose:
        return False

    def check(origin: str, held: Checkpoint | None) -> Checkpoint:
        return check_proof(proof, commitment, held, origin, link.peer.sign_pub)

    return _kept(laptop, proof.growth, check, [named])


def grow(laptop: Laptop, link: LinkFacts, growth: Growth) -> bool:
    """Check that a teacher's tree only grew, and keep its newer head."""

    def check(origin: str, held: Checkpoint | None) -> Checkpoint:
        if held is not None and laptop.notes.get(origin) == growth.checkpoint:
            return held
        return check_growth(growth, held, origin, link.peer.sign_pub)

    return _checked(laptop, link, growth, check)


def grow_named(
    laptop: Laptop, link: LinkFacts, growth: Growth, origin: str
) -> Checkpoint | None:
    """Check growth of one named tree of this teacher; give its newest head, or None."""

    def check(named: str, held: Checkpoint | None) -> Checkpoint:
        if held is not None and laptop.notes.get(named) == growth.checkpoint:
            return held
        return check_growth(growth, held, named, link.peer.sign_pub)

    return laptop.heads[origin] if _kept(laptop, growth, check, [origin]) else None


def newest(laptop: Laptop, link: LinkFacts) -> bytes:
    """Give the newest signed head held of this teacher's tree, or b""."""
    origins = _origins(laptop, link)
    for origin in origins:
        if _held(laptop, origin) is not None:
            return laptop.notes[origin]
    return b""


def _checked(
    laptop: Laptop,
    link: LinkFacts,
    growth: Growth,
    check: Callable[[str, Checkpoint | None], Checkpoint],
) -> bool:
    return _kept(laptop, growth, check, _origins(laptop, link))


def _kept(
    laptop: Laptop,
    growth: Growth,
    check: Callable[[str, Checkpoint | None], Checkpoint],
    origins: list[str],
) -> bool:
    """Check a head of one of these trees, and keep it where it is newer."""
    try:
        origin = points.parse_unchecked(growth.checkpoint).origin
        if origin not in origins:
            return False
        held = _held(laptop, origin)
        point = check(origin, held)
    except ForkError:
        forks.two_lists(laptop, growth.checkpoint)
        return False
    except (ProofError, CheckpointError):
        return False
    if laptop.notes.get(origin) != growth.checkpoint:
        laptop.heads[origin], laptop.notes[origin] = point, growth.checkpoint
        laptop.do(KeepGrowth(growth))
    return True


def _held(laptop: Laptop, origin: str) -> Checkpoint | None:
    if origin not in laptop.heads:
        found = record.read(laptop, lambda: laptop.records.checkpoint(origin), None)
        if found is None:
            return None
        laptop.heads[origin], laptop.notes[origin] = found
    return laptop.heads[origin]


def _origins(laptop: Laptop, link: LinkFacts) -> list[str]:
    """Name this teacher's tree of this month; near midnight also the next and last."""
    trust = laptop.shelf.trust
    if trust is None or not laptop.klass:
        return []
    months = {
        laptop.local_time(laptop.now.wall + near).strftime("%Y-%m"): None
        for near in _NEAR
    }
    teacher = link.peer.id.hex()
    return [
        points.origin(trust.school, laptop.klass, teacher, month) for month in months
    ]
