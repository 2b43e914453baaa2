# SPDX-License-Identifier: GPL-3.0-or-later
"""The unsigned papers of a school made for a test: people and plain documents."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from consent.documents import fields as f
from consent.documents.charter import (
    Caps,
    Charter,
    CharterPurpose,
    Contact,
    Contacts,
    Council,
    Hours,
    ImpactAssessment,
    LegalBasis,
    Network,
    ReasonCode,
)
from consent.documents.classes import ClassSheet, ClassTeacher, ExtraSlot, Slot
from consent.documents.roster import Roster, RosterPupil
from consent.documents.signed import Signer, public_bytes
from consent.documents.slip import Slip
from consent.documents.trust import SchoolKind, Trust
from consent.purpose import Purpose
from consent.wording.notice import notice_refs
from tests.fakes import certificates

BRUSSELS: Final = ZoneInfo("Europe/Brussels")
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
LESSON: Final = timedelta(minutes=50)
NAMES: Final = ("Amina B.", "Bram D.", "Casper E.", "Dina F.", "Elif G.", "Finn H.")
Keys = Mapping[Signer, Ed25519PrivateKey]


def new_id() -> str:
    """Make an id as documents write it."""
    return secrets.token_hex(16)


@dataclass(frozen=True)
class Teacher:
    """A teacher with a certificate and all keys."""

    holder: certificates.Holder
    name: str

    @property
    def id(self) -> str:
        """Give the id the class sheet names, in hex."""
        return self.holder.id.hex()

    @property
    def fingerprint(self) -> str:
        """Give the certificate's fingerprint, in hex."""
        return self.holder.fingerprint.hex()


@dataclass(frozen=True)
class Pupil:
    """A pupil with an enrolled laptop and all its keys."""

    id: str
    name: str
    holder: certificates.Holder

    @property
    def device(self) -> str:
        """Give the laptop's id, in hex."""
        return self.holder.id.hex()


def life(school_id: str, now: datetime, not_after: datetime) -> dict[str, Any]:
    """Give the fields of every document."""
    return {
        "v": 1,
        "school": school_id,
        "serial": 1,
        "issued": now - HOUR,
        "not_after": not_after,
    }


def year_end(now: datetime) -> datetime:
    """Give the last instant a document of this school year may live."""
    end = f.last_august_31(now.date())
    return datetime(end.year, end.month, end.day, 21, tzinfo=UTC)


def pupil_name(number: int) -> str:
    """Give a pupil a name."""
    name = NAMES[number % len(NAMES)]
    return name if number < len(NAMES) else f"{name} {number // len(NAMES) + 1}"


def trust(
    school_id: str, now: datetime, kind: str, keys: Keys, made: certificates.School
) -> Trust:
    """Make a trust that names these keys."""
    public: dict[str, Any] = {
        signer.value: public_bytes(key).hex() for signer, key in keys.items()
    }
    return Trust(
        **life(school_id, now, now + 700 * DAY),
        **public,
        kind=SchoolKind(kind),
        name="Sint-Jan Testschool",
        timezone="Europe/Brussels",
        devices_ca=made.devices_ca.certificate.public_bytes(Encoding.DER).hex(),
        teachers_ca=made.teachers_ca.certificate.public_bytes(Encoding.DER).hex(),
        min_version=1,
        epoch=1,
    )


