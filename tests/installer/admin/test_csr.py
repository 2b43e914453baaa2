# SPDX-License-Identifier: GPL-3.0-or-later
"""Only a P-256 request that proves its key is read."""

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from installer.admin.csr import asked_key


def _request(curve: ec.EllipticCurve) -> tuple[ec.EllipticCurvePrivateKey, bytes]:
    key = ec.generate_private_key(curve)
    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    return key, builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def test_a_good_request_gives_its_key() -> None:
    key, der = _request(ec.SECP256R1())
    assert asked_key(der) == key.public_key()


def test_another_curve_a_broken_signature_and_noise_give_none() -> None:
    _, good = _request(ec.SECP256R1())
    assert asked_key(_request(ec.SECP384R1())[1]) is None
    assert asked_key(good[:-1] + bytes([good[-1] ^ 1])) is None
    assert asked_key(b"noise") is None
