# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin optout` and `exempt`: what pupils and parents said on paper."""

from pathlib import Path

import click

from consent.purpose import PICTURES, Purpose
from consent.store.register import choices, people
from consent.store.register.closed import Deed
from consent.store.register.models import ClassGroup, Pupil
from consent.store.register.register import Desk, note_act
from installer.admin.asking import (
    class_option,
    home_argument,
    now,
    office_at,
    purposes_option,
    say,
    say_next,
)
from installer.admin.office import Office
from installer.admin.speaking import Speaking
from installer.admin.trouble import Exit, OfficeError


@click.command(cls=Speaking)
@home_argument
@click.argument("pupil")
@class_option
@purposes_option
@click.option("--undo", is_flag=True)
def optout(
    home: Path,
    pupil: str,
    class_name: str | None,
    purposes: tuple[str, ...],
    undo: bool,  # noqa: FBT001 -- click's way
) -> None:
    """Enter an objection, or take it back."""
    office = office_at(home, None, unlock=False)
    chosen = [Purpose(p) for p in purposes] or sorted(PICTURES)
    with office.register.begin() as desk:
        found, classes = _found(desk, office, pupil, class_name)
        for klass in classes:
            for purpose in chosen:
                if undo:
                    choices.opt_in(desk, found.id, klass.id, purpose)
                else:
                    choices.opt_out(desk, found.id, klass.id, purpose, "office", now())
        note_act(desk, office.school, "office", Deed.OPT_OUT, now(), found.id)
    _noted(office, pupil, undo=undo)


@click.command(cls=Speaking)
@home_argument
@click.argument("pupil")
@class_option
@click.option("--undo", is_flag=True)
def exempt(home: Path, pupil: str, class_name: str | None, undo: bool) -> None:  # noqa: FBT001 -- click's way
    """Free a pupil from attention, or no longer."""
    office = office_at(home, None, unlock=False)
    with office.register.begin() as desk:
        found, classes = _found(desk, office, pupil, class_name)
        for klass in classes:
            choices.exempt(desk, found.id, klass.id, yes=not undo)
        note_act(desk, office.school, "office", Deed.EXEMPT, now(), found.id)
    _noted(office, pupil, undo=undo)


def _noted(office: Office, who: str, *, undo: bool) -> None:
    say("noted.back" if undo else "noted", who=who)
    say_next(office)


def _found(
    desk: Desk, office: Office, who: str, class_name: str | None
) -> tuple[Pupil, list[ClassGroup]]:
    pupil = people.find_pupil(desk, office.school, who)
    if pupil is None:
        raise OfficeError("no_pupil", Exit.WRONG_USE, who=who)
    classes = people.classes_of(desk, pupil.id)
    if class_name is not None:
        classes = [c for c in classes if class_name in {c.name, c.sourced_id}]
    if not classes:
        raise OfficeError("not_in_class", Exit.WRONG_USE, who=who)
    return pupil, classes
