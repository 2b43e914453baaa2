# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the past at a start: what is open, what was chosen, what was shown."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from agent.core import shares
from agent.core.memory import ChoiceKey, KeptChoice, Laid, Memory, OpenLine
from agent.daemon.kept_choices import KeptChoices
from consent.documents.fields import last_august_31
from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody
from consent.ledger.errors import RecordError
from consent.ledger.kinds import Chain, Kind
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import Purpose
from consent.store.agent_ledger import AgentLedger
from consent.store.agent_rows import access_of

ALL: Final = 100_000


def recall(
    ledger: AgentLedger, kept: KeptChoices, now: datetime, *, clean_end: bool
) -> Memory:
    """Read everything a start needs; what cannot be read leaves nothing allowed."""
    try:
        return _recall(ledger, kept, now, clean_end=clean_end)
    except RecordError:
        return Memory(clean_end=clean_end, healthy=False, paused=True)


def _recall(
    ledger: AgentLedger, kept: KeptChoices, now: datetime, *, clean_end: bool
) -> Memory:
    choices = _choices(ledger)
    pause = kept.paused(now)
    notices = [line.entry for line in ledger.newest(Chain.OWN, Kind.NOTICE, ALL)]
    newest = ledger.page(count=1)
    return Memory(
        clean_end=clean_end,
        unclosed=tuple(_open(line) for line in ledger.unclosed_opens()),
        choices=choices,
        yes_files=frozenset(key for key in choices if kept.says_yes(*key)),
        notices=frozenset(entry.text("notice") for entry in notices if entry),
        paused=pause is not None,
        paused_until=None if pause is None else pause.until,
        last_entry=_time(newest),
        last_looked=_last_looked(ledger),
        offers=tuple(_offers(ledger, now)),
    )


def _open(line: Line) -> OpenLine:
    entry = line.entry
    if entry is None:
        return OpenLine(line.sealed.seq, "", "", "", "", 0)
    until = entry.time("until") or entry.common.t
    return OpenLine(
        seq=line.sealed.seq,
        klass=entry.common.klass,
        lesson=entry.common.lesson,
        pupil=entry.common.pupil,
        slot_date="",
        seconds=max(0, round((until - entry.common.t).total_seconds())),
    )


def _choices(ledger: AgentLedger) -> dict[ChoiceKey, KeptChoice]:
    """Read the newest choice of each class and purpose, and when it was asked."""
    asked = _asked(ledger)
    found: dict[ChoiceKey, KeptChoice] = {}
    given = set()
    for line in ledger.newest(Chain.OWN, Kind.CONSENT, ALL):
        if line.entry is None:
            continue
        key = (line.entry.common.klass, Purpose(line.entry.text("purpose")))
        choice = _choice(line.entry, asked.get(key, ""))
        if choice.is_yes:
            given.add(key)
        found.setdefault(key, choice)
    for key, year in asked.items():
        # Asked, and the answer never reached the disk: as good as "later".
        found.setdefault(key, KeptChoice(ConsentState.DEFERRED, asked_year=year))
    return {key: _with_past(choice, key in given) for key, choice in found.items()}


def _with_past(choice: KeptChoice, ever_given: bool) -> KeptChoice:  # noqa: FBT001 -- one fact
    return KeptChoice(
        state=choice.state,
        valid_until=choice.valid_until,
        method=choice.method,
        asked_year=choice.asked_year,
        ever_given=ever_given,
        charter=choice.charter,
        notice=choice.notice,
        pupil_key=choice.pupil_key,
        pupil=choice.pupil,
    )


def _choice(entry: EntryBody, asked_year: str) -> KeptChoice:
    return KeptChoice(
        state=ConsentState(entry.text("state")),
        valid_until=entry.time("valid_until"),
        method=Method(entry.text("method")),
        asked_year=asked_year,
        charter=entry.text("charter"),
        notice=entry.text("notice"),
        pupil_key=entry.text("pupil_key"),
        pupil=entry.common.pupil,
    )


def _asked(ledger: AgentLedger) -> dict[ChoiceKey, str]:
    years: dict[ChoiceKey, str] = {}
    for line in ledger.newest(Chain.OWN, Kind.ASKED, ALL):
        if line.entry is not None:
            key = (line.entry.common.klass, Purpose(line.entry.text("purpose")))
            end = last_august_31(line.entry.common.t.date()).year
            years.setdefault(key, f"{end - 1}-{end}")
    return years


def _last_looked(ledger: AgentLedger) -> datetime | None:
    for line in ledger.newest(Chain.SHARED, Kind.CLOSE, 100):
        if line.entry is not None and line.entry.number("pictures"):
            return line.entry.common.t
    return None


def _offers(ledger: AgentLedger, now: datetime) -> Iterator[Laid]:
    for line in ledger.shares_since(now - shares.KEPT):
        if line.entry is not None:
            offer_id = bytes.fromhex(access_of(line.entry))
            offer = shares.offer_of(line.entry, offer_id)
            if offer is not None:
                yield Laid(offer, line.entry.common.t, line.entry.common.pupil)


def _time(lines: list[Line]) -> datetime | None:
    entry = lines[0].entry if lines else None
    return None if entry is None else entry.common.t
