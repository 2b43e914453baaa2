# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the office. No column could hold a pupil's own yes or no.

Identifiers are 32 lower-case hex characters; times are aware UTC. A column that says
something has a closed list (closed.py), kept by the database itself.
Source: docs/spec/register.md.
"""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from consent.documents.fields import Band
from consent.documents.signed import Kind
from consent.documents.trust import SchoolKind
from consent.purpose import PICTURES
from consent.store.register.closed import (
    Answer,
    Checked,
    Deed,
    Ended,
    FormKind,
    Origin,
    one_of,
)
from consent.store.register.utc import UtcDateTime

ID_CHARS = 32
HASH_CHARS = 64
SOURCED_CHARS = 255  # 1EdTech's longest GUID
YEAR_CHARS = 9
NAME_CHARS = 80
PUBLICATION = "publication"  # not a paper: which publication of the school it is


class Table(DeclarativeBase):
    """The root of all tables, with names a migration can rely on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


class School(Table):
    """One school of the group. guardian_age: what its pupils' days rest on."""

    __tablename__ = "school"
    __table_args__ = (
        one_of("kind", SchoolKind),
        CheckConstraint("guardian_age BETWEEN 13 AND 18", name="guardian_age"),
    )
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(8))
    timezone: Mapped[str] = mapped_column(String(64))
    guardian_age: Mapped[int | None]  # none: nobody was read in yet


class ClassGroup(Table):
    """One class in one school year."""

    __tablename__ = "class_group"
    __table_args__ = (
        UniqueConstraint("school", "sourced_id", "school_year"),
        Index(None, "school", "name"),
    )
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), index=True)
    sourced_id: Mapped[str] = mapped_column(String(SOURCED_CHARS))
    name: Mapped[str] = mapped_column(String(NAME_CHARS))
    school_year: Mapped[str] = mapped_column(String(YEAR_CHARS))


class Pupil(Table):
    """One pupil in one school year. decider_from: from then the pupil decides alone."""

    __tablename__ = "pupil"
    __table_args__ = (
        UniqueConstraint("school", "sourced_id", "school_year"),
        Index(None, "school", "name"),
        one_of("band", Band),
    )
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), index=True)
    sourced_id: Mapped[str] = mapped_column(String(SOURCED_CHARS))
    school_year: Mapped[str] = mapped_column(String(YEAR_CHARS))
    name: Mapped[str] = mapped_column(String(NAME_CHARS))
    sort: Mapped[str] = mapped_column(String(NAME_CHARS), index=True)
    decider_from: Mapped[date] = mapped_column(Date)
    band: Mapped[str] = mapped_column(String(8))


class Membership(Table):
    """A pupil belongs to a class. lifts_from: widenings of a lower number are over."""

    __tablename__ = "membership"
    pupil: Mapped[str] = mapped_column(
        ForeignKey("pupil.id", ondelete="CASCADE"), primary_key=True
    )
    class_group: Mapped[str] = mapped_column(
        ForeignKey("class_group.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    exempt_attention: Mapped[bool] = mapped_column(default=False)
    lifts_from: Mapped[int] = mapped_column(default=0)


class Teacher(Table):
    """A teacher. certificate is the newest one given, DER."""

    __tablename__ = "teacher"
    __table_args__ = (
        UniqueConstraint("school", "sourced_id"),
        Index(None, "school", "name"),
    )
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), index=True)
    sourced_id: Mapped[str] = mapped_column(String(SOURCED_CHARS))
    name: Mapped[str] = mapped_column(String(NAME_CHARS))
    certificate: Mapped[bytes | None] = mapped_column(LargeBinary)


class Teaches(Table):
    """A teacher teaches a class between two dates: a substitute's row is short."""

    __tablename__ = "teaches"
    __table_args__ = (one_of("origin", Origin),)
    teacher: Mapped[str] = mapped_column(
        ForeignKey("teacher.id", ondelete="CASCADE"), primary_key=True
    )
    class_group: Mapped[str] = mapped_column(
        ForeignKey("class_group.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date] = mapped_column(Date)
    origin: Mapped[str] = mapped_column(String(8), default=Origin.OFFICE)


class Slot(Table):
    """A weekly lesson, or one on a date. Times are HH:MM in the school's zone."""

    __tablename__ = "slot"
    __table_args__ = (CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),)
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    class_group: Mapped[str] = mapped_column(
        ForeignKey("class_group.id", ondelete="CASCADE"), index=True
    )
    weekday: Mapped[int | None]
    on_date: Mapped[date | None] = mapped_column(Date)
    starts: Mapped[str] = mapped_column(String(5))
    ends: Mapped[str] = mapped_column(String(5))
    subject: Mapped[str] = mapped_column(String(80))


class SlotTeacher(Table):
    """A slot names its teachers: nobody opens a colleague's lesson."""

    __tablename__ = "slot_teacher"
    slot: Mapped[str] = mapped_column(
        ForeignKey("slot.id", ondelete="CASCADE"), primary_key=True
    )
    teacher: Mapped[str] = mapped_column(
        ForeignKey("teacher.id", ondelete="CASCADE"), primary_key=True
    )


class Device(Table):
    """An enrolled laptop; pending until the office ties it to a pupil."""

    __tablename__ = "device"
    __table_args__ = (Index(None, "school", "label"),)
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(HASH_CHARS), unique=True)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), index=True)
    certificate: Mapped[bytes] = mapped_column(LargeBinary)
    label: Mapped[str] = mapped_column(String(64))
    token: Mapped[str | None] = mapped_column(
        ForeignKey("token.id", ondelete="SET NULL")
    )
    enrolled_at: Mapped[datetime] = mapped_column(UtcDateTime())
    pupil: Mapped[str | None] = mapped_column(
        ForeignKey("pupil.id", ondelete="SET NULL"), index=True
    )


