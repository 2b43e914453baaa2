# SPDX-License-Identifier: GPL-3.0-or-later
"""This laptop's own keys and certificate, and the one root it believes."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from agent.daemon.places import Places
from agent.daemon.trouble import DaemonError, Exit
from consent.store.keys import (
    KeyFileError,
    load_ed25519,
    load_x25519,
    raw_public,
)
from protocol.errors import CertificateError
from protocol.identity import Peer, Role, peer_from_certificate


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A laptop that has its certificate."""

    places: Places
    peer: Peer  # our own certificate, read as the other end reads it
    certificate_der: bytes
    sign_key: Ed25519PrivateKey
    seal_key: X25519PrivateKey
    root_sha256: str

    @property
    def device(self) -> str:
        """Give this laptop's id, hex."""
        return self.peer.id.hex()

    @property
    def fingerprint(self) -> str:
        """Give the fingerprint of its certificate, hex."""
        return self.peer.fingerprint.hex()


def load(places: Places) -> Enrolled:
    """Read keys, certificate and root.

    Raises:
        DaemonError: this laptop is not enrolled, or a file of it is damaged.
    """
    if not places.certificate.exists():
        raise DaemonError(
            f"This laptop is not enrolled: {places.certificate} is not there. "
            "Type: inzage-agentd enrol TOKEN",
            Exit.NOT_SET_UP,
        )
    try:
        pem = places.certificate.read_bytes()
        sign_key = load_ed25519(places.sign_key)
        seal_key = load_x25519(places.seal_key)
        root = places.pinned.read_bytes().decode("ascii").strip()
        der = x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)
        peer = peer_from_certificate(der, Role.DEVICE)
    except (OSError, KeyFileError, CertificateError, ValueError) as error:
        raise DaemonError(
            f"The enrolment in {places.state} is damaged: {error} "
            "Enrol this laptop again.",
            Exit.WRONG_USE,
        ) from error
    if peer.sign_pub != raw_public(sign_key) or peer.seal_pub != raw_public(seal_key):
        raise DaemonError(
            f"The keys in {places.state} do not belong to its certificate. "
            "Enrol this laptop again.",
            Exit.WRONG_USE,
        )
    return Enrolled(places, peer, der, sign_key, seal_key, root)


def fingerprint_words(root_sha256: str) -> str:
    """Give the start of the root's fingerprint as it stands on the letter."""
    text = root_sha256.upper()
    return " ".join(text[at : at + 4] for at in range(0, 16, 4))
