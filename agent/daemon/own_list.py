# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's list as sentences, and the pack the pupil may take along.

Source: docs/spec/local.md "LogPage"; docs/spec/pack.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from agent.core.commands import CarryOut, ShowList
from agent.core.laptop import Laptop
from agent.core.record import context
from agent.daemon.dpo_erasure import DpoErasure
from agent.daemon.identity import Enrolled
from agent.daemon.list_words import (
    ASKED,
    BROKEN,
    CHANGED,
    DONE,
    ERASED,
    HEALTHY,
    HELD,
    KEPT,
    NOT_DONE,
    NOTHING,
    OWED,
    Sentence,
)
from consent.documents import canonical
from consent.documents.seal import open_slip
from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import SignedPaper
from consent.errors import ConsentError
from consent.ledger import pack, plain
from consent.ledger.chain import is_signed
from consent.ledger.draft import Draft, Line
from consent.ledger.erasure import HOLD_LASTS, OrderedBy, is_held
from consent.ledger.errors import RecordError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.pack import PackFrame
from consent.ledger.pack_lines import Fork
from consent.ledger.receipt import Growth
from consent.ledger.volume import OPEN_PAPERS
from consent.store.agent_ledger import AgentLedger
from protocol.messages.local import (
    LineState,
    LogLine,
    LogPage,
    OrderDone,
    OrderKind,
)

ORDER_CONTEXT: Final = b"inzage/order/v1\0"
PART_BYTES: Final = 48_000
SENTENCE_CHARS: Final = 400


@dataclass(frozen=True, slots=True)
class OwnList:
    """What the pupil can read and take along."""

    ledger: AgentLedger
    enrolled: Enrolled

    def page(self, laptop: Laptop, command: ShowList) -> LogPage:
        """Give one page, newest first."""
        try:
            return self._page(laptop, command)
        except RecordError:
            return _page(command, broken=BROKEN[laptop.lang])

    def carry_out(self, laptop: Laptop, command: CarryOut) -> Iterator[OrderDone]:
        """Do what the pupil ordered: the pack comes in parts, the rest in one word."""
        lang = laptop.lang
        if not _is_signed(laptop, command):
            yield _told(command, NOT_DONE[lang], ok=False)
            return
        try:
            match command.kind:
                case OrderKind.EXPORT:
                    yield from _parts(command, DONE[lang], self.pack(laptop))
                case OrderKind.ERASE:
                    yield self._erase(laptop, command)
                case OrderKind.HOLD:
                    yield self._hold(laptop, command)
        except (ConsentError, ValueError):  # unreadable, or more than a pack holds
            yield _told(command, NOT_DONE[lang], ok=False)

    def _page(self, laptop: Laptop, command: ShowList) -> LogPage:
        lines = self.ledger.told(command.before_seq, command.count + 1)
        more, lines = len(lines) > command.count, lines[: command.count]
        pairs = self.ledger.pairs_of(lines)
        said = plain.sentences(
            lines,
            laptop.lang,
            opens=pairs.opens,
            closes=pairs.closes,
            reasons=self._reasons(laptop),
        )
        return LogPage(
            lines=tuple(
                _line(line, text) for line, text in zip(lines, said, strict=True)
            ),
            more=more,
            healthy=command.healthy,
            health=_health(laptop, command)[laptop.lang],
            agrees=self._agrees(laptop, command),
            asked=self._asked(laptop),
            since_s=_seconds(lines[-1]) if lines else 0,
            kept_until_s=self._kept_until_s(laptop),
        )

    def _agrees(self, laptop: Laptop, command: ShowList) -> str:
        """Say what teachers' copies say, and what they are still to forget."""
        owed = OWED[laptop.lang] if self.ledger.owed_erasures() else ""
        return f"{command.agrees} {owed}".strip()[:SENTENCE_CHARS]

    def _asked(self, laptop: Laptop) -> str:
        """Say what a DPO wants erased, and from which day."""
        first = DpoErasure(self.ledger).first_day(laptop)
        if first is None:
            return ""
        return ASKED[laptop.lang].format(day=self._day(laptop, first))

    def _erase(self, laptop: Laptop, command: CarryOut) -> OrderDone:
        """Take the words out of the pupil's own list, unless a HOLD keeps them."""
        lang, now = laptop.lang, laptop.now.wall
        held_at = self.ledger.held_at()
        if held_at is not None and is_held(held_at, now):
            until = self._day(laptop, held_at + HOLD_LASTS)
            return _told(command, KEPT[lang].format(until=until), ok=False)
        seq = self._shared_seq(command.target)
        if seq is None:
            return _told(command, NOT_DONE[lang], ok=False)
        if not self.ledger.erase(seq, OrderedBy.PUPIL, context(laptop)):
            return _told(command, NOTHING[lang], ok=False)
        owed = f" {OWED[lang]}" if self.ledger.owed_erasures() else ""
        return _told(command, f"{ERASED[lang]}{owed}", ok=True)

    def _hold(self, laptop: Laptop, command: CarryOut) -> OrderDone:
        """Keep the whole list for a year, and each teacher's copy of it."""
        targets = (0, *self.ledger.newest_of_each_teacher())
        by = OrderedBy.PUPIL.value
        self.ledger.append_all(
            [
                Draft(Chain.SHARED, Kind.HOLD, {"by": by, "target": target})
                for target in targets
            ],
            context(laptop),
        )
        until = self._day(laptop, laptop.now.wall + HOLD_LASTS)
        return _told(command, HELD[laptop.lang].format(until=until), ok=True)

    def _kept_until_s(self, laptop: Laptop) -> int:
        held_at = self.ledger.held_at()
        if held_at is None or not is_held(held_at, laptop.now.wall):
            return 0
        return int((held_at + HOLD_LASTS).timestamp())

    def _day(self, laptop: Laptop, moment: datetime) -> str:
        return f"{laptop.local_time(moment):%d-%m-%Y}"

    def _shared_seq(self, place: int) -> int | None:
        """Find the line at a place of the pupil's list; 0 is the whole list.

        Only lines that the teacher has too can be forgotten there; the rest is the
        pupil's alone.
        """
        if place == 0:
            return 0
        lines = self.ledger.told(place + 1, 1)
        found = next((x.sealed for x in lines if x.place == place), None)
        if found is None or found.chain is not Chain.SHARED:
            return None
        return found.seq

    def pack(self, laptop: Laptop) -> bytes:
        """Make the pack: the whole list with all that proves it."""
        papers = tuple(self._opened(x) for x in laptop.shelf.papers())
        frame = replace(self._frame(laptop, papers), pupil=laptop.pupil)
        return pack.build(self.ledger.export(), frame, self.enrolled.sign_key.sign)

    def heads(self, laptop: Laptop) -> bytes:
        """Make a pack without the list: the signed heads of each teacher's tree.

        No line, no slip and no pupil is in it: the office lays it beside others. All
        heads that are held: of two trees only heads of one size contradict each other.
        """
        export = self.ledger.export()
        heads = [one for one in export.proofs if isinstance(one, Growth | Fork)]
        bare = replace(export, lines=(), proofs=heads, given=())
        papers = tuple(x for x in laptop.shelf.papers() if x.kind in OPEN_PAPERS)
        frame = self._frame(laptop, papers)
        return pack.build(bare, frame, self.enrolled.sign_key.sign)

    def _frame(self, laptop: Laptop, papers: tuple[SignedPaper, ...]) -> PackFrame:
        trust = laptop.shelf.trust
        return PackFrame(
            made=laptop.now.wall.replace(microsecond=0),
            school=trust.school if trust else "",
            pupil="",
            lang=laptop.lang,
            zone=trust.zone if trust else UTC,
            device_der=self.enrolled.certificate_der,
            papers=papers,
        )

    def _opened(self, paper: SignedPaper) -> SignedPaper:
        if paper.kind is PaperKind.SLIP:
            return open_slip(paper, self.enrolled.seal_key)
        return paper

    def _reasons(self, laptop: Laptop) -> dict[str, str]:
        charter = laptop.shelf.charter
        if charter is None:
            return {}
        every = (*charter.reason_codes, *charter.attention_reasons)
        return {reason.code: reason.words(laptop.lang) for reason in every}


