# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin guardian`: what guardians decided on paper, and never a pupil."""

from datetime import datetime
from pathlib import Path

import click

from consent.purpose import Purpose
from consent.store.register.closed import Answer, Checked
from installer.admin.asking import (
    DAY,
    FILE,
    class_option,
    home_argument,
    now,
    office_at,
    purposes_option,
    read_text,
    say,
    say_next,
    say_said,
    today,
)
from installer.admin.csv_rows import Fault
from installer.admin.form_list import read_forms
from installer.admin.guardians import Form, enter, withdraw
from installer.admin.home_list import home_list
from installer.admin.speaking import SpeakingGroup
from installer.admin.trouble import Exit, OfficeError, Said

WAYS = [way.value for way in Checked if way is not Checked.NOT_SAID]


@click.group(cls=SpeakingGroup)
def guardian() -> None:
    """Work on what guardians decided."""


@guardian.command()
@home_argument
@click.argument("pupil")
@click.option("--answer", type=click.Choice([a.value for a in Answer]), required=True)
@purposes_option
@class_option
@click.option("--checked-by", required=True)
@click.option("--how", type=click.Choice(WAYS), required=True)
@click.option("--date", type=DAY, required=True)
def add(  # noqa: PLR0913, PLR0917 -- one option each
    home: Path,
    pupil: str,
    answer: str,
    purposes: tuple[str, ...],
    class_name: str | None,
    checked_by: str,
    how: str,
    date: datetime,
) -> None:
    """Enter one form."""
    form = Form(
        pupil=pupil,
        class_name=class_name or "",
        purposes=tuple(Purpose(purpose) for purpose in purposes),
        answer=Answer(answer),
        checked_by=checked_by,
        how=Checked(how),
        day=date.date(),
    )
    office = office_at(home, None, unlock=False)
    with office.register.begin() as desk:
        entered = enter(desk, office.school, form, office.by, now(), today(office))
        if isinstance(entered, Said):
            raise OfficeError.of(entered, Exit.WRONG_USE)
    for klass in entered.classes:
        say(
            f"guardian.entered_{answer}",
            who=entered.pupil.name,
            klass=klass.name,
            purposes=", ".join(entered.purposes),
        )
    say_next(office)


@guardian.command(name="import")
@home_argument
@click.argument("file", type=FILE)
def import_forms(home: Path, file: Path) -> None:
    """Enter a list of forms, all of them or none."""
    office = office_at(home, None, unlock=False)
    forms, faults = read_forms(file.name, read_text(file).encode())
    with office.register.begin() as desk:
        for line, form in forms:
            entered = enter(desk, office.school, form, office.by, now(), today(office))
            if isinstance(entered, Said):
                faults.append(Fault(file.name, line, "-", entered))
        if faults:
            told = [one.said for one in sorted(faults, key=lambda one: one.line)]
            raise OfficeError(
                "guardian.faults", Exit.NOT_GOOD, faults=told, count=len(told)
            )
    say("guardian.imported", count=len(forms))
    say_next(office)


@guardian.command(name="withdraw")
@home_argument
@click.argument("pupil")
@purposes_option
@class_option
def withdraw_command(
    home: Path, pupil: str, purposes: tuple[str, ...], class_name: str | None
) -> None:
    """Take back what a guardian decided."""
    office = office_at(home, None, unlock=False)
    chosen = [Purpose(purpose) for purpose in purposes]
    with office.register.begin() as desk:
        who = (pupil, class_name or "")
        gone = withdraw(desk, office.school, who, chosen, office.by, now())
    if isinstance(gone, Said):
        raise OfficeError.of(gone, Exit.WRONG_USE)
    if not gone:
        raise OfficeError("guardian.nothing", Exit.NOT_GOOD, who=pupil)
    say("guardian.withdrawn", who=pupil, count=gone)
    say_next(office)


@guardian.command(name="list")
@home_argument
@class_option
@click.option("--missing", is_flag=True)
def list_forms(home: Path, class_name: str | None, missing: bool) -> None:  # noqa: FBT001 -- click's way
    """List what is entered and what is missing."""
    office = office_at(home, None, unlock=False)
    rows = [
        row
        for row in home_list(office, now())
        if class_name in {None, row.class_name} and (row.is_missing or not missing)
    ]
    for row in rows:
        say_said(Said(f"guardian.row_{row.kind}", row.values))
    say("guardian.counted", count=len(rows))
