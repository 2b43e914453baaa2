# SPDX-License-Identifier: GPL-3.0-or-later
"""A school's certificates made for one test, right ones and every wrong one."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, x25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from protocol.identity import (
    Peer,
    Role,
    peer_from_certificate,
    subject_alternative_uris,
)

_HOUR = timedelta(hours=1)
_YEAR = timedelta(days=365)


def wall_now() -> datetime:
    """Say the real time: OpenSSL has no other."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 -- see above


@dataclass(frozen=True)
class Authority:
    """One CA: self-signed, or under another one as no school of ours has it."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """Give the certificate as a trust store takes it."""
        return self.certificate.public_bytes(Encoding.PEM)


@dataclass(frozen=True)
class Holder:
    """A certificate with all its keys: a laptop or a teacher."""

    role: Role
    id: bytes
    certificate: x509.Certificate
    tls_key: ec.EllipticCurvePrivateKey
    sign_key: ed25519.Ed25519PrivateKey
    seal_key: x25519.X25519PrivateKey | None
    chain: tuple[x509.Certificate, ...] = field(default=())

    @cached_property
    def der(self) -> bytes:
        """Give the certificate's bytes."""
        return self.certificate.public_bytes(Encoding.DER)

    @cached_property
    def fingerprint(self) -> bytes:
        """Give the SHA-256 of the certificate's bytes."""
        return hashlib.sha256(self.der).digest()

    @cached_property
    def peer(self) -> Peer:
        """Read the certificate as the other end does."""
        return peer_from_certificate(self.der, self.role)

    def write(self, folder: Path, stem: str) -> tuple[Path, Path]:
        """Write certificate (with its chain) and key; says where."""
        certificate, key = folder / f"{stem}.pem", folder / f"{stem}.key"
        pems = [
            one.public_bytes(Encoding.PEM) for one in (self.certificate, *self.chain)
        ]
        certificate.write_bytes(b"".join(pems))
        key.write_bytes(
            self.tls_key.private_bytes(
                Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
            )
        )
        return certificate, key


def make_authority(
    name: str, *, under: Authority | None = None, path_length: int = 0
) -> Authority:
    """Make a CA; `under` another one makes the chain we do not want."""
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer = under.key if under else key
    usage = _key_usage(signs=False, issues=True)
    builder = (
        _builder(key.public_key(), signer.public_key(), wall_now() - _HOUR, _YEAR)
        .subject_name(own)
        .issuer_name(under.certificate.subject if under else own)
        .add_extension(
            x509.BasicConstraints(ca=True, path_length=path_length), critical=True
        )
        .add_extension(usage, critical=True)
    )
    return Authority(builder.sign(signer, hashes.SHA256()), key)


@dataclass(frozen=True)
class Recipe:
    """What may be wrong with a certificate; as it stands, nothing is."""

    uris: Sequence[str] | None = None
    other_names: Sequence[x509.GeneralName] = ()
    critical: bool = True
    names: bool = True
    subject: str = ""
    starts: timedelta = -_HOUR
    lives: timedelta = timedelta(days=30)
    issues: bool = False
    signs: bool = True
    curve: ec.EllipticCurve = field(default_factory=ec.SECP256R1)


RIGHT = Recipe()


def issue(
    authority: Authority,
    role: Role,
    *,
    holder: bytes | None = None,
    recipe: Recipe = RIGHT,
    chain: tuple[x509.Certificate, ...] = (),
) -> Holder:
    """Give a laptop or a teacher a certificate, right or wrong by its recipe."""
    tls_key = ec.generate_private_key(recipe.curve)
    sign_key = ed25519.Ed25519PrivateKey.generate()
    seal_key = x25519.X25519PrivateKey.generate() if role is Role.DEVICE else None
    holder = holder or secrets.token_bytes(16)
    uris = recipe.uris
    if uris is None:
        seal_pub = seal_key.public_key().public_bytes_raw() if seal_key else None
        sign_pub = sign_key.public_key().public_bytes_raw()
        uris = subject_alternative_uris(role, holder, sign_pub, seal_pub)
    certificate = _leaf(authority, tls_key, uris, recipe)
    return Holder(role, holder, certificate, tls_key, sign_key, seal_key, chain)


def self_signed(role: Role) -> Holder:
    """Make a certificate that vouches for itself."""
    lone = make_authority("lone")
    made = issue(lone, role)
    own = Authority(made.certificate, made.tls_key)
    again = _leaf(own, made.tls_key, _uris_of(made.certificate), RIGHT)
    return Holder(role, made.id, again, made.tls_key, made.sign_key, made.seal_key)


def _uris_of(certificate: x509.Certificate) -> list[str]:
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return names.value.get_values_for_type(x509.UniformResourceIdentifier)


def certify(
    authority: Authority,
    role: Role,
    key: ec.EllipticCurvePublicKey,
    sign_pub: bytes,
    seal_pub: bytes | None,
) -> bytes:
    """Certify keys that somebody else made, as an office does; gives the DER bytes."""
    uris = subject_alternative_uris(role, secrets.token_bytes(16), sign_pub, seal_pub)
    made = _signed(authority, key, uris, RIGHT)
    return made.public_bytes(Encoding.DER)


def _leaf(
    authority: Authority,
    key: ec.EllipticCurvePrivateKey,
    uris: Sequence[str],
    recipe: Recipe,
) -> x509.Certificate:
    return _signed(authority, key.public_key(), uris, recipe)


def _signed(
    authority: Authority,
    key: ec.EllipticCurvePublicKey,
    uris: Sequence[str],
    recipe: Recipe,
) -> x509.Certificate:
    start = wall_now() + recipe.starts
    builder = (
        _builder(key, authority.key.public_key(), start, recipe.lives)
        .subject_name(_subject(recipe.subject))
        .issuer_name(authority.certificate.subject)
        .add_extension(x509.BasicConstraints(recipe.issues, None), critical=True)
        .add_extension(
            _key_usage(signs=recipe.signs, issues=recipe.issues), critical=True
        )
        .add_extension(x509.ExtendedKeyUsage(_BOTH_WAYS), critical=False)
    )
    if recipe.names:
        names = [x509.UniformResourceIdentifier(uri) for uri in uris]
        san = x509.SubjectAlternativeName([*names, *recipe.other_names])
        builder = builder.add_extension(san, critical=recipe.critical)
    return builder.sign(authority.key, hashes.SHA256())


_BOTH_WAYS = (ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH)


def _subject(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)] if name else [])


def _key_usage(*, signs: bool, issues: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=not signs and not issues,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )


def _builder(
    own: ec.EllipticCurvePublicKey,
    signer: ec.EllipticCurvePublicKey,
    start: datetime,
    lives: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .public_key(own)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + lives)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer), critical=False
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own), critical=False)
    )


@dataclass(frozen=True)
class School:
    """The two CAs of one school."""

    devices_ca: Authority = field(default_factory=lambda: make_authority("devices"))
    teachers_ca: Authority = field(default_factory=lambda: make_authority("teachers"))

    def device(self, holder: bytes | None = None) -> Holder:
        """Enrol a laptop."""
        return issue(self.devices_ca, Role.DEVICE, holder=holder)

    def teacher(self, holder: bytes | None = None) -> Holder:
        """Give a teacher a certificate."""
        return issue(self.teachers_ca, Role.TEACHER, holder=holder)
