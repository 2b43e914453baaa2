# SPDX-License-Identifier: GPL-3.0-or-later
"""A new school: its keys, its two authorities, its first trust, an empty register."""

import json
import secrets
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.paper import encode_struct
from consent.documents.revocations import Revocations
from consent.documents.signed import Kind, SignedPaper, Signer, key_hash, sign
from consent.documents.trust import SchoolKind, Trust
from consent.store.files import write_over
from consent.store.keys import new_p256, raw_public, save_key
from consent.store.register.closed import Deed
from consent.store.register.engine import sqlite_url
from consent.store.register.models import School
from consent.store.register.papers import next_serial
from consent.store.register.register import Register, add_school, note_act
from installer.admin.certificates import Authority, make_authority
from installer.admin.office import REGISTER, Office, Places, open_office, whole_second
from installer.admin.trouble import Exit, OfficeError
from protocol.identity import Role

TRUST_DAYS: Final = 730
NAME_CHARS: Final = 80
FOREVER: Final = timedelta(days=3650)  # a list of revocations never dies


@dataclass(frozen=True, slots=True)
class NewSchool:
    """What an admin says about a new school."""

    name: str
    kind: SchoolKind
    timezone: str
    dpo_pub: bytes  # 32 raw bytes, made on the DPO's own machine
    by: str  # who sat at the desk
    register_url: str = ""  # "" = a file in the office's folder


@dataclass(frozen=True, slots=True)
class Secrets:
    """Where the root key goes and what hides the keys; None only in a demo."""

    root_folder: Path
    root_passphrase: bytes | None
    passphrase: bytes | None


def init_school(home: Path, new: NewSchool, secret: Secrets, now: datetime) -> Office:
    """Make a school.

    Returns:
        The opened office.

    Raises:
        OfficeError: there is one already, keys without a passphrase, or a root key
            that would stay in the office.
    """
    places, now = Places(home), whole_second(now)
    if places.settings.exists():
        raise OfficeError("school.there", home=home)
    _check(home, new, secret)
    home.mkdir(parents=True, exist_ok=True)
    # The register first: a wrong address must not leave keys that are never replaced.
    url = new.register_url or sqlite_url(home.resolve() / REGISTER)
    with closing(Register(url)) as register:
        school = secrets.token_hex(16)
        keys = _make_keys(places, secret)
        authorities = {
            role: _make_authority(places, role, secret, now) for role in Role
        }
        with register.begin() as desk:
            add_school(
                desk,
                School(id=school, name=new.name, kind=new.kind, timezone=new.timezone),
            )
            desk.flush()
            serials = {
                kind: next_serial(desk, school, kind, "")
                for kind in (Kind.TRUST, Kind.REVOCATIONS)
            }
            trust = _trust(school, new, keys, authorities, serials[Kind.TRUST], now)
            note_act(desk, school, new.by, Deed.SCHOOL_INIT, now)
    _publish(places, keys, trust, serials[Kind.REVOCATIONS], now)
    _write_settings(places, school, new)
    return open_office(home, secret.passphrase, new.by)


def check_stick(home: Path, folder: Path, *, same_disk: bool) -> None:
    """Refuse a stick that is not in: its folder would be one of the office's disk.

    Raises:
        OfficeError: there is no such folder, or it lies on the office's disk.
    """
    _check_outside(home, folder)
    if not folder.is_dir():
        raise OfficeError("school.no_stick", Exit.WRONG_USE, folder=folder)
    here = home.resolve()
    while not here.exists():
        here = here.parent
    if not same_disk and folder.stat().st_dev == here.stat().st_dev:
        raise OfficeError("school.same_disk", folder=folder)


def _check_outside(home: Path, folder: Path) -> None:
    if folder.resolve().is_relative_to(home.resolve()):
        raise OfficeError("school.root_here", folder=folder)


def _check(home: Path, new: NewSchool, secret: Secrets) -> None:
    if not 1 <= len(new.name.strip()) <= NAME_CHARS:
        raise OfficeError("school.name", Exit.WRONG_USE, most=NAME_CHARS)
    try:
        ZoneInfo(new.timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise OfficeError("school.zone", Exit.WRONG_USE, given=new.timezone) from error
    if new.kind is SchoolKind.DEMO:
        return
    if not (secret.passphrase and secret.root_passphrase):
        raise OfficeError("school.no_passphrase")
    _check_outside(home, secret.root_folder)


def fingerprint(trust: Trust) -> str:
    """Write the root key's fingerprint as on the letter: groups of four signs."""
    text = key_hash(bytes.fromhex(trust.root)).upper()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _make_keys(places: Places, secret: Secrets) -> dict[Signer, Ed25519PrivateKey]:
    keys = {
        signer: Ed25519PrivateKey.generate()
        for signer in (Signer.ROOT, Signer.OFFICE, Signer.FRESH)
    }
    save_key(secret.root_folder / "root.key", keys[Signer.ROOT], secret.root_passphrase)
    save_key(places.key(Signer.OFFICE), keys[Signer.OFFICE], secret.passphrase)
    save_key(places.key(Signer.FRESH), keys[Signer.FRESH])
    return keys


def _make_authority(
    places: Places, role: Role, secret: Secrets, now: datetime
) -> Authority:
    authority = make_authority(role, new_p256(), now)
    save_key(places.key(f"{role}s-ca"), authority.key, secret.passphrase)
    places.ca(role).write_bytes(authority.pem)
    return authority


def _trust(
    school: str,
    new: NewSchool,
    keys: dict[Signer, Ed25519PrivateKey],
    authorities: dict[Role, Authority],
    serial: int,
    now: datetime,
) -> Trust:
    return Trust(
        school=school,
        serial=serial,
        issued=now,
        not_after=now + timedelta(days=TRUST_DAYS),
        kind=new.kind,
        name=new.name,
        timezone=new.timezone,
        root=raw_public(keys[Signer.ROOT]).hex(),
        office=raw_public(keys[Signer.OFFICE]).hex(),
        fresh=raw_public(keys[Signer.FRESH]).hex(),
        dpo=new.dpo_pub.hex(),
        devices_ca=authorities[Role.DEVICE].der.hex(),
        teachers_ca=authorities[Role.TEACHER].der.hex(),
        min_version=1,
        epoch=1,
    )


def _publish(
    places: Places,
    keys: dict[Signer, Ed25519PrivateKey],
    trust: Trust,
    serial: int,
    now: datetime,
) -> None:
    revocations = Revocations(
        school=trust.school,
        serial=serial,
        issued=now,
        not_after=now + FOREVER,
        fingerprints=(),
    )
    for kind, document, signer in (
        (Kind.TRUST, trust, Signer.ROOT),
        (Kind.REVOCATIONS, revocations, Signer.OFFICE),
    ):
        body = encode_struct(document)
        paper = SignedPaper(kind, body, (sign(kind, body, signer, keys[signer]),))
        for folder in (places.for_laptops, places.for_consoles):
            folder.put(paper)


def _write_settings(places: Places, school: str, new: NewSchool) -> None:
    home = places.home.resolve()
    url = new.register_url or sqlite_url(home / REGISTER)
    text = json.dumps({"school": school, "register": url}, indent=2, sort_keys=True)
    write_over(places.settings, f"{text}\n".encode())  # the address can hold a password
