# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin year`: everything of a new school year in one command."""

from pathlib import Path

import click

from consent.purpose import GUARDIAN_AGE
from installer.admin.asking import (
    SOURCE,
    home_argument,
    lang_now,
    now,
    office_at,
    say,
    say_next,
    say_said,
    say_step,
    today,
)
from installer.admin.change_words import told
from installer.admin.charter_diff import in_force
from installer.admin.next_step import step
from installer.admin.office import Office
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.source import read_source
from installer.admin.rosters.tables import read_tables
from installer.admin.speaking import SpeakingGroup
from installer.admin.trouble import Exit, OfficeError, Step, said
from installer.admin.year_new import Begun, begin, coming_year

FAULTS_SHOWN = 50


@click.group(cls=SpeakingGroup)
def year() -> None:
    """Work on a school year."""


@year.command()
@home_argument
@click.option("--from", "sources", type=SOURCE, multiple=True)
def new(home: Path, sources: tuple[Path, ...]) -> None:
    """Begin the school year that comes, or that has just begun."""
    office = office_at(home, None, unlock=False)
    name = coming_year(today(office))
    read = _read(office, sources, name) if sources else None
    incoming = read.incoming if read else None
    begun = begin(office, incoming, now(), today(office), lang_now())
    say("year.name", year=name)
    for sentence in (*(read.notes if read else ()), *told(begun.changes)):
        say_said(sentence)
    _tell(begun)
    _say_next(office, begun)


def _read(office: Office, sources: tuple[Path, ...], name: str) -> Read:
    charter = in_force(office)
    age = charter.guardian_age if charter else GUARDIAN_AGE
    wish = Wish(today(office), guardian_age=age, year=name)
    read = gather(read_tables(read_source(sources)), wish)
    if isinstance(read, Read):
        return read
    shown = [fault.said for fault in read[:FAULTS_SHOWN]]
    faults = said("import.faults", faults=shown, count=len(read))
    raise OfficeError.of(faults, Exit.NOT_GOOD)


def _tell(begun: Begun) -> None:
    gone = begun.forgotten
    if gone:
        say(
            "import.forgotten",
            pupils=gone.pupils,
            classes=gone.classes,
            teachers=gone.teachers,
        )
    if begun.withdrawn:
        say("year.withdrawn", count=begun.withdrawn)
    for name, until in begun.ending:
        say("year.ends" if until else "year.no_certificate", who=name, day=until)
    if begun.form:
        say("year.form", file=begun.form)


def _say_next(office: Office, begun: Begun) -> None:
    home = office.places.home
    if not begun.has_classes:
        words = ("year", "new", str(home), "--from", "oneroster.zip")
        say_step(Step("year.classes", (words,)))
    elif begun.form:
        say_step(step("next.propose", home))
    else:
        say_next(office)
