# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin affected`: a machine was stolen; whose data can be on it.

Source: GDPR art. 33, 34; docs/spec/office.md "affected"; docs/rights.md R-38.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from consent.store.register.laptops import devices_named
from consent.store.register.models import Device, Teacher
from consent.store.register.register import Desk
from installer.admin.affected import Affected, Held, on_laptop, on_teachers, unknown
from installer.admin.affected_volumes import Volume, read_volumes
from installer.admin.asking import (
    DAY,
    OUT,
    SOURCE,
    home_argument,
    lang_now,
    office_at,
    say,
    say_said,
    say_step,
    show,
    today,
)
from installer.admin.office import Office
from installer.admin.rosters.report import write_report
from installer.admin.saying import text
from installer.admin.speaking import Speaking
from installer.admin.teachers import wanted_teacher
from installer.admin.trouble import Exit, OfficeError, Said, Step, not_one, said

COLUMNS: Final = ("who", "class", "year", "what", "since", "until")


@dataclass(frozen=True, slots=True)
class Theft:
    """Which machine it is, in words and for the certificate."""

    kind: str  # teacher or laptop
    name: str
    number: str
    has_certificate: bool


@click.command(cls=Speaking)
@home_argument
@click.option("--teacher", "teacher_name")
@click.option("--laptop", "laptop_name")
@click.option("--since", type=DAY)
@click.option("--volume", "volumes", type=SOURCE, multiple=True)
@click.option("--out", type=OUT)
def affected(
    home: Path,
    teacher_name: str | None,
    laptop_name: str | None,
    since: datetime | None,
    volumes: tuple[Path, ...],
    out: Path | None,
) -> None:
    """Say whose data can be on a stolen machine."""
    if (teacher_name is None) == (laptop_name is None) or (laptop_name and volumes):
        raise OfficeError("affected.which", Exit.WRONG_USE)
    office = office_at(home, None, unlock=False)
    first = since.date() if since else None
    if first and first > today(office):
        raise OfficeError("affected.future", Exit.WRONG_USE, day=first)
    with office.register.read() as desk:
        if teacher_name is not None:
            theft, rows, told = _teachers(desk, office, teacher_name, first, volumes)
        else:
            theft, rows, told = _laptop(desk, office, laptop_name or "", first)
    for one in told:
        say_said(one)
    _say_rows(theft, rows)
    if out is not None:
        write_report(out, _cells(rows))
        show(file=out)
    _say_next(home, theft)


def _teachers(
    desk: Desk,
    office: Office,
    name: str,
    since: date | None,
    named: Sequence[Path],
) -> tuple[Theft, list[Affected], list[Said]]:
    """List a teacher's pupils, and how far that can be believed."""
    teacher: Teacher = wanted_teacher(desk, office, name)
    volumes = read_volumes(named, office.trust().root_hash, teacher.id)
    rows = on_teachers(desk, teacher, volumes, since, today(office))
    theft = Theft(
        "teacher", teacher.name, teacher.sourced_id, teacher.certificate is not None
    )
    told = [said("affected.teacher", who=teacher.name)]
    return theft, rows, told + _bound(desk, office, volumes)


def _laptop(
    desk: Desk, office: Office, name: str, since: date | None
) -> tuple[Theft, list[Affected], list[Said]]:
    found: list[Device] = devices_named(desk, office.school, name)
    if len(found) != 1:
        why = not_one("affected.no_laptop", found, name=name)
        raise OfficeError.of(why, Exit.WRONG_USE)
    (device,) = found
    rows = on_laptop(desk, device, since, today(office))
    theft = Theft("laptop", device.label, device.id, has_certificate=True)
    return theft, rows, [said("affected.laptop", label=device.label)]


def _bound(desk: Desk, office: Office, volumes: Sequence[Volume]) -> list[Said]:
    """Tell how far the list can be believed."""
    if not volumes:
        return [said("affected.bound")]
    months = ", ".join(sorted({one.month for one in volumes}))
    made = min(one.made for one in volumes).date()
    strangers = unknown(desk, office.school, volumes)
    told = [said("affected.narrowed", months=months, made=made)]
    return told + [said("affected.unknown", count=strangers)] * bool(strangers)


def _say_rows(theft: Theft, rows: Sequence[Affected]) -> None:
    """Print who, by name; those of whom there should be nothing, by their number."""
    told = [row for row in rows if row.held is not Held.EARLIER]
    widths = [max((len(cell) for cell in column), default=0) for column in
              zip(*_cells(told), strict=True)]  # fmt: skip
    for cells in _cells(told):
        padded = [
            (cell or "-").ljust(width)
            for cell, width in zip(cells, widths, strict=True)
        ]
        say("affected.row", cells="  ".join(padded).rstrip())
    say("affected.counted", count=len(told))
    others = Counter(row.school_year for row in rows if row.held is Held.EARLIER)
    for year, count in sorted(others.items()):
        say("affected.others", count=count, year=year)
    for part in ("kinds", "never", "until"):
        say(f"affected.{part}_{theft.kind}")
    if not theft.has_certificate:
        say("affected.no_certificate", who=theft.name)


def _cells(rows: Sequence[Affected]) -> Iterator[list[str]]:
    """Write rows under a heading, as people read them."""
    lang = lang_now()
    yield [text(lang, said(f"affected.col_{name}")) for name in COLUMNS]
    for row in rows:
        yield [
            row.name,
            row.class_name or text(lang, said("affected.class_unknown")),
            row.school_year,
            text(lang, said(f"held.{row.held}")),
            row.since.isoformat() if row.since else "",
            row.until.isoformat() if row.until else "",
        ]


def _say_next(home: Path, theft: Theft) -> None:
    """Say what to do, and in which hours."""
    why = text(lang_now(), said("affected.why"))
    revoke = ("revoke", str(home), theft.number, "--why", why)
    publish = ("publish", str(home))
    commands = (revoke, publish) if theft.has_certificate else (publish,)
    say_step(Step("next.theft", commands))
