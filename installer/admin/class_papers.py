# SPDX-License-Identifier: GPL-3.0-or-later
"""From the register to the papers of one class: sheet, roster, slips. No key in sight.

Source: docs/spec/documents.md "class", "roster", "slip".
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from consent.documents.charter import Charter
from consent.documents.classes import ClassSheet
from consent.documents.fields import Day, year_end
from consent.documents.roster import Roster
from consent.documents.slip import Slip
from consent.purpose import Purpose
from consent.store.register import choices, laptops, people
from consent.store.register.models import ClassGroup, Pupil
from consent.store.register.models import Slot as SlotRow
from consent.store.register.register import Desk

FIRST_LETTER: Final = 1


@dataclass(frozen=True, slots=True)
class Issue:
    """What all papers of one publication share."""

    school: str
    charter: Charter
    zone: ZoneInfo
    now: datetime

    @property
    def today(self) -> date:
        """Give the day in the school's zone."""
        return self.now.astimezone(self.zone).date()

    def heading(self, kind: str, serial: int, klass: ClassGroup) -> dict[str, object]:
        """Write what every paper of a class carries."""
        last = year_end(klass.school_year)
        ends = datetime.combine(last, time(23, 59, 59), self.zone).astimezone(UTC)
        latest = datetime.combine(last, time(23, 59, 59), UTC)
        return {
            "v": 1,
            "type": kind,
            "school": self.school,
            "serial": serial,
            "issued": _stamp(self.now),
            "not_after": _stamp(min(ends, latest)),
            "class": klass.id,
        }


def class_sheet(desk: Desk, issue: Issue, klass: ClassGroup, serial: int) -> ClassSheet:
    """Write who teaches a class and when; no pupil in it.

    Raises:
        msgspec.ValidationError: two teachers with one name, overlapping lessons.
    """
    slots = people.slots_of(desk, klass.id)
    teachers = [
        {
            "teacher": teacher.id,
            "name": teacher.name,
            "from": since.isoformat(),
            "until": until.isoformat(),
        }
        for teacher, since, until in people.teachers_of(desk, klass.id)
    ]
    return msgspec.convert(
        issue.heading("class", serial, klass)
        | {
            "name": klass.name,
            "school_year": klass.school_year,
            "teachers": teachers,
            "slots": [_weekly(desk, s) for s in slots if s.on_date is None],
            "extra": [_extra(desk, s) for s in slots if s.on_date is not None],
        },
        ClassSheet,
    )


def roster(desk: Desk, issue: Issue, klass: ClassGroup, serial: int) -> Roster:
    """Write the names of a class, as short as they stay different."""
    pupils = people.pupils_of(desk, klass.id)
    names = short_names([pupil.name for pupil in pupils])
    rows = [
        _roster_row(desk, issue, klass, pupil, name)
        for pupil, name in zip(pupils, names, strict=True)
    ]
    return msgspec.convert(
        issue.heading("roster", serial, klass) | {"pupils": rows}, Roster
    )


def slip(
    desk: Desk, issue: Issue, klass: ClassGroup, pupil: Pupil, serial: int
) -> Slip | None:
    """Write what the pupil's laptop must know; None while there is no laptop."""
    device = laptops.device_of(desk, pupil.id)
    if device is None:
        return None
    decisions = choices.guardian_decisions(desk, pupil.id, klass.id)
    return msgspec.convert(
        issue.heading("slip", serial, klass)
        | {
            "pupil": pupil.id,
            "device": device.id,
            "opt_outs": _pictures(choices.opt_outs(desk, pupil.id, klass.id)),
            "guardian_no": [d.purpose for d in decisions if d.answer == "no"],
            "exempt_attention": choices.is_exempt(desk, pupil.id, klass.id),
            "decider_from": pupil.decider_from.isoformat(),
            "band": pupil.band,
            "guardian": [
                msgspec.json.decode(d.widening) for d in decisions if d.widening
            ],
            "reads": [],
        },
        Slip,
    )


def short_names(names: list[str]) -> list[str]:
    """Write "Amina B." for "Amina Bakker", unless two would then be the same."""
    short = [_short(name) for name in names]
    return [
        few if short.count(few) == 1 else whole
        for few, whole in zip(short, names, strict=True)
    ]


def _short(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first} {rest[:FIRST_LETTER]}." if rest else name


def _roster_row(
    desk: Desk, issue: Issue, klass: ClassGroup, pupil: Pupil, name: str
) -> dict[str, object]:
    device = laptops.device_of(desk, pupil.id)
    row: dict[str, object] = {
        "pupil": pupil.id,
        "name": name,
        "sort": pupil.sort,
        "no_picture": device is None or _never_asked(desk, issue, klass, pupil),
    }
    return row if device is None else row | {"device": device.id}


def _never_asked(desk: Desk, issue: Issue, klass: ClassGroup, pupil: Pupil) -> bool:
    """One flag for every cause, so that it tells none of them."""
    if Purpose.OVERVIEW in choices.opt_outs(desk, pupil.id, klass.id):
        return True
    decisions = choices.guardian_decisions(desk, pupil.id, klass.id)
    answers = {d.answer for d in decisions if d.purpose == Purpose.OVERVIEW}
    under_age = issue.today < pupil.decider_from
    return "no" in answers or (under_age and "yes" not in answers)


def _pictures(purposes: list[str]) -> list[str]:
    return [purpose for purpose in purposes if Purpose(purpose).is_picture]


def _weekly(desk: Desk, slot: SlotRow) -> dict[str, object]:
    return {"weekday": list(Day)[slot.weekday or 0].value} | _lesson(desk, slot)


def _extra(desk: Desk, slot: SlotRow) -> dict[str, object]:
    day = slot.on_date.isoformat() if slot.on_date else ""
    return {"date": day} | _lesson(desk, slot)


def _lesson(desk: Desk, slot: SlotRow) -> dict[str, object]:
    return {
        "slot": slot.id,
        "from": slot.starts,
        "to": slot.ends,
        "subject": slot.subject,
        "teachers": people.slot_teachers(desk, slot.id),
    }


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
