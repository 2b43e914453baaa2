# SPDX-License-Identifier: GPL-3.0-or-later
"""Does every access begin and end, as long as it said, and within the limits.

Source: docs/spec/ledger.md "Counting"; docs/rights.md R-25.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from consent import purpose as limits
from consent.ledger.caps import Look, Used, used
from consent.ledger.checks.commands import Commanded, commanded
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.checks.papers import School
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Chain, Kind
from consent.purpose import Purpose

_GRACE: Final = timedelta(seconds=5)  # whole seconds, and a slow disk
_DAY_S: Final = 86_400


def check(opened: Opened, school: School) -> list[Finding]:
    """Pair OPEN and CLOSE, measure each, and count each lesson's limits."""
    entries, lines = _entries(opened), _first_lines(opened)
    closes: dict[int, EntryBody] = {}
    found: list[Finding] = []
    for seq, entry in entries.items():
        if entry.kind is not Kind.CLOSE:
            continue
        target = entry.number("open_seq")
        if target in closes or not _may_close(opened, lines, target, seq):
            found.append(bad("close_of_nothing", seq=seq))
        closes[target] = entry
    found += _pairs(opened, entries, closes)
    count = sum(entry.kind is Kind.OPEN for entry in entries.values())
    if count and not found:
        found.append(good("looks", count=count))
    return [*found, *_caps(opened, school, closes)]


def _entries(opened: Opened) -> dict[int, EntryBody]:
    return {
        written.sealed.seq: written.entry
        for written in opened.chains[Chain.SHARED]
        if written.entry is not None
    }


def _first_lines(opened: Opened) -> dict[int, Written]:
    lines: dict[int, Written] = {}
    for written in opened.chains[Chain.SHARED]:
        lines.setdefault(written.sealed.seq, written)
    return lines


def _may_close(
    opened: Opened, lines: Mapping[int, Written], target: int, seq: int
) -> bool:
    """Say whether an earlier line can be what a CLOSE closes; an erased one can."""
    if target <= opened.manifest.starts[Chain.SHARED].seq:
        return True  # its OPEN is no longer kept
    if target >= seq or target not in lines:
        return False
    entry = lines[target].entry
    return entry is None or entry.kind is Kind.OPEN


def _pairs(
    opened: Opened,
    entries: Mapping[int, EntryBody],
    closes: Mapping[int, EntryBody],
) -> Iterator[Finding]:
    erased = any(written.entry is None for written in opened.chains[Chain.SHARED])
    for seq, entry in entries.items():
        if entry.kind is not Kind.OPEN:
            continue
        close = closes.get(seq)
        until = entry.time("until") or entry.common.t
        if close is None:
            if until < opened.manifest.made and not erased:
                yield bad("never_closed", seq=seq)
            continue
        length = timedelta(seconds=close.number("seconds"))
        most = max(until - entry.common.t, timedelta())
        if length > most + _GRACE:
            yield bad("too_long", seq=seq)


def _caps(
    opened: Opened, school: School, closes: Mapping[int, EntryBody]
) -> Iterator[Finding]:
    lessons: dict[tuple[str, str], list[Commanded]] = {}
    for one in commanded(opened):
        if one.entry.kind is Kind.OPEN:
            lessons.setdefault((_day(one, school), one.body.slot), []).append(one)
    wrong = False
    for (day, _), held in lessons.items():
        looks = [_look(one, closes.get(one.seq)) for one in held]
        if _passed(used(looks, 0), looks, held[0], school):
            wrong = True
            yield bad("cap", day=day)
    if lessons and not wrong:
        yield good("caps", count=len(lessons))


def _day(one: Commanded, school: School) -> str:
    moment = one.entry.common.t
    local = moment.astimezone(school.trust.zone) if school.trust else moment
    return local.strftime("%d-%m-%Y")


def _look(one: Commanded, close: EntryBody | None) -> Look:
    opened = one.entry.common.t
    return Look(
        Purpose(one.entry.text("purpose")),
        one.body.access,
        opened,
        one.entry.time("until") or opened,
        close.common.t if close else None,
        close.number("seconds") if close else None,
    )


def _passed(total: Used, looks: list[Look], one: Commanded, school: School) -> bool:
    charter = school.charter_at(one.entry.common.t)
    view_s, lock_s, locks = (
        limits.VIEW_SLOT_S,
        limits.ATTENTION_S,
        limits.ATTENTION_TIMES,
    )
    single = {Purpose.VIEW: limits.VIEW_S, Purpose.OVERVIEW: limits.OVERVIEW_S}
    if charter is not None:
        view = charter.caps(Purpose.VIEW)
        lock = charter.caps(Purpose.ATTENTION)
        view_s, lock_s = view.slot_seconds or view_s, lock.slot_seconds or lock_s
        locks = lock.times or locks
        single = {
            purpose: charter.caps(purpose).seconds or most
            for purpose, most in single.items()
        }
    grace = int(_GRACE.total_seconds())
    return (
        total.view_s > view_s + grace * len(looks)
        or total.attention_s > lock_s + grace * len(looks)
        or total.attention_times > locks
        or any(
            look.counted_s > single.get(look.purpose, _DAY_S) + grace for look in looks
        )
    )
