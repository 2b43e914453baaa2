# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin teacher`: substitutes, and certificates for consoles."""

from datetime import date, datetime
from pathlib import Path

import click

from consent.errors import PaperError
from consent.store.bundle import pack, parse_request
from consent.store.files import write_over
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
from installer.admin.teachers import Teaching, let_teach, make_bundle
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
    wanted = Teaching(name, class_name, first, last, instead_of)
    with office.register.begin() as desk:
        klass = let_teach(desk, office, wanted, now())
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
    write_over(out, pack(make_bundle(office, who, request, now())))
    say("teacher.bundled", who=who, file=out)


teacher.add_command(bundle, name="renew")
