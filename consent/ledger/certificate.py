# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a certificate that somebody else checked, or checking it years later.

On a live link protocol does this, against a trust store; here there is a file, and the
moment that counts is the one in the line.

Source: docs/spec/pack.md "Verifying"; RFC 5280.
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec

from consent.ledger.errors import RecordError

_URI: Final = re.compile(r"urn:inzage:(device|teacher):([0-9a-f]{32})")
_SIGN: Final = re.compile(r"urn:inzage:sign:([A-Za-z0-9_-]{43})")
_UNREADABLE: Final = (
    ValueError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.ExtensionNotFound,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)


class CertificateError(RecordError):
    """A certificate is not one that this school could have given."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose certificate it is, and when it counts."""

    role: str  # "device" or "teacher"
    id: str
    sign_pub: bytes
    fingerprint: str
    starts: datetime
    ends: datetime

    def is_valid(self, moment: datetime) -> bool:
        """Say whether it counted at a moment."""
        return self.starts <= moment <= self.ends


def pem_text(der: bytes) -> bytes:
    """Write a certificate as text, the one way a pack has it."""
    text = base64.b64encode(der).decode("ascii")
    rows = [text[at : at + 64] for at in range(0, len(text), 64)]
    begin, end = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    return "\n".join([begin, *rows, end, ""]).encode("ascii")


def der_bytes(pem: bytes) -> bytes:
    """Read what pem_text wrote.

    Raises:
        CertificateError: another form.
    """
    rows = pem.split(b"\n")
    try:
        der = base64.b64decode(b"".join(rows[1:-2]), validate=True)
    except binascii.Error as error:
        raise CertificateError("A certificate is not in its one form.") from error
    if pem_text(der) != pem:
        raise CertificateError("A certificate is not in its one form.")
    return der


def read(der: bytes, role: str, authority_der: bytes) -> Holder:
    """Read a certificate and check that this authority issued it for this role.

    Its dates are given, not judged: the moment that counts is the line's.

    Raises:
        CertificateError: it is of another school, role or form.
    """
    try:
        certificate = x509.load_der_x509_certificate(der)
        authority = x509.load_der_x509_certificate(authority_der)
        uris = _uris(certificate)
        _check_issued(certificate, authority)
    except _UNREADABLE as error:
        raise CertificateError("A certificate cannot be read.") from error
    holder = [m for m in map(_URI.fullmatch, uris) if m]
    if len(holder) != 1 or holder[0][1] != role:
        raise CertificateError(f"A certificate is not that of a {role}.")
    return Holder(
        role,
        holder[0][2],
        _one_key(uris),
        hashlib.sha256(der).hexdigest(),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
    )


def unchecked_sign_key(der: bytes) -> bytes:
    """Read the Ed25519 key a certificate names, whoever issued it.

    Raises:
        CertificateError: it names none.
    """
    try:
        uris = _uris(x509.load_der_x509_certificate(der))
    except _UNREADABLE as error:
        raise CertificateError("A certificate cannot be read.") from error
    return _one_key(uris)


def _one_key(uris: list[str]) -> bytes:
    keys = [m for m in map(_SIGN.fullmatch, uris) if m]
    if len(keys) != 1:
        raise CertificateError("A certificate names no single key.")
    return base64.urlsafe_b64decode(keys[0][1] + "=")


def _uris(certificate: x509.Certificate) -> list[str]:
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return list(names.value.get_values_for_type(x509.UniformResourceIdentifier))


def _check_issued(certificate: x509.Certificate, authority: x509.Certificate) -> None:
    key, algorithm = authority.public_key(), certificate.signature_hash_algorithm
    if not isinstance(key, ec.EllipticCurvePublicKey) or algorithm is None:
        raise CertificateError("A certificate is not of a kind this school gives.")
    try:
        key.verify(
            certificate.signature,
            certificate.tbs_certificate_bytes,
            ec.ECDSA(algorithm),
        )
    except InvalidSignature as error:
        raise CertificateError("A certificate is not of this school.") from error
    if certificate.issuer != authority.subject:
        raise CertificateError("A certificate names another authority.")
