# SPDX-License-Identifier: GPL-3.0-or-later
"""Who this teacher is: two keys that never leave, and the office's certificate.

Source: docs/spec/enrolment.md "A teacher's console".
"""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from consent.errors import ConsentError
from consent.store import keys
from console.errors import NotSetUpError, RefusedError
from console.settings import State, read_file
from protocol.errors import CertificateError
from protocol.identity import Peer, Role, peer_from_certificate


@dataclass(frozen=True, slots=True)
class Identity:
    """The teacher's certificate as the laptops read it, and the signing key."""

    own: Peer
    sign_key: Ed25519PrivateKey
    password: bytes | None  # for the TLS key, which OpenSSL reads by itself
    certificate_der: bytes


def is_set_up(state: State) -> bool:
    """Say whether keys and a certificate are here."""
    return all(p.exists() for p in (state.tls_key, state.sign_key, state.certificate))


def asks_passphrase(state: State) -> bool:
    """Say whether the keys are behind a passphrase.

    Raises:
        NotSetUpError: there is no key here.
    """
    try:
        return keys.is_locked(state.sign_key) or keys.is_locked(state.tls_key)
    except ConsentError as error:
        raise NotSetUpError(_no_key(state)) from error


def load_identity(state: State, passphrase: str | None) -> Identity:
    """Open the keys and read the certificate.

    Raises:
        NotSetUpError: a file is missing, or is not the office's certificate.
        RefusedError: the passphrase does not fit, or the certificate is of another key.
    """
    if not is_set_up(state):
        raise NotSetUpError(_no_key(state))
    password = passphrase.encode() if passphrase else None
    try:
        sign_key = keys.load_ed25519(state.sign_key, password)
        tls_key = keys.load_p256(state.tls_key, password)
    except ConsentError as error:
        raise RefusedError(f"The key does not open. {error}") from error
    pem = read_file(state.certificate)
    own = read_certificate(pem)
    certificate = x509.load_pem_x509_certificate(pem)
    is_ours = certificate.public_key() == tls_key.public_key()
    if not is_ours or keys.raw_public(sign_key) != own.sign_pub:
        raise RefusedError(
            f"{state.certificate} belongs to other keys than these."
            " Ask the office for a bundle made for this computer."
        )
    return Identity(own, sign_key, password, certificate.public_bytes(Encoding.DER))


def read_certificate(pem: bytes) -> Peer:
    """Read a teacher's certificate.

    Raises:
        NotSetUpError: it is none.
    """
    try:
        certificate = x509.load_pem_x509_certificate(pem)
        der = certificate.public_bytes(Encoding.DER)
        return peer_from_certificate(der, Role.TEACHER)
    except (ValueError, CertificateError) as error:
        raise NotSetUpError(
            "The certificate is not one that an office makes for a teacher."
            " Ask the office for a new bundle."
        ) from error


def _no_key(state: State) -> str:
    return (
        f"There is no key of a teacher in {state.folder} yet. Make one with"
        " `inzage-console request FILE`, take FILE to the office, and read in"
        " what they give with `inzage-console import BUNDLE`."
    )
