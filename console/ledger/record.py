# SPDX-License-Identifier: GPL-3.0-or-later
"""Log first: a command is in the tree and on disk before its bytes exist on a wire.

Everything here either returns what may be sent, durable, or raises LedgerError and
nothing may be sent.

Source: docs/spec/access.md "Logged first"; docs/spec/ledger.md "Proof".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import canonical
from consent.documents import command as commands
from consent.documents.command import CommandBody
from consent.documents.signed import SignedPaper
from consent.errors import PaperError
from consent.ledger import chain, checkpoint
from consent.ledger import volume as volumes
from consent.ledger.chain import Sealed
from consent.ledger.checkpoint import Checkpoint
from consent.ledger.erasure import find_tree
from consent.ledger.errors import CheckpointError, LedgerError
from consent.ledger.leaf import Copy, Leaf, LoggedLine
from consent.ledger.receipt import Growth, Proof
from consent.ledger.retention import months_due
from consent.store.console_heads import ConsoleHeads
from consent.store.console_ledger import ConsoleLedger
from console.core.commands import Send
from console.ledger.wire import leaf_proof
from protocol.identity import Peer
from protocol.messages.commands import Command

PAGE_LEAVES: Final = 500


@dataclass(slots=True)
class Reader:
    """One laptop at the other end: what a command must name, and what it holds."""

    peer: Peer
    nonce: bytes
    heads: dict[str, int] = field(default_factory=dict)  # tree to size it holds

    @property
    def device(self) -> str:
        """The laptop's id, as the record names it."""
        return self.peer.id.hex()


