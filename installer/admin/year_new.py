# SPDX-License-Identifier: GPL-3.0-or-later
"""Begin a school year: classes, form, what goes along, what ends; all of it or nothing.

Done twice it changes nothing the second time. It signs nothing and needs no passphrase.
Source: docs/spec/changing.md "A new school year"; docs/adr/0142; docs/rights.md R-17.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509

from consent.documents import sets
from consent.documents.fields import Lang
from consent.documents.signed import Kind
from consent.store.papers_folder import FiledPaper, PapersFolder
from consent.store.register import people
from consent.store.register.changes import Changes
from consent.store.register.closed import Deed
from consent.store.register.incoming import IncomingSet
from consent.store.register.intake import take_in
from consent.store.register.register import Desk, note_act
from consent.store.register.retention import Forgotten, forget
from installer.admin.charter_diff import in_force
from installer.admin.laying import OF_A_CLASS
from installer.admin.office import Office
from installer.admin.school_year import first_day, school_year
from installer.admin.trouble import OfficeError
from installer.admin.year_form import NextForm

FORM: Final = "charter.toml"
FROM_MONTH: Final = 7  # the year that comes can be prepared from July
ENDS_SOON: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Begun:
    """What beginning a year came to.

    Attributes:
        changes: of classes and people.
        forgotten: who went, past their time.
        form: the form that was laid ready; None where it lay there or nothing counts.
        withdrawn: how many classes of an earlier year were taken from the papers.
        has_classes: the year has classes now.
        ending: teachers of the year without a certificate for its first weeks.
    """

    changes: Changes
    forgotten: Forgotten
    form: Path | None
    withdrawn: int
    has_classes: bool
    ending: tuple[tuple[str, date | None], ...]


def coming_year(today: date) -> str:
    """Name the school year that can be begun on a day.

    Raises:
        OfficeError: it is too early.
    """
    if today.month < FROM_MONTH:
        raise OfficeError("year.early", day=date(today.year, FROM_MONTH, 1))
    return school_year(max(today, date(today.year, 9, 1)))


def begin(
    office: Office,
    incoming: IncomingSet | None,
    now: datetime,
    today: date,
    lang: Lang,
) -> Begun:
    """Do all of it.

    Raises:
        OfficeError: it is too early, or the set says something else than the classes
            that the year has already.
    """
    year = coming_year(today)
    with office.register.begin() as desk:
        changes = Changes()
        if incoming:
            is_begun = bool(people.classes(desk, office.school, year))
            changes = take_in(desk, office.school, incoming)
            if is_begun and changes.found:
                raise OfficeError("year.begun", year=year)
        if changes.found:
            note_act(desk, office.school, office.by, Deed.CLASS_IMPORT, now)
        forgotten = forget(desk, office.school, now, today)
        living = _living(desk, office, today)
        ending = tuple(_ending(desk, office, year, today))
        has_classes = bool(people.classes(desk, office.school, year))
        form = _lay_form(office, year, today, lang)
        withdrawn = _withdraw(office, living)
    return Begun(changes, forgotten, form, withdrawn, has_classes, ending)


def _lay_form(office: Office, year: str, today: date, lang: Lang) -> Path | None:
    """Lay the form of the year ready; the one before is kept under its own name."""
    charter, file = in_force(office), office.places.home / FORM
    if charter is None:
        return None
    zone = office.trust().zone
    if charter.effective.astimezone(zone).date() >= first_day(year) or _is_of(
        file, year
    ):
        return None
    if file.exists():
        kept = office.places.home / "earlier" / f"charter-{charter.serial}.toml"
        kept.parent.mkdir(exist_ok=True)
        file.replace(kept)
    file.write_text(NextForm(charter, year, today, lang).write(), "utf-8")
    return file


def _is_of(file: Path, year: str) -> bool:
    """Say whether a form begins in a year, however far it was filled in."""
    try:
        begins = tomllib.loads(file.read_text("utf-8"))["ingangsdatum"]
    except (OSError, ValueError, KeyError):
        return False
    return isinstance(begins, date) and begins >= first_day(year)


def _living(desk: Desk, office: Office, today: date) -> set[str]:
    """Name the classes whose school year is not past."""
    every = people.classes(desk, office.school)
    return {one.id for one in every if one.school_year >= school_year(today)}


def _withdraw(office: Office, living: set[str]) -> int:
    """Take the papers of all other classes away; gives of how many."""
    folders = (office.places.for_laptops, office.places.for_consoles)
    return max(_withdraw_from(folder, living) for folder in folders)


def _withdraw_from(folder: PapersFolder, living: set[str]) -> int:
    """Take them from one folder; a slip goes with the set that names it."""
    lying = [one for one in folder.read()[0] if one.paper.kind in OF_A_CLASS]
    current = [
        sets.parse(one.paper.body) for one in lying if one.paper.kind is Kind.SET
    ]
    past = [one for one in current if one.class_id not in living]
    slips = {sealed for one in past for sealed in one.slips.values()}
    folder.remove(*(one.name for one in lying if _is_past(one, living, slips)))
    return len(past)


def _is_past(filed: FiledPaper, living: set[str], slips: set[str]) -> bool:
    if filed.paper.kind is Kind.SLIP:
        return filed.paper.sha256 in slips
    return filed.name.rpartition("-")[2] not in living


def _ending(
    desk: Desk, office: Office, year: str, today: date
) -> list[tuple[str, date | None]]:
    """List teachers of a year without a certificate for its first weeks, by name."""
    needed = max(first_day(year), today) + ENDS_SOON
    found = {
        teacher.name: _until(teacher.certificate)
        for klass in people.classes(desk, office.school, year)
        for teacher, _, _ in people.teachers_of(desk, klass.id)
    }
    return sorted(
        (name, until)
        for name, until in found.items()
        if until is None or until <= needed
    )


def _until(der: bytes | None) -> date | None:
    return (
        x509.load_der_x509_certificate(der).not_valid_after_utc.date() if der else None
    )