def charter(school_id: str, now: datetime, *, demo: bool) -> Charter:
    """Make a charter in force that offers all five powers."""
    later = (now + 300 * DAY).date()
    earlier = (now - 30 * DAY).date()
    cidr = "127.0.0.0/8" if demo else "10.20.0.0/16"
    return Charter(
        **life(school_id, now, now + 300 * DAY),
        effective=now - HOUR,
        purposes=tuple(
            CharterPurpose(purpose=one, legal_basis=LegalBasis.CONSENT, caps=Caps())
            for one in Purpose
        ),
        overview_width_px=192,
        reason_codes=(
            ReasonCode(code="help", nl="hulp", en="help", fr="aide"),
            ReasonCode(
                code="independent_work",
                nl="zelfstandig werk",
                en="independent work",
                fr="travail autonome",
            ),
        ),
        attention_reasons=(
            ReasonCode(code="explain", nl="uitleg", en="explanation", fr="explication"),
        ),
        networks=(Network(cidr=cidr, dial_out=False),),
        hours=_hours(demo=demo),
        holidays=(),
        guardian_age=13,
        council=Council(
            body="schoolraad",
            held_on=earlier,
            ref="SR 12",
            outcome="advice_pos",
            valid_until=later,
            text="De schoolraad vindt dit goed, zolang niemand wordt verplicht.",
        ),
        dpia=ImpactAssessment(ref="GEB 3", version="1.0", made_on=earlier),
        vision_ref="Visie ICT, deel 2",
        ict_plan_ref="ICT-plan, punt 4",
        promise_no_consequence=True,
        contacts=Contacts(school=_contact("An Claes"), dpo=_contact("Dirk Maes")),
        authority="Vlaamse Toezichtcommissie",
        notices=notice_refs(),
        log_names="name",
        review_by=later,
        set_days=7,
    )


def _hours(*, demo: bool) -> Hours:
    if demo:
        return Hours(days=tuple(f.Day), starts="00:00", ends="24:00")
    return Hours(days=tuple(f.Day)[:5], starts="08:00", ends="17:00")


def _contact(name: str) -> Contact:
    return Contact(name=name, email="school@voorbeeld.example", phone="02 000 00 00")


def sheet(
    school_id: str, now: datetime, teachers: tuple[Teacher, ...], *, demo: bool
) -> ClassSheet:
    """Make a class sheet with a lesson that runs at `now`."""
    local = now.astimezone(BRUSSELS)
    first, second = teachers
    starts = local - timedelta(minutes=5) if demo else local
    ends = local + HOUR if demo else local + LESSON
    year = f.last_august_31(now.date()).year
    sheet = ClassSheet(
        **life(school_id, now, year_end(now)),
        class_id=new_id(),
        name="4B",
        school_year=f"{year - 1}-{year}",
        teachers=tuple(
            ClassTeacher(
                teacher=one.id,
                name=one.name,
                starts=(now - 30 * DAY).date(),
                ends=f.last_august_31(now.date()),
            )
            for one in teachers
        ),
        slots=(),
        extra=(),
    )
    if demo:
        extra = ExtraSlot(
            slot=new_id(),
            day=starts.date(),
            starts=f"{starts:%H:%M}",
            ends=f"{ends:%H:%M}",
            subject="wiskunde",
            teachers=(first.id,),
        )
        return msgspec.structs.replace(sheet, extra=(extra,))
    slots = (
        _slot(starts, ends, "wiskunde", first),
        _slot(ends, ends + LESSON, "Nederlands", second),
    )
    return msgspec.structs.replace(sheet, slots=slots)


def _slot(starts: datetime, ends: datetime, subject: str, teacher: Teacher) -> Slot:
    return Slot(
        slot=new_id(),
        weekday=tuple(f.Day)[starts.weekday()],
        starts=f"{starts:%H:%M}",
        ends=f"{ends:%H:%M}",
        subject=subject,
        teachers=(teacher.id,),
    )


def roster(
    school_id: str, now: datetime, class_id: str, people: tuple[Pupil, ...]
) -> Roster:
    """Make a roster of these pupils."""
    pupils = tuple(
        RosterPupil(
            pupil=one.id,
            name=one.name,
            sort=one.name,
            device=one.device,
            no_picture=False,
        )
        for one in people
    )
    return Roster(
        **life(school_id, now, year_end(now)), class_id=class_id, pupils=pupils
    )


def slip(school_id: str, now: datetime, class_id: str, pupil: Pupil) -> Slip:
    """Make a slip of a pupil of age, opted out of nothing."""
    return Slip(
        **life(school_id, now, year_end(now)),
        class_id=class_id,
        pupil=pupil.id,
        device=pupil.device,
        opt_outs=(),
        guardian_no=(),
        exempt_attention=False,
        decider_from=(now - 365 * DAY).date(),
        band=f.Band.TEN_AND_UP,
        guardian=(),
        reads=(),
    )
