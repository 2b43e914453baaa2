# SPDX-License-Identifier: GPL-3.0-or-later
"""A throw-away office on disk, made with the office's own functions."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from consent.documents.fields import Lang
from consent.documents.token import ask_mac
from consent.documents.trust import SchoolKind
from consent.store.keys import new_p256, raw_public
from consent.store.papers_folder import PapersFolder
from consent.store.register.intake import take_in
from installer.admin.charter_form import blank_form
from installer.admin.charter_signing import propose, sign_as_dpo
from installer.admin.dpo import init_dpo, read_public
from installer.admin.office import Office
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.tables import read_tables
from installer.admin.school_init import NewSchool, Secrets, init_school
from protocol.messages.enrolment import EnrolAsk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Brussels
ROSTER = {
    "users.csv": "sourcedId,role,givenName,familyName\n"
    "p1,student,Amina,Bakker\np2,student,Bram,Dries\np3,student,Casper,Elst\n"
    "t1,teacher,An,Peeters\n",
    "classes.csv": "sourcedId,title\nc1,4B\n",
    "enrollments.csv": "classSourcedId,userSourcedId,role\n"
    "c1,p1,student\nc1,p2,student\nc1,p3,student\nc1,t1,teacher\n",
    "demographics.csv": "sourcedId,birthDate\np1,2012-01-01\np2,2012-01-01\n"
    "p3,2016-01-01\n",
    "slots.csv": "classSourcedId,day,starts,ends,subject,teachers\n"
    "c1,di,09:30,11:00,wiskunde,t1\nc1,2026-12-03,09:30,10:20,wiskunde,t1\n",
}


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop that asks for its certificate."""

    seal: X25519PrivateKey
    ask: EnrolAsk


def filled_draft(today: date | None = None, /, **changed: str) -> str:
    """Give a charter form as an admin fills it in; changed replaces text."""
    day = today or NOW.date()
    text = blank_form(Lang.NL, day).replace('["..."]', '["10.20.0.0/16"]')
    text = text.replace('datum = "..."', f"datum = {day}")
    text = text.replace('"..."', '"ingevuld"').replace(
        "nee_heeft_geen_gevolgen = false", "nee_heeft_geen_gevolgen = true"
    )
    before, _, after = text.partition("[[vakantie]]")
    text = before + after[after.index("[raad]") :]  # a test may run on any day
    for old, new in changed.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def new_office(
    home: Path, kind: SchoolKind = SchoolKind.DEMO, *, register_url: str = ""
) -> Office:
    """Make a school with a DPO beside it."""
    public = init_dpo(home / "dpo", None)
    new = NewSchool(
        "School", kind, "Europe/Brussels", read_public(public), "An", register_url
    )
    secret = Secrets(home / "root", b"root", b"office")
    if kind is SchoolKind.DEMO:
        secret = Secrets(home / "root", None, None)
    return init_school(home / "office", new, secret, NOW)


def sign_charter(office: Office, home: Path) -> None:
    """Propose a charter and have the DPO sign it."""
    propose(office, filled_draft(), NOW)
    sign_as_dpo(PapersFolder(office.places.proposed.path), home / "dpo", None)


def fill_register(office: Office) -> None:
    """Take the small roster in."""
    files = {name: text.encode() for name, text in ROSTER.items()}
    read = gather(read_tables(files), Wish(NOW.date()))
    assert isinstance(read, Read)
    with office.register.begin() as desk:
        take_in(desk, office.school, read.incoming)


def laptop(label: str, secret: bytes = b"", *, csr: bytes | None = None) -> Laptop:
    """Make a laptop's keys and its question."""
    tls, sign, seal = (
        new_p256(),
        Ed25519PrivateKey.generate(),
        X25519PrivateKey.generate(),
    )
    request = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    der = csr or request.sign(tls, hashes.SHA256()).public_bytes(Encoding.DER)
    sign_pub, seal_pub = raw_public(sign), raw_public(seal)
    mac = ask_mac(secret, der, sign_pub, seal_pub, label)
    return Laptop(seal, EnrolAsk(der, sign_pub, seal_pub, label, mac))
