# SPDX-License-Identifier: GPL-3.0-or-later
"""From the register to the papers of one class: sheet, roster, slips. No key in sight.

Source: docs/spec/documents.md "class", "roster", "slip".
"""

from collections.abc import Iterable
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
from consent.documents.trust import Trust
from consent.purpose import Purpose
from consent.store.register.models import ClassGroup
from consent.store.register.models import Slot as SlotRow
from consent.store.register.roll import Roll, Seat
from installer.admin.class_checks import outside, sheet_faults
from installer.admin.stages import Decision, signed_of
from installer.admin.trouble import Exit, OfficeError, Said

FIRST_LETTER: Final = 1


@dataclass(frozen=True, slots=True)
class Issue:
    """What all papers of one publication share."""

    trust: Trust
    charter: Charter
    now: datetime

    @property
    def school(self) -> str:
        """Give the school's id."""
        return self.trust.school

    @property
    def zone(self) -> ZoneInfo:
        """Give the school's zone."""
        return self.trust.zone

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


def class_sheet(roll: Roll, issue: Issue, serial: int) -> ClassSheet:
    """Write who teaches a class and when; no pupil in it.

    Raises:
        OfficeError: two teachers with one name, lessons that overlap or lie outside the
            hours that were agreed.
    """
    teachers = [
        {
            "teacher": teacher.id,
            "name": teacher.name,
            "from": since.isoformat(),
            "until": until.isoformat(),
        }
        for teacher, since, until in roll.teachers
    ]
    weekly = [(s, names) for s, names in roll.lessons if s.on_date is None]
    extra = [(s, names) for s, names in roll.lessons if s.on_date is not None]
    sheet = issue.heading("class", serial, roll.klass) | {
        "name": roll.klass.name,
        "school_year": roll.klass.school_year,
        "teachers": teachers,
        "slots": [_weekly(slot, names) for slot, names in weekly],
        "extra": [_extra(slot, names) for slot, names in extra],
    }
    faults = list(sheet_faults(sheet))
    if faults:
        raise _refused(roll, faults)
    made = msgspec.convert(sheet, ClassSheet)
    late = None if issue.trust.is_demo else outside(issue.charter, made)
    if late:
        raise _refused(roll, [late])
    return made


def roster(roll: Roll, issue: Issue, serial: int) -> Roster:
    """Write the names of a class, as short as they stay different."""
    names = short_names([seat.pupil.name for seat in roll.seats])
    rows = [
        _roster_row(seat, issue, name)
        for seat, name in zip(roll.seats, names, strict=True)
    ]
    return msgspec.convert(
        issue.heading("roster", serial, roll.klass) | {"pupils": rows}, Roster
    )


def slip(seat: Seat, issue: Issue, klass: ClassGroup, serial: int) -> Slip | None:
    """Write what the pupil's laptop must know; None while there is no laptop."""
    if seat.device is None:
        return None
    return msgspec.convert(
        issue.heading("slip", serial, klass)
        | {
            "pupil": seat.pupil.id,
            "device": seat.device.id,
            "opt_outs": seat.opt_outs,
            "guardian_no": seat.guardian_no,
            "exempt_attention": seat.exempt_attention,
            "decider_from": seat.decider_from.isoformat(),
            "band": seat.pupil.band,
            "guardian": _signed(seat.decisions, issue),
            "lifted": _signed(seat.lifts, issue),
            "lifts_from": seat.seat.lifts_from,
            "reads": [],
        },
        Slip,
    )


def _signed(decisions: Iterable[Decision], issue: Issue) -> object:
    found = signed_of(decisions, issue.trust, issue.now)
    return msgspec.to_builtins(found, builtin_types=(date, datetime))


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


def _roster_row(seat: Seat, issue: Issue, name: str) -> dict[str, object]:
    row: dict[str, object] = {
        "pupil": seat.pupil.id,
        "name": name,
        "sort": seat.pupil.sort,
        "no_picture": seat.device is None or _never_asked(seat, issue),
    }
    return row if seat.device is None else row | {"device": seat.device.id}


def _never_asked(seat: Seat, issue: Issue) -> bool:
    """One flag for every cause, so that it tells none of them."""
    if Purpose.OVERVIEW in seat.opt_outs:
        return True
    if Purpose.OVERVIEW in seat.guardian_no:
        return True
    decided = [d for d in seat.decisions if d.purpose == Purpose.OVERVIEW]
    agreed = signed_of(decided, issue.trust, issue.now)
    return issue.today < seat.decider_from and not agreed


def _refused(roll: Roll, faults: list[Said]) -> OfficeError:
    name = roll.klass.name
    return OfficeError("sheet.refused", Exit.NOT_GOOD, klass=name, faults=faults)


def _weekly(slot: SlotRow, teachers: list[str]) -> dict[str, object]:
    return {"weekday": list(Day)[slot.weekday or 0].value} | _lesson(slot, teachers)


def _extra(slot: SlotRow, teachers: list[str]) -> dict[str, object]:
    day = slot.on_date.isoformat() if slot.on_date else ""
    return {"date": day} | _lesson(slot, teachers)


def _lesson(slot: SlotRow, teachers: list[str]) -> dict[str, object]:
    return {
        "slot": slot.id,
        "from": slot.starts,
        "to": slot.ends,
        "subject": slot.subject,
        "teachers": teachers,
    }


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
