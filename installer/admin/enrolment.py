# SPDX-License-Identifier: GPL-3.0-or-later
"""Give laptops their certificates: tokens out, requests in. A new laptop is pending.

Source: docs/spec/enrolment.md.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from consent.documents import token as tokens
from consent.documents.signed import encode_signatures
from consent.documents.token import MOST_HOURS, MOST_USES, Token, ask_mac
from consent.errors import PaperError
from consent.store.keys import new_p256, save_key, save_secret
from consent.store.register.closed import Deed
from consent.store.register.laptops import add_device, add_token, use_token
from consent.store.register.models import Device
from consent.store.register.models import Token as TokenRow
from consent.store.register.register import note_act
from installer.admin import form_checks
from installer.admin.certificates import Holder, issue
from installer.admin.csr import asked_key
from installer.admin.office import Office, find, whole_second
from installer.admin.trouble import Exit, OfficeError
from protocol.identity import Role
from protocol.messages.enrolment import EnrolAsk, EnrolGive, EnrolPaper

FIRST_PAPERS: Final = ("trust", "revocations", "charter")
DOOR_DAYS: Final = 3650
ADDRESS: Final = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]{1,64}):[0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class TokenWish:
    """What an admin asks of a token."""

    uses: int
    address: str
    networks: tuple[str, ...]
    hours: int = MOST_HOURS


def new_token(office: Office, wish: TokenWish, now: datetime) -> tuple[Token, Path]:
    """Make a token and its file, which is all a laptop needs.

    Raises:
        OfficeError: more uses or hours than a token may have.
    """
    if not 1 <= wish.hours <= MOST_HOURS:
        raise OfficeError("token.hours", Exit.WRONG_USE, most=MOST_HOURS)
    _check(wish)
    now, secret = whole_second(now), secrets.token_bytes(tokens.SECRET_BYTES)
    token = Token(
        id=secrets.token_hex(16),
        school=office.school,
        root=office.trust().root_hash,
        address=wish.address,
        enrol_cert=_door_certificate(office, now).hex(),
        secret=secret.hex(),
        uses=wish.uses,
        not_after=now + timedelta(hours=wish.hours),
        networks=wish.networks,
    )
    data = tokens.encode(token)
    path = office.places.home / "tokens" / f"{token.id}.json"
    with office.register.begin() as desk:
        add_token(
            desk,
            TokenRow(
                id=token.id,
                school=office.school,
                secret_sha256=hashlib.sha256(secret).hexdigest(),
                uses_left=wish.uses,
                not_after=token.not_after,
            ),
        )
        note_act(desk, office.school, office.by, Deed.ENROL_TOKEN, now, str(wish.uses))
        save_secret(path, data)
    return token, path


def _check(wish: TokenWish) -> None:
    """Refuse what a laptop could do nothing with."""
    if not 1 <= wish.uses <= MOST_USES:
        raise OfficeError("token.uses", Exit.WRONG_USE, most=MOST_USES)
    if not ADDRESS.fullmatch(wish.address):
        raise OfficeError("token.address", Exit.WRONG_USE, given=wish.address)
    for network in wish.networks:
        fault = next(form_checks.network("--network", network), None)
        if fault:
            raise OfficeError.of(fault, Exit.WRONG_USE)


def answer_with_token(office: Office, ask: EnrolAsk, now: datetime) -> EnrolGive | None:
    """Answer a laptop that holds a live token; everyone else gets nothing."""
    for token in _live_tokens(office, now):
        mac = ask_mac(
            token.secret_bytes, ask.csr, ask.sign_pub, ask.seal_pub, ask.label
        )
        if hmac.compare_digest(mac, ask.mac):
            return _give(office, ask, token.id, now)
    return None


def answer_by_hand(office: Office, ask: EnrolAsk, now: datetime) -> EnrolGive:
    """Answer a request that a person carried here on a stick.

    Raises:
        OfficeError: it is not a request that a laptop could have made.
    """
    give = _give(office, ask, None, now)
    if give is None:
        raise OfficeError("enrol.bad_ask")
    return give


def _give(
    office: Office, ask: EnrolAsk, token: str | None, now: datetime
) -> EnrolGive | None:
    key = asked_key(ask.csr)
    if key is None:
        return None
    with office.register.begin() as desk:
        if token is not None and not use_token(desk, token, now):
            return None
        device = secrets.token_bytes(16)
        holder = Holder(device, key, ask.sign_pub, ask.seal_pub)
        certificate = issue(office.authority(Role.DEVICE), holder, now)
        der = certificate.public_bytes(Encoding.DER)
        add_device(
            desk,
            Device(
                id=device.hex(),
                fingerprint=hashlib.sha256(der).hexdigest(),
                school=office.school,
                certificate=der,
                label=ask.label,
                token=token,
                enrolled_at=now,
                pupil=None,
            ),
        )
        note_act(desk, office.school, office.by, Deed.ENROL, now)
    return EnrolGive(der, tuple(_first_papers(office)))


def _first_papers(office: Office) -> Iterator[EnrolPaper]:
    for name in FIRST_PAPERS:
        paper = find(office.places.for_laptops, name)
        if paper:
            yield EnrolPaper(name, paper.body, encode_signatures(paper.signatures))


def _live_tokens(office: Office, now: datetime) -> Iterator[Token]:
    for path in sorted((office.places.home / "tokens").glob("*.json")):
        try:
            token = tokens.parse(path.read_bytes())
        except PaperError:
            continue  # not one of ours; it opens nothing
        if not token.is_expired(now):
            yield token


def door_files(office: Office) -> tuple[Path, Path]:
    """Give certificate and key of the office's own door."""
    return office.places.home / "keys" / "enrol.pem", office.places.key("enrol")


def _door_certificate(office: Office, now: datetime) -> bytes:
    """Give the certificate that answers at `enrol serve`, made at the first token."""
    pem, key_file = door_files(office)
    if not pem.exists():
        key = new_p256()
        save_key(key_file, key)
        pem.write_bytes(_self_signed(key, now).public_bytes(Encoding.PEM))
    certificate = x509.load_pem_x509_certificate(pem.read_bytes())
    return certificate.public_bytes(Encoding.DER)


def _self_signed(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Inzage enrolment")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=DOOR_DAYS))
        .sign(key, hashes.SHA256())
    )
