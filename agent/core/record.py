# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down: every line the laptop orders, and what follows once it is on disk.

Source: docs/spec/access.md "No record, no picture".
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from agent.core.commands import (
    Append,
    FlushRefused,
    KeepCommandProof,
    NoteRefused,
    SendWire,
)
from agent.core.laptop import Asked, Debt, Laptop, LinkFacts, Outcome, Then
from consent.ledger.chain import Sealed
from consent.ledger.draft import Context, Draft, Line
from consent.ledger.errors import RecordError
from consent.ledger.kinds import Chain, Kind
from protocol import constants as c
from protocol.messages.commands import Entry
from protocol.messages.records import Receipt

T = TypeVar("T")


def shared(kind: Kind, fields: Mapping[str, object]) -> Draft:
    """Draft a line that the teacher's console gets too."""
    return Draft(Chain.SHARED, kind, fields)


def own(kind: Kind, fields: Mapping[str, object]) -> Draft:
    """Draft a line that leaves only in the pupil's own export."""
    return Draft(Chain.OWN, kind, fields)


def context(laptop: Laptop) -> Context:
    """Say when, where and about whom a line is written now."""
    lesson = laptop.lesson
    trust = laptop.shelf.trust
    return Context(
        t=laptop.now.wall.replace(microsecond=0),
        boot_ms=int(laptop.now.boot_s * 1000),
        school=trust.school if trust else "",
        klass=lesson.klass if lesson else laptop.klass,
        lesson=lesson.id if lesson else "",
        pupil=laptop.pupil,
        slot_date=lesson.slot_date if lesson else "",
    )


def again(laptop: Laptop, where: Context | None) -> Context:
    """Give the context a line was opened in, with today's time."""
    here = context(laptop)
    return here if where is None else replace(where, t=here.t, boot_ms=here.boot_ms)


def read(laptop: Laptop, ask: Callable[[], T], doubt: T) -> T:
    """Ask the record; what cannot be read is doubt, and doubt is a no."""
    try:
        return ask()
    except RecordError:
        laptop.ledger_ok = False
        return doubt


def append(
    laptop: Laptop, *drafts: Draft, then: Then, where: Context | None = None
) -> None:
    """Order lines to be written, all or none, and keep what is to follow."""
    laptop.tokens += 1
    laptop.waiting[laptop.tokens] = then
    laptop.do(Append(laptop.tokens, drafts, where or context(laptop)))


def note(laptop: Laptop, *drafts: Draft) -> None:
    """Order lines that nothing waits for."""
    append(laptop, *drafts, then=_nothing)


def note_reading(laptop: Laptop) -> None:
    """Write that the pupil opened the list: reading is a line too, the pupil's own."""
    newest = read(laptop, lambda: laptop.records.last_seq(Chain.SHARED), 0)
    fields = {"by": "pupil", "from": 0, "to": newest}
    note(laptop, own(Kind.LOG_READ, fields))


def trouble(laptop: Laptop, what: str, who: str) -> None:
    """Write, for the pupil alone, that something was not right; once a lesson hour."""
    told = (laptop.slot_date, what, who)
    if told not in laptop.troubles_told:
        laptop.troubles_told.add(told)
        note(laptop, own(Kind.TROUBLE, {"what": what, "text": who}))


def list_fault(laptop: Laptop, what: str, place: str, *, is_new: bool) -> None:
    """Say from now on that the list is not whole, and write down once what it is."""
    laptop.list_whole = False
    if is_new:
        note(laptop, own(Kind.TROUBLE, {"what": what, "text": place}))


def refused(laptop: Laptop, purpose: str, reason: str, teacher: str) -> None:
    """Count a refusal, for the pupil alone. It never delays the answer."""
    laptop.do(NoteRefused(purpose, reason, teacher, context(laptop)))


def flush_refused(laptop: Laptop, lesson: str) -> None:
    """Write the numbers of a lesson that ended."""
    laptop.do(FlushRefused(lesson, context(laptop)))


def on_written(laptop: Laptop, token: int, lines: tuple[Sealed, ...]) -> None:
    """Go on after lines reached the disk."""
    laptop.ledger_ok = True
    if laptop.clock_ok:
        laptop.last_entry = laptop.now.wall
    then = laptop.waiting.pop(token, None)
    if then is not None:
        told = next((x for x in lines if x.chain is Chain.SHARED), lines[0])
        then(Outcome(told))


def on_failed(laptop: Laptop, token: int, *, landed: bool) -> None:
    """Go on after the disk refused: from now on nobody looks."""
    laptop.ledger_ok = False
    then = laptop.waiting.pop(token, None)
    if then is not None:
        then(Outcome(None, landed=landed))


def owe(laptop: Laptop, line: Sealed, teacher: str) -> None:
    """Remember that this teacher's console has to show that it holds this line."""
    laptop.debts[line.seq] = Debt(teacher, laptop.now.boot_s, told=False)


def settle(laptop: Laptop, line: Sealed, asked: Asked) -> None:
    """A line that a command made is on disk: its console owes, and proved before."""
    owe(laptop, line, asked.teacher)
    laptop.do(KeepCommandProof(line.seq, asked.salt, asked.proof))


def newest_unclosed(laptop: Laptop) -> int:
    """Find the newest OPEN without a CLOSE; 0 when there is none, or in doubt."""
    none: Sequence[Line] = ()
    opens = read(laptop, laptop.records.unclosed_opens, none)
    return opens[-1].sealed.seq if opens else 0


def forgive_gaps(laptop: Laptop) -> None:
    """Let the next slot forgive what a GAP names: it is not sent again."""
    laptop.debts = {seq: debt for seq, debt in laptop.debts.items() if not debt.is_gap}


def is_in_debt(laptop: Laptop, teacher: str) -> bool:
    """Say whether a line of this teacher is unproven for 10 s: no new access then."""
    return any(
        debt.teacher == teacher and laptop.now.boot_s - debt.since_s >= c.UNPROVEN_S
        for debt in laptop.debts.values()
    )


def entry(line: Sealed) -> Entry:
    """Give a shared line as it travels."""
    return Entry(
        shared_seq=line.seq,
        body=line.body or b"",
        salt=line.salt or bytes(c.SALT_BYTES),
        prev=line.prev,
        head=line.head,
        sig=line.sig,
    )


def send_receipt(laptop: Laptop, link: LinkFacts, line: Sealed) -> None:
    """Tell a console of a line that its teacher made; it will have to prove it."""
    laptop.debts[line.seq].told = True
    laptop.do(SendWire(link.id, Receipt(0, entry(line))))


def _nothing(outcome: Outcome) -> None:
    """Nothing follows."""
