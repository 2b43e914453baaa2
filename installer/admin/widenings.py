# SPDX-License-Identifier: GPL-3.0-or-later
"""What allows more gets its two signatures: the office proposes, the DPO signs.

A guardian's yes, and the end of a no, an objection or an exemption that was published.

The DPO's folder never meets the office's: proposals travel in `proposed/`, beside a
list in words that the DPO lays next to the forms on paper.
Source: docs/spec/guardians.md; docs/rights.md R-19, D04.
"""

import csv
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass, fields
from datetime import UTC, date, datetime, time
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import widening as widenings
from consent.documents.fields import year_end
from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, Signer
from consent.documents.widening import SignedWidening, Wider
from consent.errors import PaperError
from consent.method import Method
from consent.store.papers_folder import PapersFolder
from consent.store.register import people
from consent.store.register.closed import Deed
from consent.store.register.lifts import end_no, signed_lifts
from consent.store.register.models import (
    ClassGroup,
    GuardianDecision,
    Lift,
    Membership,
    Pupil,
)
from consent.store.register.papers import next_serial
from consent.store.register.register import Desk, note_act
from consent.store.register.roll import seats_of
from installer.admin.office import Office, whole_second
from installer.admin.signing import signed_too
from installer.admin.signs import is_odd
from installer.admin.stages import (
    Decision,
    Proposal,
    Scene,
    Stage,
    day_of,
    signed_twice,
    stage,
    wanted,
)
from installer.admin.trouble import Exit, OfficeError
from installer.papers.csv_text import csv_text, safe

LIST: Final = "widenings.csv"
IMPORT: Final = "class_import"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list for the DPO, in words; as read, no cell is a formula."""

    number: str
    pupil: str
    class_name: str
    answer: str
    purpose: str
    checked_by: str
    how: str
    date: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One decision, whose it is, and how far it has come."""

    klass: ClassGroup
    pupil: Pupil
    decision: Decision
    lifts_from: int  # proposals of a lower number are over
    stage: Stage

    def is_proposed(self, one: Proposal) -> bool:
        """Say whether a proposal is of it."""
        return one.is_for(self.decision, self.lifts_from)

    def row(self, number: int) -> Row:
        """Write it as a line of the list."""
        held = self.decision
        return Row(
            number=str(number),
            pupil=self.pupil.name,
            class_name=self.klass.name,
            answer=_answer(held.answer, day_of(held)),
            purpose=held.purpose,
            checked_by=held.checked_by,
            how=held.checked,
            date=held.decided_on.isoformat() if held.decided_on else "",
        )


def decisions(desk: Desk, office: Office, now: datetime) -> list[Standing]:
    """List all that both must sign, by class and pupil, with how far it is."""
    scene = scene_of(office, now)
    return [
        Standing(
            klass,
            seat.pupil,
            held,
            seat.seat.lifts_from,
            stage(held, klass.school_year, scene, seat.seat.lifts_from),
        )
        for klass in people.classes(desk, office.school)
        for seat in seats_of(desk, klass.id)
        for held in wanted(seat)
    ]


def scene_of(office: Office, now: datetime) -> Scene:
    """Look at what lies ready, and by which keys and day it is weighed."""
    trust = office.trust()
    lying = proposals(office.places.proposed)
    return Scene(trust, lying, now, now.astimezone(trust.zone).date())


def proposals(folder: PapersFolder) -> list[Proposal]:
    """Read what lies in a folder of proposals, by number."""
    found = []
    for filed in folder.read()[0]:
        if filed.paper.kind is Kind.WIDENING:
            try:
                body = widenings.parse(filed.paper.body)
            except PaperError:
                continue  # not one of ours; it widens nothing
            found.append(Proposal(filed.name, filed.paper, body))
    return sorted(found, key=lambda one: one.number)


def propose(office: Office, now: datetime) -> int:
    """Sign as the office what nobody signed yet; gives how many lie ready.

    What lies there and is of no form any more is taken away.
    """
    now, folder = whole_second(now), office.places.proposed
    with office.register.begin() as desk:
        standing = decisions(desk, office, now)
        _forget(folder, standing)
        for one in standing:
            if one.stage is Stage.ENTERED:
                _propose_one(desk, office, one, now)
        lying = proposals(folder)
        rows = [
            one.row(lies.number)
            for lies in lying
            for one in standing
            if one.is_proposed(lies)
        ]
        note_act(desk, office.school, office.by, Deed.WIDENING, now, str(len(rows)))
        folder.put_file(LIST, _written(rows))
    return len(rows)


def sign_proposals(
    folder: PapersFolder, key: Ed25519PrivateKey, only: Collection[int]
) -> list[Row]:
    """Add the DPO's signature to what is proposed; gives what was signed, in words.

    Args:
        folder: what the office gave.
        key: the DPO's.
        only: the numbers to sign; empty = all.

    Raises:
        OfficeError: nothing is proposed, or the list says something else.
    """
    chosen = [one for one in shown(folder) if not only or int(one.number) in only]
    numbers = {int(row.number) for row in chosen}
    missing = set(only) - numbers
    if missing:
        raise OfficeError(
            "widening.no_number",
            Exit.WRONG_USE,
            number=min(missing),
            folder=folder.path,
        )
    for one in proposals(folder):
        if one.number in numbers:
            folder.put_as(one.name, signed_too(one.paper, key))
    return chosen


