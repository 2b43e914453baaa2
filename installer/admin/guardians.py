# SPDX-License-Identifier: GPL-3.0-or-later
"""Enter what a guardian said on a paper form: never what a pupil says.

The form stays at school. What comes into the register is what it said, who checked
it, how and when. Source: docs/spec/guardians.md; docs/rights.md R-16, R-19.
"""

import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from consent.purpose import PICTURES, Purpose
from consent.store.register import choices, lifts, people
from consent.store.register.closed import Answer, Checked, Deed, Ended, FormKind
from consent.store.register.models import (
    ClassGroup,
    GuardianDecision,
    PaperForm,
    Pupil,
)
from consent.store.register.register import Desk, note_act
from installer.admin.school_year import first_day
from installer.admin.signs import is_odd
from installer.admin.trouble import Said, not_one, said

ROLE_CHARS: Final = 40
EARLY: Final = timedelta(days=92)  # forms of June are for the school year that follows


@dataclass(frozen=True, slots=True)
class Form:
    """One form on paper.

    Attributes:
        pupil: name or number.
        class_name: "" = the only class this pupil sits in; for a no, all of them.
        purposes: "" = all three; a yes names each.
        answer: what the guardian said.
        checked_by: who checked it: a role at school.
        how: how it was checked that it comes from the guardian.
        day: the date on it.
    """

    pupil: str
    class_name: str
    purposes: tuple[Purpose, ...]
    answer: Answer
    checked_by: str
    how: Checked
    day: date


@dataclass(frozen=True, slots=True)
class Entered:
    """What a form came to."""

    pupil: Pupil
    classes: tuple[ClassGroup, ...]
    purposes: tuple[Purpose, ...]


def enter(
    desk: Desk, school: str, form: Form, by: str, now: datetime, today: date
) -> Entered | Said:
    """Enter a form in the place of an earlier one, or say why it cannot be.

    Args:
        desk: where.
        school: of which school.
        form: what is on paper.
        by: who sat at the desk.
        now: for the office's own list.
        today: the day at school.
    """
    found = _found(desk, school, form.pupil, form.class_name)
    if isinstance(found, Said):
        return found
    wrong = _why_not(desk, school, form, found, today)
    if wrong:
        return wrong
    purposes = form.purposes or tuple(sorted(PICTURES))
    changed = [
        _enter_one(desk, form, (found.pupil.id, klass.id, purpose), by, now)
        for klass in found.classes
        for purpose in purposes
    ]
    # a first yes is in no paper until it is a widening that both signed
    deed = Deed.GUARDIAN if any(changed) else Deed.WIDENING
    note_act(desk, school, by, deed, now, found.pupil.id)
    return Entered(found.pupil, found.classes, purposes)


def withdraw(
    desk: Desk,
    school: str,
    who: tuple[str, str],
    purposes: Iterable[Purpose],
    by: str,
    now: datetime,
) -> int | Said:
    """Take back what a guardian decided; gives how many decisions went.

    Args:
        desk: where.
        school: of which school.
        who: the pupil and the class, each by name or number; no class = all.
        purposes: none = all three.
        by: who sat at the desk.
        now: for the office's own list.
    """
    found = _found(desk, school, *who)
    if isinstance(found, Said):
        return found
    gone = [
        _take_back(desk, (found.pupil.id, klass.id), purpose, by, now)
        for klass in found.classes
        for purpose in tuple(purposes) or sorted(PICTURES)
    ]
    if any(gone):
        note_act(desk, school, by, Deed.GUARDIAN, now, found.pupil.id)
    return sum(gone)


def _take_back(
    desk: Desk, place: lifts.Place, purpose: Purpose, by: str, now: datetime
) -> bool:
    """Take a decision away; a no that was published stands on until both signed."""
    held = desk.get(GuardianDecision, (*place, purpose))
    if held is not None and held.answer == Answer.NO:
        said_so = (now.date(), Checked.NOT_SAID, lifts.role(by))
        lifts.take_back(desk, place, Ended.NO, purpose, said_so)
    elif held is not None:
        lifts.use_up(desk, place)
    return choices.take_back_decision(desk, *place, purpose)


def _found(desk: Desk, school: str, who: str, class_name: str) -> Entered | Said:
    found = people.pupils_named(desk, school, who)
    if len(found) != 1:
        return not_one("no_pupil", found, who=who)
    (pupil,) = found
    classes = people.classes_of(desk, pupil.id)
    if class_name:
        classes = [c for c in classes if class_name in {c.name, c.sourced_id}]
    if not classes:
        return said("not_in_class", who=who)
    return Entered(pupil, tuple(classes), ())


def _why_not(
    desk: Desk, school: str, form: Form, found: Entered, today: date
) -> Said | None:
    if form.answer is Answer.YES:
        wrong = _why_no_yes(form, found, today)
        if wrong:
            return wrong
    role = form.checked_by
    if not 1 <= len(role) <= ROLE_CHARS or _is_odd(role):
        return said("guardian.role", most=ROLE_CHARS)
    if people.find_teacher(desk, school, role) or people.find_pupil(desk, school, role):
        return said("guardian.name", name=role)
    earliest = min(first_day(klass.school_year) for klass in found.classes) - EARLY
    if not earliest <= form.day <= today:
        return said("guardian.day", day=form.day, first=earliest, last=today)
    return None


def _why_no_yes(form: Form, found: Entered, today: date) -> Said | None:
    if not form.purposes:
        return said("guardian.purposes")
    if len(found.classes) > 1:
        names = ", ".join(klass.name for klass in found.classes)
        return said("guardian.which_class", who=form.pupil, classes=names)
    if today >= found.pupil.decider_from:
        since = found.pupil.decider_from
        return said("guardian.of_age", who=form.pupil, since=since)
    return None


def _is_odd(text: str) -> bool:
    stripped = unicodedata.normalize("NFC", text.strip())
    return text != stripped or any(map(is_odd, text))


def _enter_one(
    desk: Desk, form: Form, place: tuple[str, str, Purpose], by: str, now: datetime
) -> bool:
    """Enter one purpose, and say whether a paper is other for it.

    The very same form again changes nothing.
    """
    pupil, klass, purpose = place
    held = desk.get(GuardianDecision, place)
    said_so = (form.answer, form.how, form.checked_by, form.day)
    if held and said_so == (
        held.answer, held.checked, held.checked_by, held.decided_on
    ):  # fmt: skip
        return False
    yes = form.answer is Answer.YES
    if not yes:
        lifts.say_again(desk, (pupil, klass), Ended.NO, purpose)
    elif held and held.answer == Answer.NO:
        back = (form.day, form.how, lifts.role(form.checked_by))
        lifts.take_back(desk, (pupil, klass), Ended.NO, purpose, back)
    choices.put_guardian_decision(
        desk,
        GuardianDecision(
            pupil=pupil,
            class_group=klass,
            purpose=purpose,
            answer=form.answer,
            checked=form.how,
            checked_by=form.checked_by,
            decided_on=form.day,
            entered_by=by,
            entered_at=now,
            widening=None,
        ),
    )
    choices.file_form(
        desk,
        PaperForm(
            id=secrets.token_hex(16),
            pupil=pupil,
            class_group=klass,
            kind=FormKind.GUARDIAN_YES if yes else FormKind.GUARDIAN_NO,
            purpose=purpose,
            received_on=form.day,
            checked=form.how,
            checked_by=form.checked_by,
            entered_by=by,
            entered_at=now,
        ),
    )
    return held is not None or not yes
