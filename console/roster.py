# SPDX-License-Identifier: GPL-3.0-or-later
"""From the papers to the wall: which class this teacher has now, and who is in it.

Names come from here alone, by the device of a certificate. A class whose list is not
here is not offered.
"""

from datetime import datetime, timedelta
from typing import Final

from consent import timetable
from consent.documents import fields as f
from consent.documents.charter import Charter, ReasonCode
from consent.documents.classes import ClassSheet
from consent.documents.roster import Roster
from consent.shelf.shelf import Shelf
from consent.timetable import RunningSlot
from console.core.events import PapersRead
from console.core.facts import ClassFacts, PupilFacts, SlotFacts
from console.core.view import Choice

NOTHING: Final = PapersRead(None, None)
_LONG_AGO: Final = timedelta(days=400)


def read(shelf: Shelf, teacher: str, language: str, now: datetime) -> PapersRead:
    """Choose the class that concerns this teacher now.

    The class whose slot runs, else the one whose slot comes next, so that names and
    seats are there before the bell.
    """
    charter, trust = shelf.charter, shelf.trust
    if charter is None or trust is None:
        return NOTHING
    best: tuple[timedelta, ClassSheet, RunningSlot | None] | None = None
    rosters = shelf.rosters
    for sheet in (one for one in shelf.classes.values() if one.class_id in rosters):
        running = timetable.slot_at(charter, sheet, trust.zone, now)
        if running is not None and teacher in running.teachers:
            return PapersRead(
                _facts(shelf, charter, sheet, teacher, language, now), _slot(running)
            )
        wait = _wait(shelf, charter, sheet, teacher, now)
        if wait is not None and (best is None or wait < best[0]):
            best = (wait, sheet, None)
    if best is None:
        return NOTHING
    return PapersRead(_facts(shelf, charter, best[1], teacher, language, now), None)


def _wait(
    shelf: Shelf, charter: Charter, sheet: ClassSheet, teacher: str, now: datetime
) -> timedelta | None:
    """Say how long until this teacher has this class; very long when never soon."""
    zone = shelf.trust.zone if shelf.trust else None
    if zone is None or sheet.teacher(teacher, now.astimezone(zone).date()) is None:
        return None
    following = timetable.next_slot(charter, sheet, zone, now)
    if following is None or teacher not in following.teachers:
        return _LONG_AGO
    return following.starts - now


def _facts(
    shelf: Shelf,
    charter: Charter,
    sheet: ClassSheet,
    teacher: str,
    language: str,
    now: datetime,
) -> ClassFacts:
    zone = shelf.trust.zone if shelf.trust else None
    own = sheet.teacher(teacher, now.astimezone(zone).date())
    return ClassFacts(
        class_id=sheet.class_id,
        class_name=sheet.name,
        teacher_name=own.name if own else "",
        pupils=_pupils(shelf.rosters[sheet.class_id]),
        reasons=_choices(charter.reason_codes, language),
        attention_reasons=_choices(charter.attention_reasons, language),
        demo=shelf.trust.is_demo if shelf.trust else False,
    )


def _pupils(roster: Roster) -> tuple[PupilFacts, ...]:
    """Read the roster; a laptop of a pool has no pupil of its own yet."""
    return tuple(
        PupilFacts(
            pupil=one.pupil,
            name=one.name,
            sort=one.sort,
            device=bytes.fromhex(one.device) if one.device else None,
            no_picture=one.no_picture,
        )
        for one in roster.pupils
    )


def _choices(codes: tuple[ReasonCode, ...], language: str) -> tuple[Choice, ...]:
    lang = f.Lang(language)
    return tuple(Choice(code.code, code.words(lang)) for code in codes)


def _slot(slot: RunningSlot) -> SlotFacts:
    return SlotFacts(slot.slot, slot.subject, slot.starts, slot.ends)