def shown(folder: PapersFolder) -> list[Row]:
    """Give what is proposed in words, each checked against its paper.

    Raises:
        OfficeError: nothing is proposed, or the list says something else.
    """
    lying = proposals(folder)
    if not lying:
        raise OfficeError("widening.none", Exit.NOT_SET_UP, folder=folder.path)
    rows = {row.number: row for row in _read(folder)}
    numbers = Counter(one.number for one in lying)
    for one in lying:
        row = rows.get(str(one.number))
        if row is None or numbers[one.number] > 1 or not _agrees(row, one):
            raise OfficeError("widening.differs", Exit.NOT_GOOD, number=one.number)
    return [rows[str(one.number)] for one in lying]


def take_signed(desk: Desk, office: Office) -> list[str]:
    """Put what both signed into the register; gives the files that have had their time.

    Anything that is of no form any more has had its time too.
    """
    trust, had = office.trust(), []
    for lift in signed_lifts(desk, office.school):
        if not signed_twice(lift, trust):  # of before another DPO: it stands on again
            lift.widening = None
    for one in proposals(office.places.proposed):
        body = one.body
        place = (body.pupil, body.class_id)
        seat, held = desk.get(Membership, place), _of(desk, one)
        if seat is None or held is None or not one.is_for(held, seat.lifts_from):
            had.append(one.name)
        elif one.is_signed(trust):
            yes = SignedWidening(body=body, sigs=one.paper.signatures)
            held.widening = msgspec.json.encode(yes)
            had.append(one.name)
            if body.answer is Wider.YES:
                end_no(desk, place, body.purpose)
    return had


def tidy(folder: PapersFolder, had: Iterable[str]) -> None:
    """Take away what has had its time, and the list with the last of it."""
    for name in had:
        folder.remove(name)
    if not proposals(folder):
        (folder.path / LIST).unlink(missing_ok=True)


def _propose_one(desk: Desk, office: Office, one: Standing, now: datetime) -> None:
    held, zone = one.decision, office.trust().zone
    last = year_end(one.klass.school_year)
    ends = datetime.combine(last, time(23, 59, 59), zone).astimezone(UTC)
    serial = next_serial(desk, office.school, Kind.WIDENING, "")
    decides = isinstance(day_of(held), date)
    fields_of_it = {
        "school": office.school,
        "serial": serial,
        "issued": now,
        "not_after": min(ends, datetime.combine(last, time(23, 59, 59), UTC)),
        "type": "widening",
        "pupil": held.pupil,
        "class": held.class_group,
        "purpose": held.purpose,
        "answer": held.answer,
        "method": IMPORT if decides else Method.PAPER_FORM,
        "checked_by": held.checked_by,
        "date": held.decided_on or now.astimezone(zone).date(),
    } | ({"decider_from": day_of(held)} if decides else {})
    body = msgspec.convert(fields_of_it, widenings.Widening)
    paper = office.sign(Kind.WIDENING, encode_struct(body), Signer.OFFICE)
    office.places.proposed.put_as(f"{Kind.WIDENING}-{serial}", paper)


def _forget(folder: PapersFolder, standing: Collection[Standing]) -> None:
    for lies in proposals(folder):
        if not any(one.is_proposed(lies) for one in standing):
            folder.remove(lies.name)


def _of(desk: Desk, one: Proposal) -> Decision | None:
    body = one.body
    if body.answer is Wider.YES:
        return desk.get(GuardianDecision, (body.pupil, body.class_id, body.purpose))
    return desk.get(Lift, (body.pupil, body.class_id, body.answer, body.purpose))


def _answer(answer: str, day: date | msgspec.UnsetType) -> str:
    return f"{answer} {day}" if isinstance(day, date) else answer


def _agrees(row: Row, one: Proposal) -> bool:
    body = one.body
    said = (row.answer, row.purpose, row.checked_by, row.date)
    hides = any(map(is_odd, "".join(astuple(row))))  # no sign may hide a line
    is_form = body.answer is not Wider.DECIDES
    return not hides and said == (
        _answer(body.answer, body.decider_from),
        body.purpose,
        safe(body.checked_by),
        body.checked_on.isoformat() if is_form else "",
    )


def _written(rows: Iterable[Row]) -> bytes:
    heading = [field.name for field in fields(Row)]
    return csv_text([heading, *(astuple(row) for row in rows)]).encode()


def _read(folder: PapersFolder) -> list[Row]:
    try:
        text = (folder.path / LIST).read_text("utf-8")
        header, *rows = csv.reader(text.splitlines())
    except (OSError, ValueError, csv.Error):
        return []
    size = len(fields(Row))
    return [Row(*row) for row in rows if len(row) == size == len(header)]
