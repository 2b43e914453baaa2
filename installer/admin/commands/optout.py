# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin optout` and `exempt`: what pupils and parents said on paper."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from consent.purpose import PICTURES, Purpose
from consent.store.register import people
from consent.store.register.closed import Checked
from consent.store.register.register import Desk
from installer.admin.asking import (
    DAY,
    NAME_CHARS,
    class_option,
    home_argument,
    now,
    office_at,
    purposes_option,
    say,
    say_next,
    today,
)
from installer.admin.objections import Came, Whom, put_exemption, put_objection
from installer.admin.office import Office
from installer.admin.speaking import Speaking
from installer.admin.trouble import Exit, OfficeError, not_one

WAYS = [way.value for way in Checked if way is not Checked.NOT_SAID]
Options = Callable[..., None]


def came_options(command: Options) -> Options:
    """Take what a form says of itself; an objection needs none."""
    for option in (
        click.option("--checked-by"),
        click.option("--how", type=click.Choice(WAYS)),
        click.option("--date", type=DAY),
    ):
        command = option(command)
    return command


@click.command(cls=Speaking)
@home_argument
@click.argument("pupil")
@class_option
@purposes_option
@click.option("--undo", is_flag=True)
@came_options
def optout(
    *,
    home: Path,
    pupil: str,
    class_name: str | None,
    purposes: tuple[str, ...],
    undo: bool,
    **form: Any,  # noqa: ANN401 -- came_options
) -> None:
    """Enter an objection, or take it back."""
    office = office_at(home, None, unlock=False)
    chosen = [Purpose(p) for p in purposes] or sorted(PICTURES)
    with office.register.begin() as desk:
        whom = _found(desk, office, pupil, class_name)
        put_objection(desk, whom, chosen, _came(office, **form), undo=undo)
    _noted(office, pupil, undo=undo)


@click.command(cls=Speaking)
@home_argument
@click.argument("pupil")
@class_option
@click.option("--undo", is_flag=True)
@came_options
def exempt(
    *,
    home: Path,
    pupil: str,
    class_name: str | None,
    undo: bool,
    **form: Any,  # noqa: ANN401 -- came_options
) -> None:
    """Free a pupil from attention, or no longer."""
    office = office_at(home, None, unlock=False)
    with office.register.begin() as desk:
        whom = _found(desk, office, pupil, class_name)
        put_exemption(desk, whom, _came(office, **form), undo=undo)
    _noted(office, pupil, undo=undo)


def _came(
    office: Office, checked_by: str | None, how: str | None, date: datetime | None
) -> Came:
    return Came(
        day=date.date() if date else today(office),
        how=Checked(how) if how else Checked.NOT_SAID,
        checked_by=(checked_by or office.by)[:NAME_CHARS],
        entered_by=office.by,
        now=now(),
    )


def _noted(office: Office, who: str, *, undo: bool) -> None:
    say("noted.back" if undo else "noted", who=who)
    say_next(office)


def _found(desk: Desk, office: Office, who: str, class_name: str | None) -> Whom:
    found = people.pupils_named(desk, office.school, who)
    if len(found) != 1:
        raise OfficeError.of(not_one("no_pupil", found, who=who), Exit.WRONG_USE)
    (pupil,) = found
    classes = people.classes_of(desk, pupil.id)
    if class_name is not None:
        classes = [c for c in classes if class_name in {c.name, c.sourced_id}]
    if not classes:
        raise OfficeError("not_in_class", Exit.WRONG_USE, who=who)
    return Whom(pupil, tuple(classes))
