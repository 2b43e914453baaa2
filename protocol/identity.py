# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is at the other end: a role and a number, never a name.

TLS has checked the chain when this is asked: an agent's store holds the teachers' CA
alone, a console's the devices' CA alone, so the store is the role. The role stands in
the certificate too and is checked here by itself, so that one wrong store is not
enough. Source: docs/spec/session.md "Certificates".
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from protocol import constants as c
from protocol.errors import CertificateError


class Role(StrEnum):
    """What a certificate may be for. The extended key usage says nothing about it."""

    DEVICE = "device"
    TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Peer:
    """What a checked certificate says: enough to find its holder in signed papers."""

    role: Role
    id: bytes
    sign_pub: bytes  # Ed25519: a laptop's ledger, or a teacher's commands
    seal_pub: bytes | None  # X25519, laptops only
    fingerprint: bytes  # SHA-256 of the DER bytes
    not_after: datetime


_PREFIX: Final = "urn:inzage:"
_URIS_TEACHER: Final = 2
_URIS_DEVICE: Final = 3
_CURVE: Final = "secp256r1"


def peer_from_certificate(der: bytes, role: Role) -> Peer:
    """Read a certificate as one of exactly this role, or refuse it.

    Args:
        der: the peer's certificate as it came over TLS.
        role: what the other end has to be; the caller's own role is the other one.

    Raises:
        CertificateError: names the first thing that is not as the school makes it.
    """
    try:
        certificate = x509.load_der_x509_certificate(der)
        uris = _uris(certificate)
        _check_shape(certificate)
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension) as fault:
        raise CertificateError(
            "A certificate is not written as this school's are."
        ) from fault
    holder, sign_pub, seal_pub = _read_uris(uris, role)
    return Peer(
        role=role,
        id=holder,
        sign_pub=sign_pub,
        seal_pub=seal_pub,
        fingerprint=hashlib.sha256(der).digest(),
        not_after=certificate.not_valid_after_utc,
    )


def subject_alternative_uris(
    role: Role, holder: bytes, sign_pub: bytes, seal_pub: bytes | None
) -> list[str]:
    """Say what stands in a certificate, in this order and nothing else.

    Raises:
        ValueError: a device without a seal key, a teacher with one, or a wrong length.
    """
    _check_lengths(role, holder, sign_pub, seal_pub)
    uris = [f"{_PREFIX}{role}:{holder.hex()}", f"{_PREFIX}sign:{_text(sign_pub)}"]
    if seal_pub is not None:
        uris.append(f"{_PREFIX}seal:{_text(seal_pub)}")
    return uris


def _check_lengths(
    role: Role, holder: bytes, sign_pub: bytes, seal_pub: bytes | None
) -> None:
    if len(holder) != c.ID_BYTES:
        raise ValueError(f"An id has {c.ID_BYTES} bytes.")
    for key in (sign_pub, seal_pub):
        if key is not None and len(key) != c.KEY_BYTES:
            raise ValueError(f"A public key has {c.KEY_BYTES} bytes.")
    if (seal_pub is not None) != (role is Role.DEVICE):
        raise ValueError("A laptop has a seal key, and nobody else has one.")


def _text(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode("ascii")


def _uris(certificate: x509.Certificate) -> list[str]:
    extension = certificate.extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    )
    names = list(extension.value)
    uris = extension.value.get_values_for_type(x509.UniformResourceIdentifier)
    if not extension.critical or len(uris) != len(names):
        raise CertificateError("A certificate's names are not the critical URIs.")
    return uris


def _check_shape(certificate: x509.Certificate) -> None:
    if list(certificate.subject):
        raise CertificateError("A certificate carries a name; ours carry none.")
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != _CURVE:
        raise CertificateError("A certificate's key is not on the curve P-256.")
    basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    if basic.value.ca:
        raise CertificateError("A certificate that may sign others is no peer.")
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    if not usage.value.digital_signature:
        raise CertificateError("A certificate is not made for signing.")


def _read_uris(uris: Sequence[str], role: Role) -> tuple[bytes, bytes, bytes | None]:
    expected = _URIS_DEVICE if role is Role.DEVICE else _URIS_TEACHER
    try:
        parts = [_after(uris[0], role.value), _after(uris[1], "sign")]
        holder, sign_pub = bytes.fromhex(parts[0]), _key(parts[1])
        seal_pub = _key(_after(uris[2], "seal")) if expected == _URIS_DEVICE else None
        again = subject_alternative_uris(role, holder, sign_pub, seal_pub)
    except (ValueError, IndexError) as fault:
        raise CertificateError(f"A certificate is not one of a {role}.") from fault
    if again != list(uris):
        raise CertificateError(f"A certificate of a {role} is written another way.")
    return holder, sign_pub, seal_pub


def _after(uri: str, word: str) -> str:
    start = f"{_PREFIX}{word}:"
    if not uri.startswith(start):
        raise ValueError(word)
    return uri[len(start) :]


def _key(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=")
