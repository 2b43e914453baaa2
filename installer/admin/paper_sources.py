# SPDX-License-Identifier: GPL-3.0-or-later
"""What papers are made of, read from an office: agreements, homes, counts.

Source: docs/spec/papers.md "What papers are made of".
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from consent.documents import charter as charters
from consent.documents.signed import SignedPaper, Signer, checks
from consent.documents.trust import Trust
from consent.ledger.entry import EntryBody
from consent.ledger.errors import LedgerError
from consent.store.console_volume import read_lines
from consent.store.register.people import classes, pupils_of
from consent.store.register.register import Desk
from installer.admin.csv_rows import Row, read_sheet
from installer.admin.office import Office, find, published
from installer.admin.school_year import school_year
from installer.admin.trouble import Exit, OfficeError, said
from installer.papers.agreed import Agreed, NotInForceError
from installer.papers.letter import Home
from installer.papers.register_counts import unlike
from installer.papers.usage import Count, Measure, Usage, together, usage_of

CHARTER = "charter"
COLUMNS = ("class", "week", *(measure.value for measure in Measure))


def agreed_of(office: Office, now: datetime, *, proposed: bool) -> Agreed:
    """Read the agreements in force, or those that wait for the DPO.

    Raises:
        OfficeError: there are none, a signature is missing, or they are over.
    """
    trust = office.trust()
    if proposed:
        paper = find(office.places.proposed, CHARTER)
        if paper is None:
            raise OfficeError("papers.no_proposal", Exit.NOT_SET_UP)
    else:
        paper = published(office, CHARTER)
    signed = {one for one in (Signer.OFFICE, Signer.DPO) if _has(paper, one, trust)}
    if Signer.OFFICE not in signed or not (proposed or Signer.DPO in signed):
        raise OfficeError("papers.unsigned")
    try:
        return Agreed(
            trust,
            charters.parse(paper.body),
            paper.sha256,
            now,
            is_draft=Signer.DPO not in signed,
        )
    except NotInForceError as error:
        reasons = [
            said(f"papers.over_{why}", day=f"{day:%d-%m-%Y}")
            for why, day in error.reasons
        ]
        raise OfficeError("papers.over", reasons=reasons) from error


def homes(
    desk: Desk, school: str, today: date, class_name: str | None, *, by_class: bool
) -> dict[str, list[Home]]:
    """List whom letters go to, by class: each pupil's home, or all homes at once.

    Raises:
        OfficeError: no such class, or no pupil.
    """
    held = classes(desk, school, school_year(today))
    names = unlike([klass.name for klass in held])
    found = {
        name: [Home(name)]
        if by_class
        else [
            Home(name, pupil.name, pupil.decider_from)
            for pupil in pupils_of(desk, klass.id)
        ]
        for klass, name in zip(held, names, strict=True)
        if class_name in {None, klass.name, klass.sourced_id, name}
    }
    found = {name: some for name, some in found.items() if some}
    if not found:
        raise OfficeError("papers.no_home", Exit.WRONG_USE, name=class_name or "-")
    return found


def usage(
    office: Office, volumes: Sequence[Path], counts: Path | None, today: date
) -> Usage:
    """Count what logs and a list of counts say together.

    Raises:
        OfficeError: the list has faults, or a file is no log.
    """
    trust = office.trust()
    with office.register.begin() as desk:
        held = classes(desk, office.school, school_year(today))
    names = unlike([klass.name for klass in held])
    known = {klass.id: name for klass, name in zip(held, names, strict=True)}
    lines: dict[bytes, EntryBody] = {}
    for volume in volumes:
        try:
            lines |= read_lines(volume)
        except LedgerError as error:
            raise OfficeError("papers.no_log", Exit.WRONG_USE, file=volume) from error
    found = usage_of(lines.values(), known, trust.zone)
    return together(found, _listed(counts)) if counts else found


def _listed(file: Path) -> Usage:
    sheet = read_sheet(file.name, file.read_bytes(), COLUMNS)
    faults = list(sheet.faults)
    counts: dict[tuple[Measure, date, str], int] = {}
    for row in sheet.rows:
        try:
            counts |= _counted(row)
        except ValueError:
            faults.append(row.fault("week", "papers.count"))
    if faults:
        told = [one.said for one in faults]
        raise OfficeError("papers.counts", Exit.NOT_GOOD, faults=told, count=len(told))
    return Usage(counts)


def _counted(row: Row) -> Count:
    week = date.fromisoformat(row.get("week"))
    if week.weekday():
        raise ValueError("a week is named by its Monday")
    numbers = {one: int(row.get(one.value)) for one in Measure}
    if min(numbers.values()) < 0:
        raise ValueError("a count is not below nothing")
    return {(one, week, row.get("class")): n for one, n in numbers.items()}


def _has(paper: SignedPaper, signer: Signer, trust: Trust) -> bool:
    key = trust.key_of(signer)
    return any(
        one.by is signer and checks(paper.kind, paper.body, one, key)
        for one in paper.signatures
    )
