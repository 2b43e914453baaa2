# SPDX-License-Identifier: GPL-3.0-or-later
"""Had the pupil said yes, at that very place in the chain, to each picture.

A shared line says, blinded, how far the pupil's own chain was; so there is no doubt
about what came first, whatever the clocks said.

Source: docs/spec/consent.md; docs/spec/pack.md "Verifying"; docs/rights.md R-10, R-16.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from consent.ledger.chain import is_signed
from consent.ledger.checks.chains import own_places
from consent.ledger.checks.commands import commanded
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.checks.papers import School
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Chain, Kind
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import PICTURES

CHOICE_CONTEXT: Final = b"inzage/choice/v1\0"


def check(opened: Opened, school: School) -> list[Finding]:
    """Check the yes at each picture and the pupil's signatures."""
    return [
        *_yeses(opened),
        *_signatures(opened, school),
    ]


def _yeses(opened: Opened) -> Iterator[Finding]:
    places = own_places(opened)
    own, accesses = opened.chains[Chain.OWN], _accesses(opened)
    checked, unread, wrong = 0, 0, False
    for written, place in zip(opened.chains[Chain.SHARED], places, strict=True):
        entry = written.entry
        if entry is None or entry.kind is not Kind.OPEN or place is None:
            continue
        if entry.text("purpose") not in PICTURES:
            continue
        before = own[:place]
        seq = written.sealed.seq
        code = _fault(entry, before, accesses.get(seq, ""))
        if code == "consent" and any(one.entry is None for one in before):
            unread += 1
        elif code:
            wrong = True
            yield bad(code, seq=seq)
        else:
            checked += 1
    if checked and not wrong:
        yield good("consents", count=checked)
    if unread:
        yield good("unread", count=unread)


def _accesses(opened: Opened) -> dict[int, str]:
    return {one.seq: one.body.access for one in commanded(opened)}


def _fault(entry: EntryBody, before: Sequence[Written], access: str) -> str:
    """Name what was wrong with the yes at this look; "" when nothing was."""
    moment = entry.common.t
    if _is_paused(before, moment):
        return "paused"
    if _said_yes(before, access):
        return ""
    newest = _newest_choice(entry, before)
    if newest is None or not ConsentState(newest.text("state")).allows:
        return "consent"
    until = newest.time("valid_until")
    return "consent_over" if until is None or until <= moment else ""


def _newest_choice(entry: EntryBody, before: Sequence[Written]) -> EntryBody | None:
    for written in reversed(before):
        choice = written.entry
        if (
            choice is not None
            and choice.kind is Kind.CONSENT
            and choice.text("purpose") == entry.text("purpose")
            and choice.common.klass == entry.common.klass
        ):
            return choice
    return None


def _is_paused(before: Sequence[Written], moment: datetime) -> bool:
    for written in reversed(before):
        pause = written.entry
        if pause is not None and pause.kind is Kind.PAUSE:
            until = pause.time("until")
            ended = until is not None and until <= moment
            return pause.text("what") == "on" and not ended
    return False


def _said_yes(before: Sequence[Written], access: str) -> bool:
    """Say whether the pupil said yes to this one look: a show, or "kom kijken"."""
    return any(
        written.entry is not None
        and written.entry.kind is Kind.SAID_YES
        and written.entry.text("access") == access
        for written in before
    )


def _signatures(opened: Opened, school: School) -> Iterator[Finding]:
    for written in opened.chains[Chain.OWN]:
        entry, seq = written.entry, written.sealed.seq
        if entry is None or entry.kind is not Kind.CONSENT:
            continue
        if entry.text("method") == Method.DEMO_SCRIPT and not _is_demo(school):
            yield bad("demo_choice", seq=seq)
        signature, key = entry.text("pupil_sig"), entry.text("pupil_key")
        text = entry.text("evidence").encode("utf-8")
        if signature and not is_signed(
            CHOICE_CONTEXT + text, bytes.fromhex(signature), bytes.fromhex(key)
        ):
            yield bad("choice_sig", seq=seq)


def _is_demo(school: School) -> bool:
    return school.trust is not None and school.trust.is_demo