class Record:
    """The teacher's ledger for one school."""

    def __init__(
        self,
        ledger: ConsoleLedger,
        own: Peer,
        key: Ed25519PrivateKey,
        school: str,
        zone: ZoneInfo,
    ) -> None:
        """Join the parts.

        Args:
            ledger: open, and this teacher's.
            own: the teacher's certificate as read.
            key: signs commands.
            school: the school's id in hex.
            zone: the school's; a tree's month is the school's month.
        """
        self._ledger = ledger
        self._own = own
        self._key = key
        self._school = school
        self._zone = zone

    def origin(self, class_id: str, wall: datetime) -> str:
        """Name the tree of this class and month."""
        month = wall.astimezone(self._zone).strftime("%Y-%m")
        return checkpoint.origin(self._school, class_id, self._own.id.hex(), month)

    def command(self, send: Send, reader: Reader, ping: int, wall: datetime) -> Command:
        """Log a command, and make the message that carries it with its proof.

        Raises:
            LedgerError: it is not logged, so it must not be sent.
        """
        body = commands.encode(self._body(send, reader, ping))
        sig = commands.sign(body, self._key)
        origin = self.origin(send.class_id, wall)
        logged = self._ledger.log_command(
            origin, body, sig, reader.device, send.lesson.hex()
        )
        proof = self._prove(origin, logged.leaf, reader)
        return Command(body=body, sig=sig, salt=logged.salt, proof=leaf_proof(proof))

    def keep(
        self, lines: Sequence[Sealed], class_id: str, reader: Reader, wall: datetime
    ) -> list[LoggedLine]:
        """Log lines of a laptop, checked against its own key first.

        Raises:
            ChainError: a line the laptop did not sign.
            LedgerError: nothing is logged, so nothing may be answered.
        """
        lessons = []
        for line in lines:
            said = chain.check(line, reader.peer.sign_pub)
            lessons.append(said.common.lesson if said else "")
        origin = self.origin(class_id, wall)
        kept: list[LoggedLine] = []
        for line, lesson in zip(lines, lessons, strict=True):
            kept += self._ledger.log_entries(origin, [line], reader.device, lesson)
        return kept

    def prove(self, place: LoggedLine, reader: Reader) -> Proof:
        """Prove to this laptop that its line stands in the tree."""
        return self._prove(place.origin, place.leaf, reader)

    def grow(self, origin: str, reader: Reader) -> Growth:
        """Give the newest head to this laptop, and the way to it.

        Raises:
            LedgerError: there is no such tree yet.
        """
        growth = self._ledger.growth(origin, reader.heads.get(origin, 0))
        self._now_holds(growth.checkpoint, reader)
        return growth

    def has_tree(self, origin: str) -> bool:
        """Say whether anything was logged in this tree."""
        return self._ledger.head(origin) is not None

    def shown(self, note: bytes, reader: Reader) -> bool:
        """Take the newest head a laptop holds of us; a no is a head we never had."""
        if not note:
            return True
        point = self.own_head(note)
        if point is None:
            return False
        reader.heads[point.origin] = point.size
        return True

    def own_head(self, note: bytes) -> Checkpoint | None:
        """Read a head of ours; None where we never had it."""
        try:
            point = checkpoint.parse_signed(note, self._own.sign_pub)
        except CheckpointError:
            return None
        there = self.has_tree(point.origin) and self._ledger.agrees(point)
        return point if there else None

    def way(self, point: Checkpoint) -> tuple[bytes, ...]:
        """Prove that a tree of ours grew from a head that we had.

        Raises:
            LedgerError: it never had that size.
        """
        return self._ledger.growth(point.origin, point.size).consistency

    @property
    def teacher(self) -> str:
        """Give the teacher's id, as trees name it."""
        return self._own.id.hex()

    @property
    def school(self) -> str:
        """Give the school's id."""
        return self._school

    @property
    def heads(self) -> ConsoleHeads:
        """Give what is kept of others."""
        return self._ledger.heads

    def origins(self) -> list[str]:
        """Name our trees, oldest first."""
        return self._ledger.origins()

    def volume(
        self, origin: str, own_der: bytes, papers: Sequence[SignedPaper], wall: datetime
    ) -> bytes:
        """Make the file of one tree for the school's officer, signed by our key.

        Raises:
            LedgerError: the record cannot be read.
        """
        made = wall.replace(microsecond=0)
        export = self._ledger.volume(origin)
        return volumes.build(export, made, own_der, papers, self._key.sign)

    def copy_for(self, reader: Reader, from_seq: int, count: int) -> list[Copy]:
        """Give a laptop its own lines as they stand here."""
        return self._ledger.copy_for(reader.device, from_seq, count)

    def erase(
        self, leaves: Sequence[int], sig: bytes, reader: Reader, dpo_key: bytes
    ) -> list[int]:
        """Forget a laptop's own leaves, if it or the DPO signed that; say which.

        A teacher's key is asked nowhere: not even ours can order it.

        Raises:
            LedgerError: nothing is forgotten, so nothing may be answered.
        """
        keys = (reader.peer.sign_pub, dpo_key)
        found = find_tree(self._ledger.origins(), leaves, sig, *keys)
        if found is None:
            return []
        origin, named = found[0], canonical.encode(sorted(set(leaves)))
        self.heads.keep_order(origin, named, sig)
        return self._ledger.erase(origin, leaves, reader.device)

    def drop_old(self, wall: datetime) -> int:
        """Delete months past their keeping, or what nobody holds of them; say how many.

        Raises:
            RecordError: not all of it is deleted.
        """
        held = self._ledger.held_devices(wall)
        today = wall.astimezone(self._zone).date()
        due = months_due(self._ledger.origins(), today)
        for origin in due:
            self._ledger.drop_tree(origin, keep=held)
        return len(due)

    def page(self, lesson: bytes) -> list[Leaf]:
        """Give the newest leaves of a lesson."""
        return self._ledger.page(lesson.hex(), count=PAGE_LEAVES)

    def is_readable(self) -> bool:
        """Say whether the record can be read."""
        try:
            self._ledger.origins()
        except LedgerError:
            return False
        return True

    def close(self) -> None:
        """Close the file."""
        self._ledger.close()

    def _prove(self, origin: str, leaf: int, reader: Reader) -> Proof:
        proof = self._ledger.proof_for(origin, leaf, reader.heads.get(origin, 0))
        self._now_holds(proof.checkpoint, reader)
        return proof

    def _now_holds(self, note: bytes, reader: Reader) -> None:
        point = checkpoint.parse_unchecked(note)
        reader.heads[point.origin] = point.size

    def _body(self, send: Send, reader: Reader, ping: int) -> CommandBody:
        try:
            return CommandBody(
                verb=send.verb,
                access=send.access.hex(),
                lesson=send.lesson.hex(),
                class_id=send.class_id,
                slot=send.slot,
                device=reader.peer.fingerprint.hex(),
                teacher=self._own.fingerprint.hex(),
                nonce=reader.nonce.hex(),
                ping=ping,
                seq=send.seq,
                reason_code=send.reason_code,
                reason=send.reason,
                args=dict(send.args),
            )
        except PaperError as error:
            raise ValueError(str(error)) from error
