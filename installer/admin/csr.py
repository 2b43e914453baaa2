# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the TLS key out of a request, if the request proves that its maker holds it."""

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec


def asked_key(der: bytes) -> ec.EllipticCurvePublicKey | None:
    """Give the P-256 key of a PKCS#10 request; None for anything else."""
    try:
        request = x509.load_der_x509_csr(der)
        key = request.public_key()
        proven = request.is_signature_valid
    except ValueError:
        return None
    if not proven or not isinstance(key, ec.EllipticCurvePublicKey):
        return None
    return key if isinstance(key.curve, ec.SECP256R1) else None
