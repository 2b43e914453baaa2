# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop's ledger in memory, with real chains, that can be told to fail."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.ledger import chain as chains
from consent.ledger.caps import Look, Used, used
from consent.ledger.chain import Sealed
from consent.ledger.checkpoint import Checkpoint, parse_unchecked
from consent.ledger.draft import Context, Draft, Line
from consent.ledger.entry import Common, EntryBody, body_bytes, parse_body
from consent.ledger.erasure import EraseOrder
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import Growth, Proof
from consent.ledger.tally import Refused, Tally
from consent.purpose import Purpose


class Disk(StrEnum):
    """How the disk is."""

    WELL = "well"
    LOST = "lost"  # refuses, and keeps nothing
    LANDED = "landed"  # reports an error, and keeps it all the same


@dataclass
class FakeLedger:
    """The whole shape of AgentLedger that the daemon uses, without a file."""

    key: Ed25519PrivateKey
    device: str
    disk: Disk = Disk.WELL
    rows: list[Line] = field(default_factory=list)
    slot_dates: dict[int, str] = field(default_factory=dict)
    notes: dict[str, bytes] = field(default_factory=dict)
    forks: list[bytes] = field(default_factory=list)
    heads: dict[tuple[str, int], bytes] = field(default_factory=dict)
    waiting_heads: dict[bytes, bytes] = field(default_factory=dict)
    ders: dict[str, bytes] = field(default_factory=dict)  # by certificate fingerprint
    proofs: dict[int, Proof] = field(default_factory=dict)
    command_proofs: dict[int, Proof] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    current_epoch: int = 1
    erasures: list[EraseOrder] = field(default_factory=list)
    given: dict[int, Line] = field(default_factory=dict)  # what came back, by seq
    given_proofs: dict[int, Proof] = field(default_factory=dict)

    # --- what the core reads

    def caps_used(self, slot_date: str) -> Used:
        looks = []
        for line in self.of_kind(Kind.OPEN):
            if self.slot_dates[line.n] != slot_date:
                continue
            looks.append(self._look(line))
        refused = sum(
            line.entry.number("count")
            for line in self.of_kind(Kind.REFUSED)
            if line.entry and self.slot_dates[line.n] == slot_date
            if line.entry.text("purpose") in {"view", "show"}
        )
        return used(looks, refused + self.tally.looks_waiting(slot_date))

    def unproven(self, teacher: str) -> Sequence[Line]:
        return [
            line
            for line in self.rows
            if line.sealed.chain is Chain.SHARED
            and line.sealed.seq not in self.proofs
            and line.gap is None
            and self.teacher_of(line) == teacher
        ]

    def proven(self, teacher: str, since: datetime) -> list[int]:
        return [
            line.sealed.seq
            for line in self.rows
            if line.sealed.chain is Chain.SHARED
            and line.sealed.seq in self.proofs
            and line.sealed.body is not None
            and line.entry is not None
            and line.entry.common.t >= since
            and self.teacher_of(line) == teacher
        ]

    def given_unproven(self, teacher: str, after: int) -> Sequence[Line]:
        return [
            line
            for seq, line in sorted(self.given.items())
            if seq > after and seq not in self.given_proofs and line.teacher == teacher
        ]

    def unclosed_opens(self) -> Sequence[Line]:
        closed = {
            line.entry.number("open_seq")
            for line in self.of_kind(Kind.CLOSE)
            if line.entry
        }
        return [x for x in self.of_kind(Kind.OPEN) if x.sealed.seq not in closed]

    def checkpoint(self, origin: str) -> tuple[Checkpoint, bytes] | None:
        note = self.notes.get(origin)
        return None if note is None else (parse_unchecked(note), note)

    def lesson_heads(self) -> dict[str, tuple[bytes, bytes]]:
        found: dict[str, tuple[bytes, bytes]] = {}
        for line in reversed(self.of_kind(Kind.LESSON)):
            if line.entry is None or line.entry.text("what") != "start":
                continue
            proof = self.command_proofs.get(line.sealed.seq)
            der = self.ders.get(self.teacher_of(line))
            if proof is not None and der is not None:
                origin = parse_unchecked(proof.checkpoint).origin
                found.setdefault(origin, (proof.checkpoint, der))
        return found

    def head_of_size(self, origin: str, size: int) -> bytes | None:
        return self.heads.get((origin, size))

    def carried(self) -> Sequence[tuple[bytes, bytes]]:
        return list(self.waiting_heads.items())

    def has_fork(self, origin: str) -> bool:
        return any(parse_unchecked(note).origin == origin for note in self.forks)

    def last_seq(self, chain: Chain) -> int:
        return max(
            (x.sealed.seq for x in self.rows if x.sealed.chain is chain), default=0
        )

    def last_of(self, teacher: str) -> tuple[int, bytes]:
        mine = [x for x in self.rows if x.sealed.chain is Chain.SHARED]
        mine = [x for x in mine if self.teacher_of(x) == teacher]
        return (mine[-1].sealed.seq, mine[-1].sealed.head) if mine else (0, bytes(32))

    def head(self, chain: Chain) -> bytes:
        heads = [x.sealed.head for x in self.rows if x.sealed.chain is chain]
        return heads[-1] if heads else bytes(32)

    def owed_erasures(self, teacher: str) -> Sequence[EraseOrder]:
        return [x for x in self.erasures if x.origin.split("/")[3] == teacher]

    def held_at(self) -> datetime | None:
        held = self.of_kind(Kind.HOLD)
        return held[-1].entry.common.t if held and held[-1].entry else None

    def epoch(self) -> int:
        return self.current_epoch

    # --- what the shell writes

    def append_all(
        self, drafts: Sequence[Draft], context: Context
    ) -> tuple[Sealed, ...]:
        if self.disk is Disk.LOST:
            raise LedgerError("The disk is full.", landed=False)
        made = tuple(self._add(draft, context) for draft in drafts)
        if self.disk is Disk.LANDED:
            raise LedgerError("The disk lied.", landed=True)
        return made

    def refused(
        self, purpose: str, reason: str, teacher: str, context: Context
    ) -> Sealed | None:
        kind = Refused(purpose, reason, teacher, context.lesson, context.slot_date)
        counted = self.tally.heard(kind, context.t)
        if counted is None:
            return None
        draft = Draft(Chain.OWN, Kind.REFUSED, counted.fields())
        return self.append_all((draft,), context)[0]

    def flush_refused(self, context: Context, lesson: str | None = None) -> int:
        waiting = self.tally.waiting(lesson)
        for counted in waiting:
            there = replace(
                context, lesson=counted.kind.lesson, slot_date=counted.kind.slot_date
            )
            draft = Draft(Chain.OWN, Kind.REFUSED, counted.fields())
            self.append_all((draft,), there)
            self.tally.written(counted)
        return len(waiting)

    def append_gap(self, teacher: str, context: Context) -> Sealed | None:
        missing = [
            x
            for x in self.unproven(teacher)
            if x.entry and x.entry.kind is not Kind.GAP
        ]
        if not missing:
            return None
        seqs = [line.sealed.seq for line in missing]
        fields = {"from": seqs[0], "to": seqs[-1]}
        gap = self.append_all((Draft(Chain.SHARED, Kind.GAP, fields),), context)[0]
        named = {line.n for line in missing}
        self.rows = [
            replace(line, gap=gap.seq) if line.n in named else line
            for line in self.rows
        ]
        return gap

    def begin_epoch(self, epoch: int, known: int, context: Context) -> Sealed:
        fields = {"from": self.last_seq(Chain.SHARED) + 1, "to": known}
        self.current_epoch = max(epoch, self.current_epoch) + 1
        draft = Draft(Chain.SHARED, Kind.GAP, fields)
        return self._add(draft, context, seq=known + 1)

    def add_proof(self, seq: int, proof: Proof) -> None:
        self.take_checkpoint(proof.growth)
        self.proofs[seq] = proof

    def add_command_proof(self, seq: int, salt: bytes, proof: Proof) -> None:
        self.take_checkpoint(proof.growth)
        self.command_proofs[seq] = proof

    def take_checkpoint(self, growth: Growth) -> None:
        point = parse_unchecked(growth.checkpoint)
        self.heads.setdefault((point.origin, point.size), growth.checkpoint)
        held = self.checkpoint(point.origin)
        if held is None or held[0].size < point.size:
            self.notes[point.origin] = growth.checkpoint

    def keep_given(self, lines: Iterable[Sealed], teacher: str, who: str) -> None:
        for line in lines:
            entry = parse_body(line.body or b"")
            made = Line(1, line, entry, None, None, teacher=teacher, given=who)
            self.given.setdefault(line.seq, made)

    def keep_fork(self, note: bytes) -> None:
        self.forks.append(note)

    def keep_carried(self, note: bytes, der: bytes) -> None:
        self.waiting_heads[note] = der

    def drop_carried(self, note: bytes) -> None:
        self.waiting_heads.pop(note, None)

    # --- what tests ask

    def erase_all(self) -> None:
        """Forget every text; chains stay."""
        self.rows = [
            replace(x, sealed=replace(x.sealed, body=None, salt=None), entry=x.entry)
            for x in self.rows
        ]

    def of_kind(self, kind: Kind) -> list[Line]:
        return [x for x in self.rows if x.entry is not None and x.entry.kind is kind]

    def bodies(self, *kinds: Kind) -> list[EntryBody]:
        """Give what stands in the ledger, in order; of all kinds when none is named."""
        return [
            x.entry
            for x in self.rows
            if x.entry is not None and (not kinds or x.entry.kind in kinds)
        ]

    def teacher_of(self, line: Line) -> str:
        if line.entry is None:
            return ""
        if "teacher" in line.entry.fields:
            return line.entry.text("teacher")
        about = line.entry.fields.get("open_seq", line.entry.fields.get("from"))
        opened = [
            x
            for x in self.rows
            if x.sealed.chain is Chain.SHARED and x.sealed.seq == about
        ]
        return self.teacher_of(opened[0]) if opened and opened[0] is not line else ""

    def _look(self, line: Line) -> Look:
        entry = line.entry
        assert entry is not None
        close = next(
            (
                x
                for x in self.bodies(Kind.CLOSE)
                if x.number("open_seq") == line.sealed.seq
            ),
            None,
        )
        return Look(
            Purpose(entry.text("purpose")),
            str(line.sealed.seq),
            entry.common.t,
            entry.time("until") or entry.common.t,
            close.common.t if close else None,
            close.number("seconds") if close else None,
        )

    def _add(self, draft: Draft, context: Context, seq: int | None = None) -> Sealed:
        salt = secrets.token_bytes(32)
        seq = seq or self.last_seq(draft.chain) + 1
        common = Common(
            epoch=self.current_epoch,
            seq=seq,
            t=context.t,
            boot_ms=context.boot_ms,
            school=context.school,
            klass=context.klass,
            lesson=context.lesson,
            pupil=context.pupil,
            device=self.device,
            own=chains.own_commitment(salt, self.head(Chain.OWN)),
        )
        body = body_bytes(draft.chain, draft.kind, common, draft.fields)
        sealed = chains.seal(
            draft.chain, seq, body, salt, self.head(draft.chain), self.key.sign
        )
        n = len(self.rows) + 1
        self.slot_dates[n] = context.slot_date
        self.rows.append(Line(n, sealed, parse_body(body), None, None))
        return sealed
