# SPDX-License-Identifier: GPL-3.0-or-later
"""A school of any size: its OneRoster set as bytes, and a laptop for every pupil."""

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select

from consent.store.keys import new_p256, raw_public
from consent.store.register.models import Device, Pupil
from installer.admin.certificates import Holder, issue
from installer.admin.office import Office
from protocol.identity import Role

LESSON_DAYS = ("ma", "di", "wo", "do", "vr")
LESSON_HOURS = ("08:25", "09:15", "10:20", "11:10", "13:00", "13:50", "14:55")
TEACHERS_EACH = 8


@dataclass(frozen=True, slots=True)
class Size:
    """How large a school is."""

    pupils: int
    classes: int
    teachers: int


def one_roster(size: Size) -> dict[str, bytes]:
    """Write the set of a school: everybody in one class, a timetable beside it."""
    classes = [f"c{n}" for n in range(size.classes)]
    pupils = [(f"p{n}", classes[n % size.classes]) for n in range(size.pupils)]
    teach = [
        (f"t{(n + k) % size.teachers}", klass)
        for n, klass in enumerate(classes)
        for k in range(TEACHERS_EACH)
    ]
    users = [(p, "student", f"Given{p}", f"Family{p}") for p, _ in pupils]
    users += [
        (f"t{n}", "teacher", "Teacher", f"Number{n}") for n in range(size.teachers)
    ]
    return {
        "users.csv": _csv(("sourcedId", "role", "givenName", "familyName"), users),
        "classes.csv": _csv(
            ("sourcedId", "title"), [(c, f"Klas {c}") for c in classes]
        ),
        "enrollments.csv": _csv(
            ("classSourcedId", "userSourcedId", "role"),
            [(c, p, "student") for p, c in pupils]
            + [(c, t, "teacher") for t, c in teach],
        ),
        "demographics.csv": _csv(
            ("sourcedId", "birthDate"), [(p, "2012-03-04") for p, _ in pupils]
        ),
        "slots.csv": _csv(
            ("classSourcedId", "day", "starts", "ends", "subject", "teachers"),
            _lessons(classes, size.teachers),
        ),
    }


def enrol_all(office: Office, now: datetime) -> int:
    """Give every pupil a laptop; gives how many."""
    authority, tls = office.authority(Role.DEVICE), new_p256()
    sign_pub = raw_public(Ed25519PrivateKey.generate())
    with office.register.begin() as desk:
        pupils = desk.scalars(select(Pupil).where(Pupil.school == office.school)).all()
        for number, pupil in enumerate(pupils):
            device = hashlib.sha256(pupil.id.encode()).digest()[:16]
            seal_pub = raw_public(X25519PrivateKey.generate())
            holder = Holder(device, tls.public_key(), sign_pub, seal_pub)
            der = issue(authority, holder, now).public_bytes(Encoding.DER)
            desk.add(
                Device(
                    id=device.hex(),
                    fingerprint=hashlib.sha256(der).hexdigest(),
                    school=office.school,
                    certificate=der,
                    label=f"laptop-{number}",
                    token=None,
                    enrolled_at=now,
                    pupil=pupil.id,
                )
            )
    return len(pupils)


def _lessons(classes: Sequence[str], teachers: int) -> Iterable[Sequence[str]]:
    for n, klass in enumerate(classes):
        for day in LESSON_DAYS:
            for hour, starts in enumerate(LESSON_HOURS):
                ends = f"{starts[:3]}{int(starts[3:]) + 4:02}"
                teacher = f"t{(n + hour) % teachers}"
                yield klass, day, starts, ends, "wiskunde", teacher


def _csv(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([heading, *rows])
    return text.getvalue().encode()
