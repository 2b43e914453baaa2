# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's own record on the laptop: two chains in one file, durable or refused.

Source: docs/spec/ledger.md "Chain", "On disk"; docs/rights.md R-30 to R-36.
"""

import secrets
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from consent.ledger import chain as chains
from consent.ledger.caps import Used
from consent.ledger.chain import Sealed
from consent.ledger.draft import Context, Draft, Line, Start
from consent.ledger.entry import Common, body_bytes, parse_body
from consent.ledger.erasure import EraseOrder, OrderedBy
from consent.ledger.errors import LedgerError
from consent.ledger.fields import time_value
from consent.ledger.kinds import Chain, Kind
from consent.ledger.pack import LedgerExport
from consent.ledger.tally import Refused, Tally
from consent.store import (
    agent_counting,
    agent_erasures,
    agent_forgetting,
    agent_given,
    agent_shares,
)
from consent.store.agent_check import SelfCheck
from consent.store.agent_given import AgentGiven
from consent.store.agent_pairs import Pairs, pairs_of
from consent.store.agent_rows import as_line, insert
from consent.store.agent_schema import FORMS
from consent.store.high_mark import HighMark
from consent.store.sqlite_file import SqliteFile

PAGE_LINES: Final = 100
_NONE: Final = (0, chains.SHARED_GENESIS)


class AgentLedger(AgentGiven):
    """Append-only; each append is on disk before it returns.

    What it holds against consoles is AgentProofs, and what came back of lost lines is
    AgentGiven, in the same file.

    Args:
        path: the database file, made when it is not there.
        sign: signs with this laptop's Ed25519 key.
        device: this laptop's id in hex.
        salts: makes 32 secret random bytes; a test may give its own.
    """

    def __init__(
        self,
        path: Path,
        sign: Callable[[bytes], bytes],
        device: str,
        salts: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        super().__init__(SqliteFile(path, FORMS))
        self._sign = sign
        self._device = device
        self._salts = salts
        self._tally = Tally()
        self._mark = HighMark(path)
        self._make_starts()
        self._known = self._mark.read()

    def append(
        self, chain: Chain, kind: Kind, fields: dict[str, object], context: Context
    ) -> Sealed:
        """Write one line; it is on disk when this returns.

        Raises:
            LedgerError: not known to be on disk; `landed` says whether it may be.
            EntryError: the line is not one of the closed list (a bug of the caller).
        """
        return self.append_all((Draft(chain, kind, fields),), context)[0]

    def append_all(
        self, drafts: Sequence[Draft], context: Context
    ) -> tuple[Sealed, ...]:
        """Write lines that belong together: all of them are on disk, or none.

        Raises:
            LedgerError, EntryError: as append.
        """
        return self._append(drafts, context, self.epoch())

    def epoch(self) -> int:
        """Give the number of the running epoch; it grows when lines were lost."""
        rows = self._file.read("SELECT epoch FROM entries ORDER BY n DESC LIMIT 1")
        starts = [self.start(chain).epoch for chain in Chain]
        return max(*(int(row["epoch"]) for row in rows), *starts)

    def begin_epoch(self, epoch: int, known: int, context: Context) -> Sealed:
        """Go on after lines were lost: the first line of a new epoch names the gap.

        Args:
            epoch: the newest epoch anybody showed of this laptop.
            known: the last shared seq anybody showed; positions are never used twice.
            context: when, and whose lesson it was found in.

        Raises:
            LedgerError: as append.
            ValueError: nothing is missing (a bug of the caller).
        """
        last = self.last_seq(Chain.SHARED)
        if known <= last:
            raise ValueError(f"Line {known} is here; no epoch begins.")
        gap = Draft(Chain.SHARED, Kind.GAP, {"from": last + 1, "to": known})
        newest = max(epoch, self.epoch()) + 1
        return self._append((gap,), context, newest, known)[0]

    def self_check(self, device_key: bytes) -> SelfCheck:
        """Begin to read the whole ledger through; see SelfCheck."""
        return SelfCheck(self._file, device_key)

    def known_seq(self, chain: Chain) -> int:
        """Give how far a chain had come; more than last_seq means that lines were lost.

        Ask it at start. What is missing in `shared` begins a new epoch (begin_epoch),
        and in both chains the pupil is told.
        """
        return max(self._known[chain], self.last_seq(chain))

    def last_seq(self, chain: Chain) -> int:
        """Give the number of the newest line of a chain; 0 when there never was one."""
        rows = self._file.read(
            "SELECT max(seq) AS seq FROM entries WHERE chain = ?", (chain,)
        )
        return int(rows[0]["seq"] or self.start(chain).seq)

    def head(self, chain: Chain) -> bytes:
        """Give the newest head of a chain, or what its first line will follow."""
        rows = self._file.read(
            "SELECT head FROM entries WHERE chain = ? ORDER BY seq DESC LIMIT 1",
            (chain,),
        )
        return bytes(rows[0]["head"]) if rows else self.start(chain).head

    def last_of(self, teacher: str) -> tuple[int, bytes]:
        """Give number and head of the newest shared line of one teacher.

        What was erased belongs to nobody; (0, zeros) when there is none.
        """
        rows = self._file.read(
            "SELECT seq, head FROM entries WHERE chain = 'shared' AND teacher = ?"
            " ORDER BY seq DESC LIMIT 1",
            (teacher,),
        )
        return (rows[0]["seq"], bytes(rows[0]["head"])) if rows else _NONE

    def start(self, chain: Chain) -> Start:
        """Give where the kept part of a chain begins."""
        rows = self._file.read("SELECT * FROM starts WHERE chain = ?", (chain,))
        return Start(rows[0]["seq"], rows[0]["head"], rows[0]["epoch"])

    def page(self, before: int = 0, count: int = PAGE_LINES) -> list[Line]:
        """Give lines of both chains, newest first, before a place n (0 = newest)."""
        rows = self._file.read(
            "SELECT * FROM entries WHERE (? = 0 OR n < ?) ORDER BY n DESC LIMIT ?",
            (before, before, count),
        )
        return [as_line(row) for row in rows]

    def lines(self, chain: Chain, from_seq: int = 1, count: int = -1) -> list[Line]:
        """Give lines of one chain in order, from a seq on; count -1 = all."""
        rows = self._file.read(
            "SELECT * FROM entries WHERE chain = ? AND seq >= ? ORDER BY seq LIMIT ?",
            (chain, from_seq, count),
        )
        return [as_line(row) for row in rows]

    def pairs_of(self, lines: Iterable[Line]) -> Pairs:
        """Give the other halves of a page's beginnings and ends."""
        return pairs_of(self._file, lines)

    def newest(self, chain: Chain, kind: Kind, count: int = 1) -> list[Line]:
        """Give the newest lines of one kind, newest first."""
        rows = self._file.read(
            "SELECT * FROM entries WHERE chain = ? AND kind = ?"
            " ORDER BY seq DESC LIMIT ?",
            (chain, kind, count),
        )
        return [as_line(row) for row in rows]

    def export(self) -> LedgerExport:
        """Give everything a pack holds of this ledger."""
        return LedgerExport(
            device=self._device,
            starts={chain: self.start(chain) for chain in Chain},
            lines=self.page(count=-1),
            proofs=self.exported(),
            teachers=self.teachers(),
            given=self.given(),
        )

    def erasable(self, target: int, now: datetime) -> list[int]:
        """Give the seqs of the lines that `erase` would take then."""
        lines = agent_forgetting.erasable(self._file, target, now)
        back = agent_given.erasable(self._file, target)
        return [*back, *(seq for _, seq in lines)]

    def has_words(self, target: int, now: datetime, before: int) -> bool:
        """Say whether `erase` would take any then; it looks no further than the first.

        Lines from the place `before` on do not count; 0 = all do.
        """
        lines = agent_forgetting.erasable(self._file, target, now, before)
        back = agent_given.erasable(self._file, target, before)
        return bool(back) or next(lines, None) is not None

    def erase(
        self, target: int, by: OrderedBy, context: Context, before: int = 0
    ) -> tuple[Sealed, ...]:
        """Forget the text of lines, and write down who ordered it.

        What came back of lost lines goes too.

        The caller has checked the order: consent.ledger.erasure.

        Args:
            target: a shared seq, which takes its CLOSE along; 0 for all there is.
            by: who ordered it.
            context: when. Limits are counted from lines, so those of the last 24 hours
                stay; so do the pupil's choices.
            before: lines from this place n on stay; 0 = none does.

        Returns:
            The REDACT lines; none when there was nothing to forget.

        Raises:
            LedgerError: nothing is forgotten, or nobody knows: try again.
        """
        lines = [*agent_forgetting.erasable(self._file, target, context.t, before)]
        back = agent_given.erasable(self._file, target, before)
        if not lines and not back:
            return ()
        owed = agent_erasures.orders_for(self._file, (n for n, _ in lines), self._sign)
        owed += agent_given.orders_for(self._file, back, self._sign)
        named = [0] if target == 0 else [*back, *(seq for _, seq in lines)]
        drafts = [
            Draft(Chain.SHARED, Kind.REDACT, {"by": by.value, "target": seq})
            for seq in named
        ]
        made = self._append(
            drafts,
            context,
            self.epoch(),
            also=lambda connection: _forget(connection, lines, back, owed),
        )
        self._file.fold()
        return made

    def owed_erasures(self, teacher: str = "") -> list[EraseOrder]:
        """Give the orders that wait for one teacher's program (id in hex), or for all.

        Oldest first.
        """
        return agent_erasures.owed_erasures(self._file, teacher)

    def erasure_done(self, sig: bytes) -> None:
        """Let go of an order that a teacher's program says it carried out."""
        with self._file.committing() as connection:
            connection.execute("DELETE FROM erasures WHERE sig = ?", (sig,))

    def newest_of_each_teacher(self) -> list[int]:
        """Give the newest shared line that each teacher's program is to have."""
        rows = self._file.read(
            "SELECT max(seq) AS seq FROM entries WHERE chain = 'shared'"
            " AND teacher <> '' GROUP BY teacher ORDER BY seq"
        )
        return [int(row["seq"]) for row in rows]

    def shares_since(self, moment: datetime) -> list[Line]:
        """Give what was shared since a moment and not put away, oldest first."""
        return agent_shares.since(self._file, moment)

    def put_away(self, access: str) -> None:
        """Remember that the pupil put away what this id shared."""
        agent_shares.put_away(self._file, access)

    def held_at(self) -> datetime | None:
        """Give the latest moment this record knew of at its last HOLD; None without.

        A clock that was set back when the pupil said "keep" makes no hold shorter.
        """
        holds = self._file.read(
            "SELECT max(n) AS n FROM entries WHERE chain = 'shared' AND kind = 'HOLD'"
        )
        if holds[0]["n"] is None:
            return None
        rows = self._file.read(
            "SELECT t FROM entries WHERE n <= ? ORDER BY t DESC LIMIT 1",
            (holds[0]["n"],),
        )
        try:
            return time_value(rows[0]["t"])
        except ValueError as error:
            raise LedgerError("The time of a line cannot be read.") from error

    def drop_before(self, moment: datetime) -> int:
        """Delete the lines before a moment; the chains go on from where they were.

        The caller has asked consent.ledger.retention and erasure.is_held.

        Returns:
            How many lines went.

        Raises:
            LedgerError: nothing is deleted.
        """
        return agent_forgetting.drop_before(self._file, moment)

    def unclosed_opens(self) -> list[Line]:
        """Give the OPEN lines without a CLOSE, oldest first: what is owed at start."""
        rows = self._file.read(
            "SELECT * FROM entries AS o WHERE chain = 'shared' AND kind = 'OPEN'"
            " AND NOT EXISTS (SELECT 1 FROM entries AS c WHERE c.kind = 'CLOSE'"
            " AND c.open_seq = o.seq) ORDER BY seq"
        )
        return [as_line(row) for row in rows]

    def caps_used(self, slot_date: str) -> Used:
        """Count what a slot date used: its lines, and the refusals still in memory."""
        waiting = self._tally.looks_waiting(slot_date)
        return agent_counting.used_on(self._file, slot_date, waiting)

    def refused(
        self, purpose: str, reason: str, teacher: str, context: Context
    ) -> Sealed | None:
        """Note a no: the first of its kind is a line, the rest a number until flushed.

        Raises:
            LedgerError: as append; the refusal stands all the same.
        """
        kind = Refused(purpose, reason, teacher, context.lesson, context.slot_date)
        counted = self._tally.heard(kind, context.t)
        if counted is None:
            return None
        try:
            return self.append(Chain.OWN, Kind.REFUSED, counted.fields(), context)
        except LedgerError:
            self._tally.unwritten(kind)
            raise

    def flush_refused(self, context: Context, lesson: str | None = None) -> int:
        """Write the numbers of a lesson that ended (None = of all); say how many lines.

        Raises:
            LedgerError: as append; what is not written stays counted.
        """
        waiting = self._tally.waiting(lesson)
        for counted in waiting:
            there = replace(
                context, lesson=counted.kind.lesson, slot_date=counted.kind.slot_date
            )
            self.append(Chain.OWN, Kind.REFUSED, counted.fields(), there)
            self._tally.written(counted)
        return len(waiting)

    def append_gap(self, teacher: str, context: Context) -> Sealed | None:
        """Name the lines that a console did not prove, in words that blame nobody.

        Call it for lines that were sent again on this very link and are still missing.

        Raises:
            LedgerError: as append.
        """
        missing = [
            line.sealed.seq
            for line in self.unproven(teacher)
            if line.entry is None or line.entry.kind is not Kind.GAP
        ]
        if not missing:
            return None
        low, high = missing[0], missing[-1]
        return self.append(Chain.SHARED, Kind.GAP, {"from": low, "to": high}, context)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _append(
        self,
        drafts: Sequence[Draft],
        context: Context,
        epoch: int,
        shared_seq: int | None = None,
        also: Callable[[sqlite3.Connection], None] | None = None,
    ) -> tuple[Sealed, ...]:
        if shared_seq is None:
            shared_seq = self.last_seq(Chain.SHARED)
        place = _Place(
            epoch,
            {Chain.SHARED: shared_seq, Chain.OWN: self.last_seq(Chain.OWN)},
            {chain: self.head(chain) for chain in Chain},
        )
        made = tuple(self._seal(draft, context, place) for draft in drafts)
        self._write(made, context, also)
        self._mark.write(place.seqs)
        return made

    def _seal(self, draft: Draft, context: Context, place: "_Place") -> Sealed:
        salt = self._salts(chains.SALT_BYTES)
        seq, prev = place.seqs[draft.chain] + 1, place.heads[draft.chain]
        common = Common(
            epoch=place.epoch,
            seq=seq,
            t=context.t,
            boot_ms=context.boot_ms,
            school=context.school,
            klass=context.klass,
            lesson=context.lesson,
            pupil=context.pupil,
            device=self._device,
            own=chains.own_commitment(salt, place.heads[Chain.OWN]),
        )
        body = body_bytes(draft.chain, draft.kind, common, draft.fields)
        sealed = chains.seal(draft.chain, seq, body, salt, prev, self._sign)
        place.seqs[draft.chain], place.heads[draft.chain] = seq, sealed.head
        return sealed

    def _write(
        self,
        made: Sequence[Sealed],
        context: Context,
        also: Callable[[sqlite3.Connection], None] | None,
    ) -> None:
        try:
            with self._file.writing() as connection:
                for sealed in made:
                    entry = parse_body(sealed.body or b"")
                    insert(connection, sealed, entry, context.slot_date)
                if also is not None:
                    also(connection)
        except sqlite3.Error as error:
            landed = self._landed(made)
            raise LedgerError(
                f"The log could not be written: {error}. Nobody looks until it can.",
                landed=landed,
            ) from error

    def _landed(self, made: Sequence[Sealed]) -> bool:
        """Read the heads back from disk; what cannot be read may well be there."""
        try:
            self._file.reopen()
            return any(self.head(sealed.chain) == sealed.head for sealed in made)
        except LedgerError:
            return True

    def _make_starts(self) -> None:
        if self._file.read("SELECT 1 FROM starts"):
            return
        heads = {
            Chain.SHARED: chains.SHARED_GENESIS,
            Chain.OWN: self._salts(chains.HASH_BYTES),
        }
        with self._file.committing() as connection:
            connection.executemany(
                "INSERT INTO starts VALUES (?, 0, ?, 1)", list(heads.items())
            )


def _forget(
    connection: sqlite3.Connection,
    lines: Sequence[tuple[int, int]],
    back: Sequence[int],
    owed: Sequence[EraseOrder],
) -> None:
    agent_forgetting.forget(connection, lines)
    agent_given.forget(connection, back)
    agent_erasures.keep(connection, owed)


@dataclass(slots=True)
class _Place:
    """Where the next line of each chain goes."""

    epoch: int
    seqs: dict[Chain, int]
    heads: dict[Chain, bytes]
