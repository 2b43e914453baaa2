# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin optout` and `exempt`: what pupils and parents said on paper."""

from pathlib import Path

import click

from consent.purpose import PICTURES, Purpose
from consent.store.register import choices, people
from consent.store.register.closed import Deed
from consent.store.register.models import ClassGroup, Pupil
from consent.store.register.register import Desk, note_act
from installer.admin.asking import home_argument, now, office_at, tells
from installer.admin.office import Office
from installer.admin.trouble import Exit, OfficeError


@click.command()
@home_argument
@click.argument("pupil")
@click.option("--class", "class_name", help="Een klas; anders alle klassen.")
@click.option(
    "--purpose",
    "purposes",
    multiple=True,
    type=click.Choice(sorted(purpose.value for purpose in PICTURES)),
    help="overview, view, show; anders alle drie.",
)
@click.option("--undo", is_flag=True, help="Trek het bezwaar in.")
@tells
def optout(
    home: Path,
    pupil: str,
    class_name: str | None,
    purposes: tuple[str, ...],
    undo: bool,  # noqa: FBT001 -- click's way
) -> None:
    """Noteer een bezwaar. Er is geen reden nodig, en het wint altijd."""
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
    click.echo("Genoteerd. Het geldt vanaf de volgende inzage-admin publish.")


@click.command()
@home_argument
@click.argument("pupil")
@click.option("--class", "class_name", help="Een klas; anders alle klassen.")
@click.option("--undo", is_flag=True, help="Niet langer vrijgesteld.")
@tells
def exempt(home: Path, pupil: str, class_name: str | None, undo: bool) -> None:  # noqa: FBT001 -- click's way
    """Stel een leerling vrij van het aandachtsscherm."""
    office = office_at(home, None, unlock=False)
    with office.register.begin() as desk:
        found, classes = _found(desk, office, pupil, class_name)
        for klass in classes:
            choices.exempt(desk, found.id, klass.id, yes=not undo)
        note_act(desk, office.school, "office", Deed.EXEMPT, now(), found.id)
    click.echo("Genoteerd. Het geldt vanaf de volgende inzage-admin publish.")


def _found(
    desk: Desk, office: Office, who: str, class_name: str | None
) -> tuple[Pupil, list[ClassGroup]]:
    pupil = people.find_pupil(desk, office.school, who)
    if pupil is None:
        raise OfficeError(
            f"Geen (of meer dan een) leerling: {who}. Probeer het nummer.",
            Exit.WRONG_USE,
        )
    classes = people.classes_of(desk, pupil.id)
    if class_name is not None:
        classes = [c for c in classes if class_name in {c.name, c.sourced_id}]
    if not classes:
        raise OfficeError(f"{who} zit niet in die klas.", Exit.WRONG_USE)
    return pupil, classes
