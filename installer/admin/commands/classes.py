# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin class`: classes, pupils, teachers and the timetable come in."""

from pathlib import Path

import click

from consent.purpose import GUARDIAN_AGE
from consent.store.register.closed import Deed
from consent.store.register.incoming import IncomingSet
from consent.store.register.intake import take_in
from consent.store.register.register import note_act
from installer.admin.asking import (
    FILE,
    home_argument,
    now,
    office_at,
    say,
    say_next,
    say_said,
    show,
    today,
)
from installer.admin.change_words import told
from installer.admin.csv_rows import Fault
from installer.admin.oneroster import read_set
from installer.admin.speaking import SpeakingGroup
from installer.admin.standing import look
from installer.admin.trouble import Exit, OfficeError, Said, said

FAULTS_SHOWN = 50


class _OnlyLookedError(Exception):
    """Carries nothing: it takes back what a dry run wrote."""


@click.group(cls=SpeakingGroup, name="class")
def klass() -> None:
    """Work on classes and timetables."""


@klass.command(name="import")
@home_argument
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True)
def import_files(home: Path, files: tuple[Path, ...], dry_run: bool) -> None:  # noqa: FBT001 -- click's way
    """Read a OneRoster set."""
    office = office_at(home, None, unlock=False)
    charter = look(office, now()).charter
    read = read_set(
        {file.name.lower(): file.read_bytes() for file in files},
        today(office),
        guardian_age=charter.guardian_age if charter else GUARDIAN_AGE,
    )
    if not isinstance(read, IncomingSet):
        raise OfficeError.of(_faults(read), Exit.NOT_GOOD)
    lines: list[Said] = []
    try:
        with office.register.begin() as desk:
            lines = list(told(take_in(desk, office.school, read)))
            note_act(desk, office.school, "office", Deed.CLASS_IMPORT, now())
            _take_back_if(dry_run=dry_run)
    except _OnlyLookedError:
        say("import.only_looked")
    for line in lines:
        say_said(line)
    show(pupils=len(read.pupils), classes=len(read.classes))
    say_next(office)


def _faults(found: list[Fault]) -> Said:
    shown = [one.said for one in found[:FAULTS_SHOWN]]
    return said("import.faults", faults=shown, count=len(found))


def _take_back_if(*, dry_run: bool) -> None:
    if dry_run:
        raise _OnlyLookedError
