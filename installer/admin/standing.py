# SPDX-License-Identifier: GPL-3.0-or-later
"""How a school stands, looked at without changing anything and without a passphrase."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from cryptography import x509

from consent.documents import charter as charters
from consent.documents import sets
from consent.documents.charter import Charter
from consent.documents.sets import PaperSet
from consent.documents.signed import Kind
from consent.documents.trust import Trust
from consent.errors import PaperError
from consent.store.papers_folder import FiledPaper
from consent.store.register import laptops, people
from consent.store.register.acts import done_since
from consent.store.register.closed import Deed
from consent.store.register.models import ClassGroup
from consent.store.register.papers import last_serials
from consent.store.register.register import Desk
from consent.store.register.roll import Seat, seats_of
from installer.admin.home_list import is_awaited
from installer.admin.office import Office
from installer.admin.school_year import school_year
from installer.admin.signing import both_signed
from installer.admin.stages import Stage, stage, wanted
from installer.admin.trust_before import dpo_counts_from
from installer.admin.widenings import scene_of

CHANGES: Final = frozenset(  # what makes the published papers out of date
    {
        Deed.CLASS_IMPORT,
        Deed.TEACHER_ADD,
        Deed.ENROL_ASSIGN,
        Deed.OPT_OUT,
        Deed.EXEMPT,
        Deed.GUARDIAN,
        Deed.REVOKE,
    }
)


@dataclass(frozen=True, slots=True)
class ClassStanding:
    """One class of this school year."""

    name: str
    pupils: int
    laptops: int
    forms_missing: int  # pupils under the age, and nothing from home


@dataclass(frozen=True, slots=True)
class Agreed:
    """A charter, and whether both signed it."""

    charter: Charter
    is_signed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """One school at one moment."""

    now: datetime
    today: date
    trust: Trust
    authorities_until: datetime
    dpo_counts_from: datetime | None  # another DPO that still waits
    has_form: bool
    proposed: Agreed | None
    published: Agreed | None
    sets_until: datetime | None  # None: nothing was published yet
    is_behind: bool  # something changed since the last publication
    classes: tuple[ClassStanding, ...]
    laptops_waiting: int
    teachers: tuple[tuple[str, datetime | None], ...]  # until when a certificate lives
    stages: Counter[Stage]  # of what both must sign, of this year

    @property
    def charter(self) -> Charter | None:
        """Give the newest agreements that both signed."""
        held = (self.proposed, self.published)
        return next((one.charter for one in held if one and one.is_signed), None)

    @property
    def laptops(self) -> int:
        """Count the laptops that have a pupil."""
        return sum(klass.laptops for klass in self.classes)


def look(office: Office, now: datetime) -> Standing:
    """Look at everything once."""
    trust = office.trust()
    today = now.astimezone(trust.zone).date()
    lying = office.places.for_consoles.read()[0]
    proposed = _agreed(office.places.proposed.read()[0], trust)
    published = _agreed(lying, trust)
    current = _sets(lying)
    with office.register.read() as desk:
        year = school_year(today)
        classes = [
            (klass, seats_of(desk, klass.id))
            for klass in people.classes(desk, office.school, year)
        ]
        return Standing(
            now=now,
            today=today,
            trust=trust,
            authorities_until=_authorities_until(trust),
            dpo_counts_from=dpo_counts_from(office, now),
            has_form=(office.places.home / "charter.toml").exists(),
            proposed=proposed,
            published=published,
            sets_until=min((one.not_after for one in current), default=None),
            is_behind=_is_changed(desk, office, proposed, published)
            or any(one.papers.trust.serial != trust.serial for one in current)
            or _is_unfinished(desk, office.school, current),
            classes=tuple(_class(*one, today) for one in classes if one[1]),
            laptops_waiting=len(laptops.pending(desk, office.school)),
            teachers=tuple(_teachers(desk, [klass for klass, _ in classes], today)),
            stages=_stages(office, classes, now),
        )


def _agreed(filed: list[FiledPaper], trust: Trust) -> Agreed | None:
    paper = next((one.paper for one in filed if one.paper.kind is Kind.CHARTER), None)
    try:
        return (
            Agreed(charters.parse(paper.body), both_signed(paper, trust))
            if paper
            else None
        )
    except PaperError:
        return None


def _sets(filed: list[FiledPaper]) -> list[PaperSet]:
    papers = [one.paper for one in filed if one.paper.kind is Kind.SET]
    return [sets.parse(paper.body) for paper in papers]


def _authorities_until(trust: Trust) -> datetime:
    ders = (trust.devices_ca, trust.teachers_ca)
    found = [x509.load_der_x509_certificate(bytes.fromhex(der)) for der in ders]
    return min(one.not_valid_after_utc for one in found)


def _is_changed(
    desk: Desk, office: Office, proposed: Agreed | None, published: Agreed | None
) -> bool:
    if done_since(desk, office.school, Deed.PUBLISH) & CHANGES:
        return True
    if proposed is None or not proposed.is_signed:
        return False
    return published is None or proposed.charter.serial > published.charter.serial


def _is_unfinished(desk: Desk, school: str, current: list[PaperSet]) -> bool:
    """Say whether a publication took numbers and did not come to its papers."""
    last = last_serials(desk, school, Kind.CLASS)
    return any(
        last.get(one.class_id) != one.papers.class_sheet.serial for one in current
    )


def _class(klass: ClassGroup, seats: list[Seat], today: date) -> ClassStanding:
    return ClassStanding(
        name=klass.name,
        pupils=len(seats),
        laptops=sum(seat.device is not None for seat in seats),
        forms_missing=sum(is_awaited(seat, today) for seat in seats),
    )


def _teachers(
    desk: Desk, classes: list[ClassGroup], today: date
) -> list[tuple[str, datetime | None]]:
    found = {
        teacher.id: teacher
        for klass in classes
        for teacher, since, until in people.teachers_of(desk, klass.id)
        if since - timedelta(days=14) <= today <= until
    }
    return [
        (one.name, _until(one.certificate))
        for one in sorted(found.values(), key=lambda teacher: teacher.name)
    ]


def _until(der: bytes | None) -> datetime | None:
    return x509.load_der_x509_certificate(der).not_valid_after_utc if der else None


def _stages(
    office: Office, classes: list[tuple[ClassGroup, list[Seat]]], now: datetime
) -> Counter[Stage]:
    scene = scene_of(office, now)
    return Counter(
        stage(held, klass.school_year, scene, seat.seat.lifts_from)
        for klass, seats in classes
        for seat in seats
        for held in wanted(seat)
    )
