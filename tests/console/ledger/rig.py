# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's record and one laptop's, both on disk, without a wire between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consent.documents.command import CommandBody, Verb, parse
from consent.ledger import checkpoint
from consent.ledger.chain import Sealed, commit
from consent.ledger.checkpoint import Checkpoint
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import check_proof
from consent.store.agent_ledger import AgentLedger
from consent.store.console_ledger import ConsoleLedger
from console.core.commands import Args, Send
from console.ledger.record import Reader, Record
from console.ledger.wire import entry
from protocol.identity import Peer, Role
from protocol.messages.commands import Command, Entry, LeafProof
from tests.fakes.papers import BRUSSELS
from tests.fakes.records import (
    DEVICE,
    KLASS,
    LESSON,
    MONDAY,
    SCHOOL,
    TEACHER,
    Keys,
    context,
)


def peer(role: Role, holder: str, key: Keys, fingerprint: bytes) -> Peer:
    """Make what a certificate would say."""
    seal = bytes(32) if role is Role.DEVICE else None
    return Peer(role, bytes.fromhex(holder), key.public, seal, fingerprint, MONDAY)


@dataclass
class Rig:
    """Both records and what the laptop holds of the teacher's tree."""

    record: Record
    reader: Reader
    teacher: Keys
    laptop: AgentLedger
    held: dict[str, Checkpoint]
    laptop_key: Keys
    seq: int = 0

    def ask(self, verb: Verb, **changes: Any) -> Command:  # noqa: ANN401 -- fields
        """Log a command and give the message."""
        self.seq += 1
        return self.record.command(self.wish(verb, **changes), self.reader, 3, MONDAY)

    def wish(self, verb: Verb, **changes: Any) -> Send:  # noqa: ANN401 -- fields
        """Make what the core would want."""
        args: dict[Verb, Args] = {
            Verb.OVERVIEW_START: (("scope", "all"),),
            Verb.VIEW_START: (("seconds", 60),),
            Verb.ATTENTION_START: (("seconds", 60), ("scope", "all")),
            Verb.MESSAGE: (("text", "Dag"),),
        }
        fields: dict[str, Any] = {
            "link": 1,
            "seq": self.seq,
            "verb": verb,
            "access": self.seq.to_bytes(8, "big") + bytes(8),  # a click of its own
            "lesson": bytes.fromhex(LESSON),
            "class_id": KLASS,
            "slot": "51" * 16,
            "reason_code": "help",
            "args": args.get(verb, ()),
        }
        return Send(**{**fields, **changes})

    def write(self, command: Command, kind: Kind, **fields: Any) -> Sealed:  # noqa: ANN401
        """Let the laptop write its line of a command."""
        body = parse(command.body)
        who = {
            "teacher": body.teacher,
            "teacher_name": "Juf An",
            "command": command.body.decode(),
            "command_sig": command.sig.hex(),
            "leaf": command.proof.leaf,
        }
        return self.laptop.append(Chain.SHARED, kind, {**fields, **who}, context())

    def open(self, command: Command, purpose: str) -> Sealed:
        """Let the laptop write an OPEN."""
        body = parse(command.body)
        return self.write(
            command,
            Kind.OPEN,
            purpose=purpose,
            reason_code=body.reason_code,
            reason=body.reason,
            scope=body.args.get("scope", "one"),
            until="2027-03-08T09:22:00Z",
        )

    def close(self, opened: Sealed, seconds: int = 90) -> Sealed:
        """Let the laptop write the CLOSE of an OPEN."""
        fields = {
            "open_seq": opened.seq,
            "seconds": seconds,
            "pictures": 4,
            "end": "time",
        }
        return self.laptop.append(Chain.SHARED, Kind.CLOSE, fields, context(seconds))

    def keep(self, *lines: Sealed) -> None:
        """Let the console keep lines."""
        self.record.keep(lines, KLASS, self.reader, MONDAY)

    def checks(self, proof: LeafProof, commitment: bytes) -> bool:
        """Check a proof as the laptop does, and keep the newer head."""
        from consent.ledger.receipt import Proof  # noqa: PLC0415 -- one use

        origin = self.record.origin(KLASS, MONDAY)
        own = Proof(
            proof.leaf,
            proof.checkpoint,
            proof.inclusion,
            proof.from_size,
            proof.consistency,
        )
        held = self.held.get(origin)
        point = check_proof(own, commitment, held, origin, self.teacher.public)
        self.held[origin] = point
        return True

    def command_checks(self, command: Command) -> bool:
        """Check the proof that came with a command."""
        return self.checks(command.proof, commit(command.salt, command.body))

    def note(self) -> bytes:
        """Give the newest signed head of the tree, as a laptop would hold it."""
        origin = self.record.origin(KLASS, MONDAY)
        return self.record.grow(origin, Reader(self.reader.peer, b"")).checkpoint


def body(command: Command) -> CommandBody:
    """Read a command."""
    return parse(command.body)


def travelling(*lines: Sealed) -> tuple[Entry, ...]:
    """Write lines as they travel."""
    return tuple(map(entry, lines))


def size(note: bytes) -> int:
    """Read how long the tree of a head is."""
    return checkpoint.parse_unchecked(note).size


@contextmanager
def rig(folder: Path) -> Iterator[Rig]:
    """Open both records in a folder."""
    folder.mkdir(exist_ok=True)
    teacher, device = Keys(), Keys()
    ledger = ConsoleLedger(folder / "console.db", teacher.sign, teacher.public)
    own = peer(Role.TEACHER, TEACHER, teacher, b"t" * 32)
    record = Record(ledger, own, teacher.private, SCHOOL, BRUSSELS)
    reader = Reader(peer(Role.DEVICE, DEVICE, device, b"d" * 32), b"n" * 32)
    laptop = AgentLedger(folder / "laptop.db", device.sign, DEVICE)
    yield Rig(record, reader, teacher, laptop, {}, device)
    record.close()
    laptop.close()
