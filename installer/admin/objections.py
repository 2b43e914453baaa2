# SPDX-License-Identifier: GPL-3.0-or-later
"""Enter an objection or an exemption, and the form that said so, if there was one.

An objection needs no form and no reason. Source: docs/spec/register.md.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from consent.purpose import Purpose
from consent.store.register import choices, lifts
from consent.store.register.closed import Checked, Deed, Ended, FormKind
from consent.store.register.models import ClassGroup, PaperForm, Pupil
from consent.store.register.register import Desk, note_act


@dataclass(frozen=True, slots=True)
class Came:
    """How it came to the office.

    Attributes:
        day: the day on the form, or today.
        how: how it was checked from whom it comes.
        checked_by: who checked that: a role at school.
        entered_by: who sat at the desk.
        now: when it was entered.
    """

    day: date
    how: Checked
    checked_by: str
    entered_by: str
    now: datetime

    @property
    def said(self) -> tuple[date, Checked, str]:
        """Give what a widening says of it."""
        return self.day, self.how, lifts.role(self.checked_by)


@dataclass(frozen=True, slots=True)
class Whom:
    """Which pupil in which classes."""

    pupil: Pupil
    classes: tuple[ClassGroup, ...]


def put_objection(
    desk: Desk, whom: Whom, purposes: Iterable[Purpose], came: Came, *, undo: bool
) -> None:
    """Enter an objection to each purpose in each class, or take it back.

    What was published stands on until office and DPO both signed.
    """
    kind = FormKind.OBJECTION_ENDED if undo else FormKind.OBJECTION
    chosen = tuple(purposes)
    for klass in whom.classes:
        for purpose in chosen:
            place = (whom.pupil.id, klass.id)
            if not undo:
                lifts.say_again(desk, place, Ended.OBJECTION, purpose)
                choices.opt_out(desk, *place, purpose, came.entered_by, came.now)
            elif choices.opt_in(desk, *place, purpose):
                lifts.take_back(desk, place, Ended.OBJECTION, purpose, came.said)
            choices.file_form(desk, _form(whom, klass, kind, purpose, came))
    _note(desk, whom, Deed.OPT_OUT, came)


def put_exemption(desk: Desk, whom: Whom, came: Came, *, undo: bool) -> None:
    """Free a pupil from attention in each class, or no longer."""
    kind = FormKind.EXEMPTION_ENDED if undo else FormKind.EXEMPTION
    for klass in whom.classes:
        place = (whom.pupil.id, klass.id)
        if not undo:
            lifts.say_again(desk, place, Ended.EXEMPTION, "")
        elif choices.is_exempt(desk, *place):
            lifts.take_back(desk, place, Ended.EXEMPTION, "", came.said)
        choices.exempt(desk, *place, yes=not undo)
        choices.file_form(desk, _form(whom, klass, kind, None, came))
    _note(desk, whom, Deed.EXEMPT, came)


def _form(
    whom: Whom,
    klass: ClassGroup,
    kind: FormKind,
    purpose: Purpose | None,
    came: Came,
) -> PaperForm:
    return PaperForm(
        id=secrets.token_hex(16),
        pupil=whom.pupil.id,
        class_group=klass.id,
        kind=kind,
        purpose=purpose,
        received_on=came.day,
        checked=came.how,
        checked_by=came.checked_by,
        entered_by=came.entered_by,
        entered_at=came.now,
    )


def _note(desk: Desk, whom: Whom, deed: Deed, came: Came) -> None:
    pupil = whom.pupil
    note_act(desk, pupil.school, came.entered_by, deed, came.now, pupil.id)
