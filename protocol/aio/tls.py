# SPDX-License-Identifier: GPL-3.0-or-later
"""The only door to ssl: TLS 1.3, both ends show a certificate, nothing else is spoken.

The trust store is the role: it holds the CA of the other role and nothing else, so a
pupil's laptop cannot be taken for a teacher. Resumption is off: a resumed session was
seen to accept a revoked certificate. There is no switch that weakens any of this.
Source: docs/spec/session.md "TLS".
"""

import ssl
import sys
from pathlib import Path
from typing import Final, TypeAlias

from protocol import constants as c
from protocol.errors import CertificateError, ProtocolError

TlsContext: TypeAlias = ssl.SSLContext  # so that nobody else needs the module

_FIXED_IN: Final = (3, 11, 5)


def context(
    own_cert_pem: Path,
    own_key: Path,
    peer_ca_pem: bytes,
    *,
    server: bool,
    password: bytes | None = None,
) -> TlsContext:
    """Make the one kind of TLS there is.

    Args:
        own_cert_pem: our certificate.
        own_key: our P-256 key, PKCS#8.
        peer_ca_pem: the CA of the other role, from the signed `trust`; nothing else.
        server: whether we take connections; who dials says nothing about who is who.
        password: of the key, where it has one.

    Raises:
        ProtocolError: this Python is too old, or the files do not fit each other.
    """
    check_python(sys.version_info[:3])
    made = _bare(server=server)
    try:
        made.load_cert_chain(own_cert_pem, own_key, _password(password))
        made.load_verify_locations(cadata=peer_ca_pem.decode("ascii"))
    except (OSError, ValueError) as fault:
        raise ProtocolError(
            "Our own certificate, its key or the school's CA cannot be read."
        ) from fault
    return made


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that takes plaintext for authenticated data (CVE-2023-40217).

    Raises:
        ProtocolError: says which one to install.
    """
    if version < _FIXED_IN:
        raise ProtocolError("This Python is too old. Install 3.11.5 or newer.")


def peer_certificate(tls: ssl.SSLObject) -> bytes:
    """Give the DER bytes of the peer's certificate after a handshake.

    Raises:
        CertificateError: there is none, or the peer did not ask for our protocol.
    """
    if tls.selected_alpn_protocol() != c.ALPN:
        raise CertificateError(f"The other program does not speak {c.ALPN}.")
    der = tls.getpeercert(binary_form=True)
    if der is None:
        raise CertificateError("The other program showed no certificate.")
    return der


def _password(password: bytes | None) -> bytes:
    """Answer for OpenSSL, which would else ask at the terminal."""
    return password if password is not None else b""


def _bare(*, server: bool) -> ssl.SSLContext:
    made = ssl.SSLContext(
        ssl.PROTOCOL_TLS_SERVER if server else ssl.PROTOCOL_TLS_CLIENT
    )
    made.minimum_version = ssl.TLSVersion.TLSv1_3
    made.maximum_version = ssl.TLSVersion.TLSv1_3
    made.check_hostname = False  # names are roles and numbers, read after the handshake
    made.verify_mode = ssl.CERT_REQUIRED
    made.verify_flags = ssl.VERIFY_X509_STRICT  # and not PARTIAL_CHAIN
    made.options |= ssl.OP_NO_TICKET | ssl.OP_NO_COMPRESSION
    if server:
        made.num_tickets = 0
    made.set_alpn_protocols([c.ALPN])
    return made
