# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin teacher`: substitutes, and certificates for consoles."""

import secrets
from datetime import date, datetime
from pathlib import Path

import click

from consent.errors import PaperError
from consent.store.bundle import pack, parse_request
from consent.store.register.closed import Deed
from consent.store.register.models import Teacher
from consent.store.register.people import (
    find_class,
    find_teacher,
    put_teaches,
    stand_in,
)
from consent.store.register.register import note_act
from installer.admin.asking import (
    DAY,
    FILE,
    OUT,
    home_argument,
    now,
    office_at,
    passphrase_option,
    say,
    say_next,
    today,
)
from installer.admin.school_year import year_end
from installer.admin.speaking import SpeakingGroup
from installer.admin.teachers import make_bundle, wanted_teacher
from installer.admin.trouble import Exit, OfficeError


@click.group(cls=SpeakingGroup)
def teacher() -> None:
    """Work on teachers and their computers."""


@teacher.command()
@home_argument
@click.argument("name")
@click.option("--class", "class_name", required=True)
@click.option("--from", "since", type=DAY)
@click.option("--until", type=DAY)
@click.option("--for", "instead_of", default="")
def add(
    home: Path,
    name: str,
    class_name: str,
    since: datetime | None,
    until: datetime | None,
    instead_of: str,
) -> None:
    """Let somebody teach a class."""
    office = office_at(home, None, unlock=False)
    first = since.date() if since else today(office)
    last: date = until.date() if until else year_end(today(office))
    if last < first:
        raise OfficeError("teacher.days", Exit.WRONG_USE, first=first, last=last)
    with office.register.begin() as desk:
        klass = find_class(desk, office.school, class_name)
        if klass is None:
            raise OfficeError("no_class", Exit.WRONG_USE, name=class_name)
        found = find_teacher(desk, office.school, name)
        if found is None:
            number = secrets.token_hex(16)
            found = Teacher(
                id=number, school=office.school, sourced_id=number, name=name
            )
            desk.add(found)
            desk.flush()
        put_teaches(desk, found.id, klass.id, first, last)
        if instead_of:
            colleague = wanted_teacher(desk, office, instead_of)
            if not stand_in(desk, found.id, klass.id, colleague.id):
                raise OfficeError(
                    "teacher.no_lessons", who=colleague.name, klass=klass.name
                )
        note_act(desk, office.school, office.by, Deed.TEACHER_ADD, now(), found.id)
    say("teacher.added", name=name, klass=klass.name, first=first, last=last)
    say_next(office)


@teacher.command()
@home_argument
@click.argument("who")
@click.option("--request", "request_file", type=FILE, required=True)
@click.option("--out", type=OUT, required=True)
@passphrase_option
def bundle(
    home: Path, who: str, request_file: Path, out: Path, passphrase_file: Path | None
) -> None:
    """Answer the request of a console."""
    try:
        request = parse_request(request_file.read_bytes())
    except PaperError as error:
        raise OfficeError(
            "teacher.no_request", Exit.WRONG_USE, file=request_file
        ) from error
    office = office_at(home, passphrase_file, unlock=True)
    out.write_bytes(pack(make_bundle(office, who, request, now())))
    say("teacher.bundled", who=who, file=out)


teacher.add_command(bundle, name="renew")
