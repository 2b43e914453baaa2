# SPDX-License-Identifier: GPL-3.0-or-later
"""How often it was used, by class and week; never how many pupils were in it.

Small pictures are counted by lesson, not by pupil: in one lesson for the whole class,
the number of pupils with a picture is the number of those who shared.

Source: docs/spec/papers.md "Report"; docs/rights.md R-26, D14.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias
from zoneinfo import ZoneInfo

from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Kind
from consent.purpose import Purpose


class Measure(StrEnum):
    """What is counted."""

    LESSONS = "lessons"  # in which small pictures were shown
    LOOKS = "looks"  # at one screen, large
    CALLS = "calls"  # lessons in which attention was asked


Count: TypeAlias = Mapping[tuple[Measure, date, str], int]
"""By measure, the Monday of the week, and the name of the class."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What was counted, and how many lines were of a class nobody knows here."""

    counts: Count
    strange: int = 0


_LESSONS: Mapping[str, Measure] = {
    Purpose.OVERVIEW: Measure.LESSONS,
    Purpose.ATTENTION: Measure.CALLS,
}


def usage_of(
    lines: Iterable[EntryBody], names: Mapping[str, str], zone: ZoneInfo
) -> Usage:
    """Count the lines of teachers' logs.

    Args:
        lines: bodies of laptops' lines; what is no OPEN is passed over.
        names: the classes of this office, by id.
        zone: the school's zone.
    """
    looks: dict[tuple[Measure, date, str], int] = {}
    lessons: set[tuple[Measure, date, str, str]] = set()
    strange = 0
    for line in lines:
        if line.kind is not Kind.OPEN:
            continue
        name = names.get(line.common.klass)
        if name is None:
            strange += 1
            continue
        week, purpose = monday(line.common.t, zone), line.text("purpose")
        if purpose in _LESSONS:
            lessons.add((_LESSONS[purpose], week, name, line.common.lesson))
        else:
            key = (Measure.LOOKS, week, name)
            looks[key] = looks.get(key, 0) + 1
    counts = dict(looks)
    for measure, week, name, _ in lessons:
        counts[measure, week, name] = counts.get((measure, week, name), 0) + 1
    return Usage(counts, strange)


def together(*some: Usage) -> Usage:
    """Add up what was counted in several places."""
    counts: dict[tuple[Measure, date, str], int] = {}
    for usage in some:
        for key, value in usage.counts.items():
            counts[key] = counts.get(key, 0) + value
    return Usage(counts, sum(usage.strange for usage in some))


def monday(at: datetime, zone: ZoneInfo) -> date:
    """Give the Monday of the week an instant lies in, in the school's zone."""
    day = at.astimezone(zone).date()
    return day - timedelta(days=day.weekday())
