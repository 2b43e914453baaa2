# SPDX-License-Identifier: GPL-3.0-or-later
"""What laptops wrote of one teacher: in order, as asked, in a lesson, within limits.

A teacher's record has one side of each laptop: lines of colleagues are not in it, nor
what the pupil chose. What cannot be told from one side is said, and is no fault.

Source: docs/spec/volume.md "Verifying".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from consent.documents.fields import Lang
from consent.ledger.certificate import Holder
from consent.ledger.checks import commands, looks
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.checks.papers import School
from consent.ledger.checks.volume.leaves import devices
from consent.ledger.checks.volume.opened import OpenedVolume
from consent.ledger.draft import Start
from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.errors import EntryError
from consent.ledger.kinds import Chain
from consent.ledger.leaf import Leaf
from consent.ledger.manifest import Manifest

ONE_SIDED: Final = frozenset({"close_of_nothing", "never_closed"})


def check(opened: OpenedVolume, school: School) -> list[Finding]:
    """Check the lines of each laptop, and what was asked of it."""
    holders, _ = devices(opened, school)
    found: list[Finding] = []
    one_sided = 0
    for device in dict.fromkeys(leaf.device for leaf in opened.leaves):
        lines = lines_of(opened, device)
        there = holders.get(device, [])
        wrong = [*_chain(lines), *_places(opened, device, lines)]
        for one in _acts(opened, school, lines, there):
            if one.code in ONE_SIDED:
                one_sided += 1
            elif not one.ok:
                wrong.append(one)
        found += [replace(one, detail=f"{device} {one.detail}") for one in wrong]
    if not found:
        found.append(good("volume_lines", count=_count(opened)))
    if one_sided:
        found.append(good("one_sided", count=one_sided))
    unanswered = _unanswered(opened)
    if unanswered:
        found.append(good("unanswered", count=unanswered))
    return [*found, good("no_own")]


def lines_of(opened: OpenedVolume, device: str) -> list[Written]:
    """Give the lines of one laptop by their number; a number once if it is one line."""
    held = {
        (leaf.sealed.seq, leaf.sealed.head): Written(leaf.sealed, _entry(leaf))
        for leaf in opened.leaves
        if leaf.device == device and leaf.sealed is not None
    }
    return [held[key] for key in sorted(held)]


def _chain(lines: Sequence[Written]) -> Iterator[Finding]:
    for before, line in pairwise(written.sealed for written in lines):
        if line.seq == before.seq:
            yield bad("line_twice", seq=line.seq)
        elif line.seq == before.seq + 1 and line.prev != before.head:
            yield bad("line_link", seq=line.seq)


def _places(
    opened: OpenedVolume, device: str, lines: Sequence[Written]
) -> Iterator[Finding]:
    """Check that a line names the place of its command, and comes after it."""
    asked = {
        leaf.body: leaf.n
        for leaf in opened.leaves
        if leaf.device == device and leaf.sealed is None
    }
    stands = {
        leaf.sealed.head: leaf.n for leaf in opened.leaves if leaf.sealed is not None
    }
    for line in lines:
        text = None if line.entry is None else line.entry.fields.get("command")
        place = asked.get(str(text).encode("utf-8")) if text else None
        if line.entry is None or place is None:
            continue  # asked in the month before, or erased
        if line.entry.fields["leaf"] != place or stands[line.sealed.head] < place:
            yield bad("leaf_place", seq=line.sealed.seq)


def _acts(
    opened: OpenedVolume,
    school: School,
    lines: Sequence[Written],
    holders: Sequence[Holder],
) -> list[Finding]:
    """Check commands, hours and limits as in a pack, as far as this side goes."""
    if not lines or not holders:
        return []
    first = lines[0].sealed
    nowhere = Start(first.seq - 1, first.prev, 1)
    contents = Manifest(
        made=opened.manifest.made,
        school=opened.origin.split("/")[1],
        pupil="",
        device=holders[-1].id,
        lang=Lang.NL,
        starts={Chain.SHARED: nowhere, Chain.OWN: nowhere},
        members={},
    )
    side = Opened(contents, {Chain.SHARED: lines, Chain.OWN: ()}, (), (), {}, b"", b"")
    newest = max(holders, key=lambda one: one.starts)
    of_laptop = replace(school, device=newest)
    return [*commands.check(side, of_laptop), *looks.check(side, of_laptop)]


def _entry(leaf: Leaf) -> EntryBody | None:
    try:
        return None if leaf.body is None else parse_body(leaf.body)
    except EntryError:
        return None  # said of the leaf


def _count(opened: OpenedVolume) -> int:
    return sum(leaf.sealed is not None for leaf in opened.leaves)


def _unanswered(opened: OpenedVolume) -> int:
    """Count commands no line speaks of: stops, and what a laptop refused or missed."""
    answered = {
        str(entry.fields["command"]).encode("utf-8")
        for entry in map(_entry, opened.leaves)
        if entry is not None and entry.fields.get("command")
    }
    return sum(
        leaf.sealed is None and leaf.body is not None and leaf.body not in answered
        for leaf in opened.leaves
    )
