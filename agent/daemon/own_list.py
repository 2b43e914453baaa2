# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's list as sentences, and the pack the pupil may take along.

Source: docs/spec/local.md "The list"; docs/spec/pack.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from agent.core.commands import CarryOut, ShowList
from agent.core.laptop import Laptop
from agent.core.record import context
from agent.daemon.identity import Enrolled
from consent.documents import canonical
from consent.documents.fields import Lang
from consent.documents.seal import open_slip
from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import SignedPaper
from consent.errors import ConsentError
from consent.ledger import pack, plain
from consent.ledger.chain import is_signed
from consent.ledger.draft import Draft, Line
from consent.ledger.erasure import OrderedBy
from consent.ledger.errors import RecordError
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from protocol.messages.local import LogLine, LogPage, OrderDone, OrderKind

ORDER_CONTEXT: Final = b"inzage/order/v1\0"
PART_BYTES: Final = 48_000
SENTENCE_CHARS: Final = 400
HEALTHY: Final = {
    Lang.NL: "De lijst is heel: niets is veranderd of weg.",
    Lang.EN: "The list is whole: nothing was changed or lost.",
    Lang.FR: "La liste est entière: rien n'a changé ni disparu.",
}
BROKEN: Final = {
    Lang.NL: "De lijst werkt niet: daarom kan niemand meekijken.",
    Lang.EN: "The list does not work: that is why nobody can look.",
    Lang.FR: "La liste ne fonctionne pas: personne ne peut donc regarder.",
}
DONE: Final = {
    Lang.NL: "Je lijst is klaar om mee te nemen.",
    Lang.EN: "Your list is ready to take along.",
    Lang.FR: "Ta liste est prête à emporter.",
}
HELD: Final = {
    Lang.NL: "Je lijst blijft een jaar bewaard.",
    Lang.EN: "Your list is kept for a year.",
    Lang.FR: "Ta liste est gardée un an.",
}
ERASED: Final = {
    Lang.NL: "De woorden zijn gewist. Dat er iets stond, blijft te zien.",
    Lang.EN: "The words are gone. That something stood there can still be seen.",
    Lang.FR: "Les mots sont effacés. On voit encore qu'il y avait quelque chose.",
}
NOT_DONE: Final = {
    Lang.NL: "Dat lukte niet. Probeer het later nog eens.",
    Lang.EN: "That did not work. Try again later.",
    Lang.FR: "Cela n'a pas marché. Réessaie plus tard.",
}


@dataclass(frozen=True, slots=True)
class OwnList:
    """What the pupil can read and take along."""

    ledger: AgentLedger
    enrolled: Enrolled

    def page(self, laptop: Laptop, command: ShowList) -> LogPage:
        """Give one page, newest first."""
        lang = laptop.lang
        try:
            lines = self.ledger.page(command.before_seq, command.count + 1)
        except RecordError:
            return LogPage((), False, False, BROKEN[lang], command.agrees, 0)  # noqa: FBT003 -- a message's fields
        more, lines = len(lines) > command.count, lines[: command.count]
        said = plain.sentences(lines, lang, reasons=self._reasons(laptop))
        return LogPage(
            lines=tuple(
                _line(line, text) for line, text in zip(lines, said, strict=True)
            ),
            more=more,
            healthy=command.healthy,
            health=(HEALTHY if command.healthy else BROKEN)[lang],
            agrees=command.agrees,
            since_s=_seconds(lines[-1]) if lines else 0,
        )

    def carry_out(self, laptop: Laptop, command: CarryOut) -> Iterator[OrderDone]:
        """Do what the pupil ordered: the pack comes in parts, the rest in one word."""
        if not _is_signed(laptop, command):
            yield _told(command, NOT_DONE[laptop.lang], ok=False)
            return
        try:
            if command.kind is OrderKind.EXPORT:
                data = self._pack(laptop)
                yield from _parts(command, DONE[laptop.lang], data)
            else:
                words = self._hold_or_erase(laptop, command)
                yield _told(command, words[laptop.lang], ok=words is not NOT_DONE)
        except (ConsentError, ValueError):  # unreadable, or more than a pack holds
            yield _told(command, NOT_DONE[laptop.lang], ok=False)

    def _hold_or_erase(self, laptop: Laptop, command: CarryOut) -> Mapping[Lang, str]:
        seq = self._shared_seq(command.target)
        if seq is None:
            return NOT_DONE
        if command.kind is OrderKind.ERASE:
            self.ledger.erase(seq, OrderedBy.PUPIL, context(laptop))
            return ERASED
        fields = {"by": OrderedBy.PUPIL.value, "target": seq}
        hold = Draft(Chain.SHARED, Kind.HOLD, fields)
        self.ledger.append_all((hold,), context(laptop))
        return HELD

    def _shared_seq(self, place: int) -> int | None:
        """Find the line at a place of the pupil's list; 0 is the whole list.

        Only lines that the teacher has too can be forgotten there; the rest is the
        pupil's alone.
        """
        if place == 0:
            return 0
        lines = self.ledger.page(place + 1, 1)
        found = next((x.sealed for x in lines if x.n == place), None)
        if found is None or found.chain is not Chain.SHARED:
            return None
        return found.seq

    def _pack(self, laptop: Laptop) -> bytes:
        trust = laptop.shelf.trust
        frame = pack.PackFrame(
            made=laptop.now.wall.replace(microsecond=0),
            school=trust.school if trust else "",
            pupil=laptop.pupil,
            lang=laptop.lang,
            zone=trust.zone if trust else UTC,
            device_der=self.enrolled.certificate_der,
            papers=tuple(self._opened(x) for x in laptop.shelf.papers()),
        )
        return pack.build(self.ledger.export(), frame, self.enrolled.sign_key.sign)

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
    return LogLine(line.n, _seconds(line), text[:SENTENCE_CHARS], line.is_proven)


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
