# SPDX-License-Identifier: GPL-3.0-or-later
"""Let somebody teach, and give consoles certificates; the private key never travels.

With one go the school's papers: the names, and the sealed slips, of the teacher's own
classes alone. Source: GDPR art. 5(1)(c); docs/spec/documents.md "roster".
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from cryptography.hazmat.primitives.serialization import Encoding

from consent.documents import classes, sets
from consent.documents.signed import Kind
from consent.store.bundle import Bundle, Request
from consent.store.papers_folder import FiledPaper, PapersFolder, paper_name
from consent.store.register.closed import Deed
from consent.store.register.models import ClassGroup, Teacher
from consent.store.register.people import (
    find_class,
    find_teacher,
    put_teaches,
    stand_in,
    teachers_named,
)
from consent.store.register.register import Desk, note_act
from installer.admin.certificates import Holder, issue
from installer.admin.csr import asked_key
from installer.admin.office import Office, whole_second
from installer.admin.trouble import Exit, OfficeError, not_one
from protocol.identity import Role

PAPER_ENDINGS: Final = frozenset({".json", ".sig", ".sealed"})


def wanted_teacher(desk: Desk, office: Office, who: str) -> Teacher:
    """Find a teacher by name or number.

    Raises:
        OfficeError: nobody, or more than one.
    """
    found = teachers_named(desk, office.school, who)
    if len(found) != 1:
        raise OfficeError.of(not_one("no_teacher", found, who=who), Exit.WRONG_USE)
    return found[0]


@dataclass(frozen=True, slots=True)
class Teaching:
    """Who teaches which class, from when until when; instead_of: "" = nobody."""

    name: str
    class_name: str
    first: date
    last: date
    instead_of: str


def let_teach(
    desk: Desk, office: Office, wanted: Teaching, now: datetime
) -> ClassGroup:
    """Let somebody teach a class; a name that nobody has is a new teacher.

    Raises:
        OfficeError: the days are turned round, no such class or colleague, or one
            without lessons there.
    """
    first, last = wanted.first, wanted.last
    if last < first:
        raise OfficeError("teacher.days", Exit.WRONG_USE, first=first, last=last)
    klass = find_class(desk, office.school, wanted.class_name)
    if klass is None:
        raise OfficeError("no_class", Exit.WRONG_USE, name=wanted.class_name)
    found = find_teacher(desk, office.school, wanted.name)
    teacher = found or _new_teacher(desk, office.school, wanted.name)
    put_teaches(desk, teacher.id, klass.id, first, last)
    if wanted.instead_of:
        colleague = wanted_teacher(desk, office, wanted.instead_of)
        if not stand_in(desk, teacher.id, klass.id, colleague.id):
            raise OfficeError(
                "teacher.no_lessons", who=colleague.name, klass=klass.name
            )
    note_act(desk, office.school, office.by, Deed.TEACHER_ADD, now, teacher.id)
    return klass


def _new_teacher(desk: Desk, school: str, name: str) -> Teacher:
    number = secrets.token_hex(16)
    teacher = Teacher(id=number, school=school, sourced_id=number, name=name)
    desk.add(teacher)
    desk.flush()
    return teacher


def make_bundle(office: Office, who: str, request: Request, now: datetime) -> Bundle:
    """Sign a console's request and add what this teacher's console holds.

    Raises:
        OfficeError: no such teacher, or the request does not prove its key.
    """
    key = asked_key(bytes.fromhex(request.csr))
    if key is None:
        raise OfficeError("teacher.bad_request")
    with office.register.begin() as desk:
        teacher = wanted_teacher(desk, office, who)
        holder = Holder(bytes.fromhex(teacher.id), key, bytes.fromhex(request.sign_pub))
        certificate = issue(office.authority(Role.TEACHER), holder, whole_second(now))
        teacher.certificate = certificate.public_bytes(Encoding.DER)
        note_act(desk, office.school, office.by, Deed.TEACHER_BUNDLE, now, teacher.id)
        papers = _files(office.places.for_consoles, teacher.id)
    return Bundle(certificate.public_bytes(Encoding.PEM), papers)


def _files(folder: PapersFolder, teacher: str) -> dict[str, bytes]:
    others = _of_others(folder.read()[0], teacher)
    return {
        file.name: file.read_bytes()
        for file in sorted(folder.path.glob("*"))
        if file.suffix in PAPER_ENDINGS and file.stem not in others
    }


def _of_others(lying: Sequence[FiledPaper], teacher: str) -> set[str]:
    """Name the rosters and slips of classes that this teacher has on no day."""
    bodies = [(one.paper.kind, one.paper.body) for one in lying]
    sheets = [classes.parse(body) for kind, body in bodies if kind is Kind.CLASS]
    own = {sheet.class_id for sheet in sheets if sheet.ever_has(teacher)}
    current = [sets.parse(body) for kind, body in bodies if kind is Kind.SET]
    slips = {x for one in current if one.class_id in own for x in one.slips.values()}
    rosters = {paper_name(Kind.ROSTER, class_id) for class_id in own}
    return {
        one.name
        for one in lying
        if (one.paper.kind is Kind.ROSTER and one.name not in rosters)
        or (one.paper.kind is Kind.SLIP and one.paper.sha256 not in slips)
    }
