# SPDX-License-Identifier: GPL-3.0-or-later
"""Give teachers' consoles their certificates; the private key never travels."""

from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.serialization import Encoding

from consent.store.bundle import Bundle, Request
from consent.store.papers_folder import PapersFolder
from consent.store.register.closed import Deed
from consent.store.register.models import Teacher
from consent.store.register.people import find_teacher
from consent.store.register.register import Desk, note_act
from installer.admin.certificates import Holder, issue
from installer.admin.csr import asked_key
from installer.admin.office import Office, whole_second
from installer.admin.trouble import Exit, OfficeError
from protocol.identity import Role

PAPER_ENDINGS: Final = frozenset({".json", ".sig", ".sealed"})


def wanted_teacher(desk: Desk, office: Office, who: str) -> Teacher:
    """Find a teacher by name or number.

    Raises:
        OfficeError: nobody, or more than one.
    """
    teacher = find_teacher(desk, office.school, who)
    if teacher is None:
        raise OfficeError("no_teacher", Exit.WRONG_USE, who=who)
    return teacher


def make_bundle(office: Office, who: str, request: Request, now: datetime) -> Bundle:
    """Sign a console's request and add everything a console holds.

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
    return Bundle(
        certificate.public_bytes(Encoding.PEM), _files(office.places.for_consoles)
    )


def _files(folder: PapersFolder) -> dict[str, bytes]:
    return {
        file.name: file.read_bytes()
        for file in sorted(folder.path.glob("*"))
        if file.suffix in PAPER_ENDINGS
    }
