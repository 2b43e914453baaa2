# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin class`: classes, pupils, teachers and the timetable come in."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
from rich.progress import Progress

from consent.purpose import GUARDIAN_AGE
from consent.store.files import write_new
from installer.admin.asking import (
    FILE,
    OUT,
    SOURCE,
    home_argument,
    lang_now,
    now,
    office_at,
    read_text,
    say,
    say_next,
    say_said,
    show,
    today,
)
from installer.admin.change_words import told
from installer.admin.csv_rows import Fault
from installer.admin.office import Office
from installer.admin.rosters.births import Dates
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.importing import Plan, carry_out, plan
from installer.admin.rosters.mapping import mapped_tables, read_mapping
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.report import change_rows, fault_rows, write_report
from installer.admin.rosters.source import read_source
from installer.admin.rosters.tables import read_tables
from installer.admin.saying import text
from installer.admin.school_year import is_name
from installer.admin.speaking import SpeakingGroup
from installer.admin.standing import look
from installer.admin.trouble import Exit, OfficeError, Step, said

FAULTS_SHOWN = 50
MAPPED = frozenset({"csv.unknown", "csv.no_column", "csv.not_utf8", "csv.utf16"})
TEMPLATES = Path(__file__).parents[1] / "templates"
YES = frozenset({"j", "ja", "y", "yes", "o", "oui"})
Tell = Callable[[str], None]


@click.group(cls=SpeakingGroup, name="class")
def klass() -> None:
    """Work on classes and timetables."""


@klass.command()
@click.argument("out", type=OUT)
def mapping(out: Path) -> None:
    """Lay a mapping ready, to be filled in."""
    try:
        write_new(out, (TEMPLATES / f"roster.{lang_now()}.toml").read_bytes())
    except FileExistsError as error:
        raise OfficeError("mapping.there", Exit.WRONG_USE, file=out) from error
    say("mapping.made", file=out)


@klass.command(name="import")
@home_argument
@click.argument("sources", type=SOURCE, nargs=-1, required=True)
@click.option("--mapping", "mapping_file", type=FILE)
@click.option("--org", default="")
@click.option("--year", default="")
@click.option("--dates", type=click.Choice([one.value for one in Dates]))
@click.option("--report", type=OUT)
@click.option("--dry-run", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--many-leave", is_flag=True)
def import_files(  # noqa: PLR0913 -- one option each
    *,
    home: Path,
    sources: tuple[Path, ...],
    mapping_file: Path | None,
    org: str,
    year: str,
    dates: str | None,
    report: Path | None,
    dry_run: bool,
    yes: bool,
    many_leave: bool,
) -> None:
    """Read a roster in."""
    office = office_at(home, None, unlock=False)
    with _busy() as tell:
        tell("import.reading")
        read = _read(sources, mapping_file, _wish(office, org, year, dates))
        if not isinstance(read, Read):
            step = None if mapping_file else _mapping_step(home, read)
            raise _refused(read, report, step)
        tell("import.comparing")
        seen = plan(office, read.incoming, now(), today(office))
    _show(read, seen, report)
    if dry_run:
        say("import.only_looked")
        return
    if seen.changes.found:
        _confirm(seen, yes=yes, many_leave=many_leave)
    with _busy() as tell:
        tell("import.writing")
        carry_out(office, read.incoming, now(), today(office), seen)
    say("import.done")
    show(pupils=len(read.incoming.pupils), classes=len(read.incoming.classes))
    say_next(office)


def _wish(office: Office, org: str, year: str, dates: str | None) -> Wish:
    if year and not is_name(year):
        raise OfficeError("import.year_word", Exit.WRONG_USE, given=year)
    charter = look(office, now()).charter
    return Wish(
        today(office),
        guardian_age=charter.guardian_age if charter else GUARDIAN_AGE,
        year=year,
        org=org,
        dates=Dates(dates or Dates.YMD),
    )


def _read(
    sources: tuple[Path, ...], mapping_file: Path | None, wish: Wish
) -> Read | list[Fault]:
    files = read_source(sources)
    if mapping_file is None:
        return gather(read_tables(files), wish)
    mapped = read_mapping(mapping_file.name, read_text(mapping_file))
    return gather(mapped_tables(files, mapped), replace(wish, dates=mapped.dates))


def _mapping_step(home: Path, faults: list[Fault]) -> Step | None:
    """Say that an export of another system has a way in too."""
    if MAPPED.isdisjoint(fault.why.key for fault in faults):
        return None
    read = ("class", "import", str(home), "...", "--mapping", "our.toml")
    return Step("next.mapping", (("class", "mapping", "our.toml"), read))


def _refused(
    faults: list[Fault], report: Path | None, step: Step | None
) -> OfficeError:
    if report:
        write_report(report, fault_rows(lang_now(), faults))
        say("import.report", file=report, err=True)
    shown = [fault.said for fault in faults[:FAULTS_SHOWN]]
    told_all = said("import.faults", faults=shown, count=len(faults))
    return OfficeError.of(told_all, Exit.NOT_GOOD, step)


def _show(read: Read, seen: Plan, report: Path | None) -> None:
    say("import.year", year=read.incoming.school_year)
    for sentence in (*read.notes, *told(seen.changes)):
        say_said(sentence)
    if seen.forgotten:
        gone = seen.forgotten
        say(
            "import.forgotten",
            pupils=gone.pupils,
            classes=gone.classes,
            teachers=gone.teachers,
        )
    if seen.loses_many:
        say("import.many_leave", leaving=seen.leaving, count=seen.pupils)
    if report:
        write_report(report, change_rows(lang_now(), seen.changes))
        say("import.report", file=report)


def _confirm(seen: Plan, *, yes: bool, many_leave: bool) -> None:
    """Have somebody say yes to what was shown; a script says so beforehand.

    Raises:
        OfficeError: nobody did.
    """
    if yes and seen.loses_many and not many_leave:
        raise OfficeError("import.say_many")
    if yes:
        return
    question = text(lang_now(), said("import.sure"))
    try:
        answer = click.prompt(question, default="", show_default=False)
    except click.Abort as error:
        if isinstance(error.__context__, EOFError):  # nobody is there to ask
            raise OfficeError("import.say_yes") from None
        raise
    if answer.strip().lower() not in YES:
        raise OfficeError("import.not_done")


@contextmanager
def _busy() -> Iterator[Tell]:
    """Show that something is being done, where somebody looks at a terminal."""
    with Progress(transient=True, disable=not sys.stdout.isatty()) as bar:
        task = bar.add_task("", total=None)

        def tell(key: str) -> None:
            bar.update(task, description=text(lang_now(), said(key)))

        yield tell
