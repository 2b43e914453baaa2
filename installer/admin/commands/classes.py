# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin class`: classes, pupils, teachers and the timetable come in."""

from pathlib import Path

import click

from consent.store.register.closed import Deed
from consent.store.register.incoming import IncomingSet
from consent.store.register.intake import take_in
from consent.store.register.register import note_act
from installer.admin.asking import FILE, home_argument, now, office_at, show, tells
from installer.admin.change_words import told
from installer.admin.oneroster import read_set
from installer.admin.trouble import Exit, OfficeError

FAULTS_SHOWN = 50


class _OnlyLookedError(Exception):
    """Carries nothing: it takes back what a dry run wrote."""


@click.group(name="class")
def klass() -> None:
    """Klassen en lesroosters."""


@klass.command(name="import")
@home_argument
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Toon alleen wat er zou veranderen.")
@tells
def import_files(home: Path, files: tuple[Path, ...], dry_run: bool) -> None:  # noqa: FBT001 -- click's way
    """Lees een OneRoster-set (users.csv, classes.csv, enrollments.csv ...)."""
    office = office_at(home, None, unlock=False)
    today = now().astimezone(office.trust().zone).date()
    read = read_set({file.name.lower(): file.read_bytes() for file in files}, today)
    if not isinstance(read, IncomingSet):
        shown = "\n".join(str(fault) for fault in read[:FAULTS_SHOWN])
        raise OfficeError(
            f"{shown}\n{len(read)} fouten. Er is niets ingelezen.", Exit.NOT_GOOD
        )
    lines: list[str] = []
    try:
        with office.register.begin() as desk:
            lines = list(told(take_in(desk, office.school, read)))
            note_act(desk, office.school, "office", Deed.CLASS_IMPORT, now())
            _take_back_if(dry_run=dry_run)
    except _OnlyLookedError:
        click.echo("Alleen gekeken; er is niets veranderd.")
    for line in lines:
        click.echo(line)
    show(leerlingen=len(read.pupils), klassen=len(read.classes))


def _take_back_if(*, dry_run: bool) -> None:
    if dry_run:
        raise _OnlyLookedError
