# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a command: whose it is, whether it is new, and whether it was logged first.

What is not even a command of this peer is a broken peer. What is one, but old, aimed
elsewhere or late, is a replay: no effect, and the same no as ever.
Source: docs/spec/command.md; docs/spec/access.md "Fresh".
"""

from dataclasses import dataclass

from agent.core import heads
from agent.core.events import CommandHeard
from agent.core.laptop import Asked, Laptop, LinkFacts
from consent.documents import command as commands
from consent.documents.command import CommandBody
from consent.errors import PaperError
from consent.ledger.chain import commit
from consent.ledger.receipt import Proof
from protocol import constants as c
from protocol.due import due


@dataclass(frozen=True, slots=True)
class Broken:
    """Not a command of this peer at all."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A command, but not one for here and now."""

    asked: Asked


def read(
    laptop: Laptop, link: LinkFacts, heard: CommandHeard
) -> Asked | Replayed | Broken:
    """Judge everything about a command but whether it is allowed."""
    wire = heard.command
    try:
        body = commands.parse(wire.body)
    except PaperError:
        return Broken()
    if not commands.checks(wire.body, wire.sig, link.peer.sign_pub):
        return Broken()
    proof = Proof(
        leaf=wire.proof.leaf,
        checkpoint=wire.proof.checkpoint,
        inclusion=wire.proof.inclusion,
        from_size=wire.proof.from_size,
        consistency=wire.proof.consistency,
    )
    asked = Asked(
        link=link.id,
        body=body,
        raw=wire.body,
        sig=wire.sig,
        salt=wire.salt,
        proof=proof,
        logged_first=heads.take(laptop, link, proof, commit(wire.salt, wire.body)),
        arrived_s=heard.arrived_s,
        due_s=due(body.verb.value, heard.arrived_s),
        teacher=link.teacher,
        teacher_id=link.peer.id.hex(),
        teacher_name=laptop.teacher_name(link.peer.id.hex()),
    )
    if not _is_fresh(laptop, link, body, heard.arrived_s):
        return Replayed(asked)
    return asked


def _is_fresh(
    laptop: Laptop, link: LinkFacts, body: CommandBody, arrived_s: float
) -> bool:
    departed = link.ping_departed(body.ping)
    return (
        body.seq > link.last_seq
        and body.nonce == link.nonce.hex()
        and body.device == laptop.me.fingerprint
        and body.teacher == link.teacher
        and departed is not None
        and arrived_s - departed < c.SILENCE_S
    )