class Lent(Table):
    """A laptop was handed to a pupil on a day; it goes with the pupil."""

    __tablename__ = "lent"
    device: Mapped[str] = mapped_column(
        ForeignKey("device.id", ondelete="CASCADE"), primary_key=True
    )
    pupil: Mapped[str] = mapped_column(
        ForeignKey("pupil.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    since: Mapped[date] = mapped_column(Date, primary_key=True)


class Token(Table):
    """An enrolment token; the secret itself is in the token file alone."""

    __tablename__ = "token"
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), index=True)
    secret_sha256: Mapped[str] = mapped_column(String(HASH_CHARS))
    uses_left: Mapped[int]
    not_after: Mapped[datetime] = mapped_column(UtcDateTime())


class OptOut(Table):
    """An objection: it needs no reason and always wins."""

    __tablename__ = "opt_out"
    __table_args__ = (one_of("purpose", PICTURES),)
    pupil: Mapped[str] = mapped_column(
        ForeignKey("pupil.id", ondelete="CASCADE"), primary_key=True
    )
    class_group: Mapped[str] = mapped_column(
        ForeignKey("class_group.id", ondelete="CASCADE"), primary_key=True
    )
    purpose: Mapped[str] = mapped_column(String(16), primary_key=True)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime())
    entered_by: Mapped[str] = mapped_column(String(80))


class GuardianDecision(Table):
    """What a guardian said on paper: who checked it and how. No scan is kept.

    widening holds the twice-signed yes that goes into the slip; a no needs none.
    """

    __tablename__ = "guardian_decision"
    __table_args__ = (
        one_of("purpose", PICTURES),
        one_of("answer", Answer),
        one_of("checked", Checked),
    )
    pupil: Mapped[str] = mapped_column(
        ForeignKey("pupil.id", ondelete="CASCADE"), primary_key=True
    )
    class_group: Mapped[str] = mapped_column(
        ForeignKey("class_group.id", ondelete="CASCADE"), primary_key=True
    )
    purpose: Mapped[str] = mapped_column(String(16), primary_key=True)
    answer: Mapped[str] = mapped_column(String(3))
    checked: Mapped[str] = mapped_column(String(16))
    checked_by: Mapped[str] = mapped_column(String(80))
    decided_on: Mapped[date] = mapped_column(Date)
    entered_by: Mapped[str] = mapped_column(String(80))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime())
    widening: Mapped[bytes | None] = mapped_column(LargeBinary)


class Lift(Table):
    """What forbade was taken back; it stands on until widening holds both signatures.

    purpose is "" where it is of all. held_from is the day of deciding that stands on,
    decider_from the earlier one.
    """

    __tablename__ = "lift"
    __table_args__ = (
        one_of("answer", Ended),
        one_of("purpose", ("", *PICTURES)),
        one_of("checked", Checked),
    )
    pupil: Mapped[str] = mapped_column(
        ForeignKey("pupil.id", ondelete="CASCADE"), primary_key=True
    )
    class_group: Mapped[str] = mapped_column(
        ForeignKey("class_group.id", ondelete="CASCADE"), primary_key=True
    )
    answer: Mapped[str] = mapped_column(String(16), primary_key=True)
    purpose: Mapped[str] = mapped_column(String(16), primary_key=True)
    held_from: Mapped[date | None] = mapped_column(Date)
    decider_from: Mapped[date | None] = mapped_column(Date)
    checked: Mapped[str] = mapped_column(String(16))
    checked_by: Mapped[str] = mapped_column(String(80))
    decided_on: Mapped[date | None] = mapped_column(Date)  # none: a list said so
    widening: Mapped[bytes | None] = mapped_column(LargeBinary)


class PaperForm(Table):
    """A form that came in: what it said, who checked it and how, who entered it.

    What stands now is in the other tables; this is how it came to stand.
    """

    __tablename__ = "paper_form"
    __table_args__ = (
        one_of("kind", FormKind),
        one_of("purpose", PICTURES),
        one_of("checked", Checked),
    )
    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    pupil: Mapped[str] = mapped_column(
        ForeignKey("pupil.id", ondelete="CASCADE"), index=True
    )
    class_group: Mapped[str] = mapped_column(
        ForeignKey("class_group.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(16))
    purpose: Mapped[str | None] = mapped_column(String(16))  # none: an exemption
    received_on: Mapped[date] = mapped_column(Date)
    checked: Mapped[str] = mapped_column(String(16))
    checked_by: Mapped[str] = mapped_column(String(80))
    entered_by: Mapped[str] = mapped_column(String(80))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime())


class Serial(Table):
    """The newest serial of each paper: it never falls."""

    __tablename__ = "serial"
    __table_args__ = (one_of("kind", (*Kind, PUBLICATION)),)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    ref: Mapped[str] = mapped_column(String(HASH_CHARS), primary_key=True)
    serial: Mapped[int]


class Revoked(Table):
    """A certificate that no longer counts."""

    __tablename__ = "revoked"
    fingerprint: Mapped[str] = mapped_column(String(HASH_CHARS), primary_key=True)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), index=True)
    revoked_at: Mapped[datetime] = mapped_column(UtcDateTime())
    why: Mapped[str] = mapped_column(String(140))


class Act(Table):
    """Who did what in the office, one line an act; about: a number, or whose id."""

    __tablename__ = "act"
    __table_args__ = (one_of("deed", Deed),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    school: Mapped[str] = mapped_column(ForeignKey("school.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    by: Mapped[str] = mapped_column(String(80))
    deed: Mapped[str] = mapped_column(String(16))
    about: Mapped[str] = mapped_column(String(ID_CHARS), default="")
