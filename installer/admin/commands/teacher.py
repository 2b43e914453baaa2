# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin teacher`: substitutes, and certificates for consoles."""

import secrets
from datetime import date, datetime
from pathlib import Path

import click

from consent.store.bundle import pack, parse_request
from consent.store.register.closed import Deed
from consent.store.register.models import Teacher
from consent.store.register.people import find_class, find_teacher, put_teaches
from consent.store.register.register import note_act
from installer.admin.asking import (
    FILE,
    home_argument,
    now,
    office_at,
    passphrase_option,
    tells,
)
from installer.admin.school_year import year_end
from installer.admin.teachers import make_bundle
from installer.admin.trouble import Exit, OfficeError

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
def teacher() -> None:
    """Leerkrachten en hun toestel."""


@teacher.command()
@home_argument
@click.argument("name")
@click.option("--class", "class_name", required=True)
@click.option("--from", "since", type=DAY, help="Eerste dag; anders vandaag.")
@click.option("--until", type=DAY, help="Laatste dag; anders 31 augustus.")
@tells
def add(
    home: Path,
    name: str,
    class_name: str,
    since: datetime | None,
    until: datetime | None,
) -> None:
    """Laat iemand lesgeven aan een klas, bijvoorbeeld een vervanger."""
    office = office_at(home, None, unlock=False)
    today = now().astimezone(office.trust().zone).date()
    with office.register.begin() as desk:
        klass = find_class(desk, office.school, class_name)
        if klass is None:
            raise OfficeError(f"Geen klas {class_name}.", Exit.WRONG_USE)
        found = find_teacher(desk, office.school, name)
        if found is None:
            number = secrets.token_hex(16)
            found = Teacher(
                id=number, school=office.school, sourced_id=number, name=name
            )
            desk.add(found)
            desk.flush()
        first = since.date() if since else today
        last: date = until.date() if until else year_end(today)
        put_teaches(desk, found.id, klass.id, first, last)
        note_act(desk, office.school, "office", Deed.TEACHER_ADD, now(), found.id)
    click.echo(f"{name} geeft les aan {klass.name} van {first} tot en met {last}.")


@teacher.command()
@home_argument
@click.argument("who")
@click.option("--request", "request_file", type=FILE, required=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True)
@passphrase_option
@tells
def bundle(
    home: Path, who: str, request_file: Path, out: Path, passphrase_file: Path | None
) -> None:
    """Beantwoord de aanvraag van een console (inzage-console request)."""
    office = office_at(home, passphrase_file, unlock=True)
    request = parse_request(request_file.read_bytes())
    out.write_bytes(pack(make_bundle(office, who, request, now())))
    click.echo(f"Op het toestel van {who}: inzage-console import {out}")


teacher.add_command(bundle, name="renew")
