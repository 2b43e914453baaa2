# SPDX-License-Identifier: GPL-3.0-or-later
"""What the school's authorities sign is what both programs accept, and no more."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from installer.admin.certificates import Authority, Holder, issue, make_authority
from protocol.errors import CertificateError
from protocol.identity import Role, peer_from_certificate

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _authority(role: Role) -> Authority:
    return make_authority(role, ec.generate_private_key(ec.SECP256R1()), NOW)


def _holder(seal_pub: bytes | None) -> Holder:
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    return Holder(bytes(16), key, b"s" * 32, seal_pub)


@pytest.mark.parametrize(
    ("role", "seal_pub", "days"),
    [(Role.DEVICE, b"x" * 32, 1095), (Role.TEACHER, None, 120)],
)
def test_a_certificate_says_its_role_and_number_and_nothing_personal(
    role: Role, seal_pub: bytes | None, days: int
) -> None:
    certificate = issue(_authority(role), _holder(seal_pub), NOW)
    peer = peer_from_certificate(certificate.public_bytes(Encoding.DER), role)
    assert (peer.id, peer.sign_pub, peer.seal_pub) == (bytes(16), b"s" * 32, seal_pub)
    assert peer.not_after == NOW + timedelta(days=days)
    assert list(certificate.subject) == []


def test_D10_a_laptop_is_never_read_as_a_teacher() -> None:
    certificate = issue(_authority(Role.DEVICE), _holder(b"x" * 32), NOW)
    with pytest.raises(CertificateError):
        peer_from_certificate(certificate.public_bytes(Encoding.DER), Role.TEACHER)


@pytest.mark.parametrize(("role", "seal"), [(Role.DEVICE, None), (Role.TEACHER, b"")])
def test_a_certificate_with_the_wrong_keys_is_not_made(
    role: Role, seal: bytes | None
) -> None:
    with pytest.raises(ValueError, match="key"):
        issue(_authority(role), _holder(seal), NOW)


def test_only_the_authority_that_signed_vouches_for_it() -> None:
    ours, other = _authority(Role.TEACHER), _authority(Role.TEACHER)
    certificate = issue(ours, _holder(None), NOW)
    assert _vouched(certificate, ours)
    assert not _vouched(certificate, other)


def test_an_authority_can_sign_no_other_authority() -> None:
    certificate = _authority(Role.DEVICE).certificate
    limits = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert limits.critical
    assert limits.value.path_length == 0


def _vouched(certificate: x509.Certificate, authority: Authority) -> bool:
    try:
        certificate.verify_directly_issued_by(authority.certificate)
    except InvalidSignature:
        return False
    return True