def _page(command: ShowList, *, broken: str) -> LogPage:
    """Say that the list cannot be read."""
    return LogPage(
        lines=(),
        more=False,
        healthy=False,
        health=broken,
        agrees=command.agrees,
        asked="",
        since_s=0,
        kept_until_s=0,
    )


def _health(laptop: Laptop, command: ShowList) -> Sentence:
    """Say how it is with the list: whole, changed by somebody, or out of order."""
    if command.healthy:
        return HEALTHY
    return CHANGED if laptop.ledger_ok else BROKEN


def _told(command: CarryOut, sentence: str, *, ok: bool) -> OrderDone:
    return OrderDone(
        kind=command.kind, ok=ok, sentence=sentence, offset=0, data=b"", last=True
    )


def _parts(command: CarryOut, sentence: str, data: bytes) -> Iterator[OrderDone]:
    for offset in range(0, len(data), PART_BYTES):
        yield OrderDone(
            kind=command.kind,
            ok=True,
            sentence=sentence,
            offset=offset,
            data=data[offset : offset + PART_BYTES],
            last=offset + PART_BYTES >= len(data),
        )


def _line(line: Line, text: str) -> LogLine:
    if line.given:
        state = LineState.GIVEN
    elif line.is_waiting:
        state = LineState.WAITING
    elif line.sealed.chain is Chain.OWN:
        state = LineState.OWN
    else:
        state = LineState.CONFIRMED
    who = line.given or ""
    return LogLine(line.place, _seconds(line), text[:SENTENCE_CHARS], state, who)


def _seconds(line: Line) -> int:
    moment: datetime | None = None if line.entry is None else line.entry.common.t
    return 0 if moment is None else int(moment.timestamp())


def _is_signed(laptop: Laptop, command: CarryOut) -> bool:
    if laptop.session is None:
        return False
    text = canonical.encode(
        {"v": 1, "kind": command.kind.name.lower(), "target": command.target}
    )
    return is_signed(
        ORDER_CONTEXT + text, command.pupil_sig, laptop.session.here.pupil_pub
    )
