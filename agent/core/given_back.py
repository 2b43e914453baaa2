# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that this laptop lost and a teacher's program still has: kept, and shown so.

A line counts when this laptop's key signed it and it is about this pupil: a laptop may
have been another pupil's before. Each is then sent once more, a few with each
heartbeat, so that the program proves where it has it: only then can a pupil who wipes
the list have it forgotten there too.

Source: docs/spec/ledger.md "Given back"; docs/spec/access.md "Sync".
"""

from collections.abc import Sequence
from typing import Final

from agent.core import heads, record
from agent.core.commands import KeepGiven, KeepGivenProof, SendWire
from agent.core.laptop import Laptop, LinkFacts
from consent.ledger.chain import Sealed
from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody
from consent.ledger.receipt import Proof
from consent.ledger.retention import drop_before
from protocol.messages.records import Receipt

AT_ONCE: Final = 20


def keep(
    laptop: Laptop, link: LinkFacts, lines: Sequence[tuple[Sealed, EntryBody]]
) -> None:
    """Keep what came back of this pupil's and is not past its time.

    Args:
        laptop: the facts.
        link: whose program gave them.
        lines: checked against this laptop's key.
    """
    since = drop_before(laptop.now.wall, laptop.zone)
    own = tuple(
        line
        for line, body in lines
        if body.common.t >= since and body.common.pupil == laptop.pupil != ""
    )
    if own and laptop.ledger_ok:
        name = laptop.teacher_name(link.peer.id.hex())
        laptop.do(KeepGiven(own, link.teacher, name))


def ask_proofs(laptop: Laptop, link: LinkFacts) -> None:
    """Send the next lines once more, each once on a link."""
    for line in _unproven(laptop, link, link.given_asked)[:AT_ONCE]:
        link.given_asked = line.sealed.seq
        laptop.do(SendWire(link.id, Receipt(0, record.entry(line.sealed))))


def proven(laptop: Laptop, link: LinkFacts, seq: int, proof: Proof) -> None:
    """Keep the proof of where a teacher's tree has a line that was given back."""
    lines = _unproven(laptop, link, seq - 1)
    line = next((x for x in lines if x.sealed.seq == seq), None)
    if line is None or line.entry is None:
        return
    klass = line.entry.common.klass
    if heads.take_of(laptop, link, proof, line.sealed.commitment, klass):
        laptop.do(KeepGivenProof(seq, proof))


def _unproven(laptop: Laptop, link: LinkFacts, after: int) -> Sequence[Line]:
    none: Sequence[Line] = ()
    return record.read(
        laptop, lambda: laptop.records.given_unproven(link.teacher, after), none
    )
