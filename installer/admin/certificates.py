# SPDX-License-Identifier: GPL-3.0-or-later
"""The two certificate authorities of a school, and what they sign.

Both are self-signed and know nothing of each other: which of them signed is the role.
No certificate holds a name of a person. Source: docs/spec/session.md "Certificates".
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from protocol.identity import Role, subject_alternative_uris

CA_DAYS: Final = 730
DAYS: Final = {Role.DEVICE: 1095, Role.TEACHER: 120}
BACKDATED: Final = timedelta(hours=1)  # a laptop's clock may be a little behind


@dataclass(frozen=True, slots=True)
class Authority:
    """One certificate authority: its key and its own certificate."""

    role: Role
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        """Give the certificate as text for a trust store."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        """Give the certificate as it stands in `trust`."""
        return self.certificate.public_bytes(Encoding.DER)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose certificate it becomes: a number and public keys (32 raw bytes each)."""

    id: bytes
    tls_key: ec.EllipticCurvePublicKey
    sign_pub: bytes
    seal_pub: bytes | None = None


def make_authority(
    role: Role, key: ec.EllipticCurvePrivateKey, now: datetime, *, days: int = CA_DAYS
) -> Authority:
    """Make a self-signed authority for one role; it can sign no other authority."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Inzage {role} CA")])
    ski = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    usage = _key_usage(key_cert_sign=True, crl_sign=True)
    certificate = (
        _builder(key.public_key(), now, days)
        .subject_name(name)
        .issuer_name(name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(ski, critical=False)
        .add_extension(_authority_id(ski), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(role, key, certificate)


def issue(authority: Authority, holder: Holder, now: datetime) -> x509.Certificate:
    """Sign a certificate of the authority's own role.

    Raises:
        ValueError: a laptop without a seal key, or a teacher with one.
    """
    uris = subject_alternative_uris(
        authority.role, holder.id, holder.sign_pub, holder.seal_pub
    )
    names = x509.SubjectAlternativeName(map(x509.UniformResourceIdentifier, uris))
    ski = x509.SubjectKeyIdentifier.from_public_key(authority.key.public_key())
    both = [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH]
    return (
        _builder(holder.tls_key, now, DAYS[authority.role])
        .subject_name(x509.Name([]))
        .issuer_name(authority.certificate.subject)
        .add_extension(names, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage(both), critical=False)
        .add_extension(_authority_id(ski), critical=False)
        .sign(authority.key, hashes.SHA256())
    )


def _builder(
    key: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATED)
        .not_valid_after(now + timedelta(days=days))
    )


def _authority_id(ski: x509.SubjectKeyIdentifier) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(ski)


def _key_usage(
    *,
    digital_signature: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
