# SPDX-License-Identifier: GPL-3.0-or-later
"""Had the pupil said yes, at that very place in the chain, to each picture.

A shared line says, blinded, how far the pupil's own chain was; so there is no doubt
about what came first, whatever the clocks said.

Source: docs/spec/consent.md; docs/spec/pack.md "Verifying"; docs/rights.md R-10, R-16.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime

from consent.ledger.chain import is_signed
from consent.ledger.checks.commands import commanded
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.checks.own_places import OwnPlaces
from consent.ledger.checks.papers import School
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Chain, Kind
from consent.lifecycle import ConsentState
from consent.method import CHOICE_CONTEXT, Method
from consent.purpose import PICTURES


def check(opened: Opened, school: School, own: OwnPlaces) -> list[Finding]:
    """Check the yes at each picture and the pupil's signatures."""
    return [*_yeses(opened, own), *_signatures(opened, school)]


class _Chosen:
    """The own lines that say yes or no, by what they speak of; each by its place."""

    def __init__(self, own: Sequence[Written]) -> None:
        """Go through the chain once."""
        self._own = own
        self._erased = len(own)  # the first that is gone
        self._yes: dict[str, int] = {}  # the first yes to an access
        self._choices: dict[tuple[str, str], list[int]] = {}
        self._pauses: list[int] = []
        for place, written in enumerate(own):
            entry = written.entry
            if entry is None:
                self._erased = min(self._erased, place)
            elif entry.kind is Kind.SAID_YES:
                self._yes.setdefault(entry.text("access"), place)
            elif entry.kind is Kind.CONSENT:
                what = (entry.text("purpose"), entry.common.klass)
                self._choices.setdefault(what, []).append(place)
            elif entry.kind is Kind.PAUSE:
                self._pauses.append(place)

    def lacks(self, before: int) -> bool:
        """Say whether a line was erased before a place."""
        return self._erased < before

    def said_yes(self, before: int, access: str) -> bool:
        """Say whether there was a yes to this one look: a show, or "kom kijken"."""
        return self._yes.get(access, before) < before

    def choice(self, before: int, purpose: str, klass: str) -> EntryBody | None:
        """Give the newest choice of a purpose in a class."""
        return self._newest(self._choices.get((purpose, klass), []), before)

    def pause(self, before: int) -> EntryBody | None:
        """Give the newest line of a pause."""
        return self._newest(self._pauses, before)

    def _newest(self, places: Sequence[int], before: int) -> EntryBody | None:
        count = bisect_left(places, before)
        return self._own[places[count - 1]].entry if count else None


def _yeses(opened: Opened, own: OwnPlaces) -> Iterator[Finding]:
    chosen, accesses = _Chosen(opened.chains[Chain.OWN]), _accesses(opened)
    checked, unread, wrong = 0, 0, False
    for written, place in zip(opened.chains[Chain.SHARED], own.places, strict=True):
        entry = written.entry
        if entry is None or entry.kind is not Kind.OPEN or place is None:
            continue
        if entry.text("purpose") not in PICTURES:
            continue
        seq = written.sealed.seq
        code = _fault(entry, chosen, place, accesses.get(seq, ""))
        if code == "consent" and chosen.lacks(place):
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


def _fault(entry: EntryBody, chosen: _Chosen, place: int, access: str) -> str:
    """Name what was wrong with the yes at this look; "" when nothing was."""
    moment = entry.common.t
    if _is_paused(chosen.pause(place), moment):
        return "paused"
    if chosen.said_yes(place, access):
        return ""
    newest = chosen.choice(place, entry.text("purpose"), entry.common.klass)
    if newest is None or not ConsentState(newest.text("state")).allows:
        return "consent"
    until = newest.time("valid_until")
    return "consent_over" if until is None or until <= moment else ""


def _is_paused(pause: EntryBody | None, moment: datetime) -> bool:
    if pause is None:
        return False
    until = pause.time("until")
    ended = until is not None and until <= moment
    return pause.text("what") == "on" and not ended


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
