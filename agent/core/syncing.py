# SPDX-License-Identifier: GPL-3.0-or-later
"""Both records told to each other before anything is asked, and proofs as they come.

What a console misses is sent again first; only what it still misses on the same link
becomes a GAP, in words that blame nobody. Source: docs/spec/access.md "Sync".
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from agent.core import comparing, given_back, heads, record
from agent.core.commands import AppendGap, BeginEpoch, KeepProof, SendWire
from agent.core.events import ConsoleGreeted
from agent.core.laptop import Debt, Laptop, LinkFacts
from consent.ledger import chain as chains
from consent.ledger.draft import Line
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain
from consent.ledger.receipt import Growth, Proof
from protocol import constants as c
from protocol.messages.commands import Entry, LeafProof
from protocol.messages.link import Ready
from protocol.messages.records import EntryProof, Sync, Synced

ROOM_BYTES: Final = c.PART_FRAME_BYTES - 2_048  # for the other fields of a Sync


def greet(laptop: Laptop, event: ConsoleGreeted) -> None:
    """Tell a console how far our chain is and what it has not proven."""
    link = LinkFacts(
        id=event.link,
        peer=event.peer,
        instance=event.instance,
        nonce=event.nonce,
        on_network=event.on_school_network,
    )
    laptop.links[link.id] = link
    lines = [x for x in _unproven(laptop, link.teacher) if not x.sealed.is_erased]
    link.synced = {line.sealed.seq for line in lines}
    for seq in link.synced:
        laptop.debts.setdefault(seq, Debt(link.teacher, laptop.now.boot_s, told=True))
        laptop.debts[seq].told = True
    parts = list(_parts(lines))
    for part in parts:
        laptop.do(SendWire(link.id, _sync(laptop, link, part, more=part != parts[-1])))


def answered(laptop: Laptop, link: LinkFacts, synced: Synced) -> None:
    """Take a part of the console's answer; after the last one it may ask."""
    growth = Growth(synced.checkpoint, synced.from_size, synced.consistency)
    if synced.checkpoint:
        heads.grow(laptop, link, growth)
    for entry in synced.proofs:
        proven(laptop, link, entry)
    link.later += [_line(entry) for entry in synced.later]
    if not synced.more:
        _finish(laptop, link)


def proven(laptop: Laptop, link: LinkFacts, entry: EntryProof) -> None:
    """Check that a console logged one line of ours, and keep the proof."""
    lines = _unproven(laptop, link.teacher)
    line = next((x for x in lines if x.sealed.seq == entry.shared_seq), None)
    proof = _proof(entry.proof)
    if line is None:
        given_back.proven(laptop, link, entry.shared_seq, proof)
        return
    if heads.take(laptop, link, proof, line.sealed.commitment):
        laptop.debts.pop(entry.shared_seq, None)
        link.synced.discard(entry.shared_seq)
        laptop.do(KeepProof(entry.shared_seq, proof))


def ready(laptop: Laptop, link: LinkFacts) -> None:
    """Say whose laptop this is; again whenever that changes.

    Not whether anybody sits there, nor before how many screens: a pupil who ended the
    session would look unlike one who paused.
    """
    pupil = bytes.fromhex(laptop.pupil) if laptop.pupil else None
    word = Ready(pupil, 0)
    if link.said_ready != word:
        link.said_ready = word
        laptop.do(SendWire(link.id, word))


def _finish(laptop: Laptop, link: LinkFacts) -> None:
    _take_later(laptop, link)
    missing = {line.sealed.seq for line in _unproven(laptop, link.teacher)}
    if link.synced and missing == link.synced:
        laptop.do(AppendGap(link.teacher, record.context(laptop)))
        for seq in missing:
            laptop.debts[seq].is_gap = True
    link.synced = set()
    is_first = not link.ready
    link.ready = True
    ready(laptop, link)
    if is_first:
        comparing.show(laptop, link)


def _take_later(laptop: Laptop, link: LinkFacts) -> None:
    """Begin a new epoch when the console holds lines that were lost here; keep them."""
    last = record.read(laptop, lambda: laptop.records.last_seq(Chain.SHARED), 0)
    came, lost = [], []
    for line in link.later:
        try:
            body = chains.check(line, laptop.me.sign_pub)
        except ChainError:
            record.trouble(laptop, "not_ours", laptop.teacher_name(link.peer.id.hex()))
            continue
        if body is None:
            continue
        came.append((line, body))
        if line.seq > last:
            lost.append((body.common.epoch, line.seq))
    link.later = []
    if lost and laptop.ledger_ok:
        epoch, known = max(x for x, _ in lost), max(x for _, x in lost)
        laptop.do(BeginEpoch(epoch, known, record.context(laptop)))
    given_back.keep(laptop, link, came)


def _unproven(laptop: Laptop, teacher: str) -> Sequence[Line]:
    none: Sequence[Line] = ()
    return record.read(laptop, lambda: laptop.records.unproven(teacher), none)


def _parts(lines: Sequence[Line]) -> Iterator[tuple[Entry, ...]]:
    """Cut what is sent again into messages that fit; one at least, be it empty."""
    part: list[Entry] = []
    size = 0
    for line in lines:
        entry = record.entry(line.sealed)
        length = len(msgspec.msgpack.encode(entry))
        if part and size + length > ROOM_BYTES:
            yield tuple(part)
            part, size = [], 0
        part.append(entry)
        size += length
    yield tuple(part)


def _sync(
    laptop: Laptop, link: LinkFacts, part: tuple[Entry, ...], *, more: bool
) -> Sync:
    """Say how far this teacher's own lines go: a colleague's looks are not counted."""
    records, nothing = laptop.records, (0, bytes(c.HASH_BYTES))
    seq, head = record.read(laptop, lambda: records.last_of(link.teacher), nothing)
    return Sync(
        epoch=record.read(laptop, records.epoch, 1),
        shared_seq=seq,
        shared_head=head,
        checkpoint=heads.newest(laptop, link),
        unproven=part,
        more=more,
    )


def _line(entry: Entry) -> chains.Sealed:
    return chains.received(
        entry.shared_seq, entry.body, entry.salt, entry.prev, entry.head, entry.sig
    )


def _proof(proof: LeafProof) -> Proof:
    return Proof(
        leaf=proof.leaf,
        checkpoint=proof.checkpoint,
        inclusion=proof.inclusion,
        from_size=proof.from_size,
        consistency=proof.consistency,
    )
