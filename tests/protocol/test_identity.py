# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate is one of exactly the role that is wanted, or it is refused."""

import base64
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from protocol.errors import CertificateError
from protocol.identity import Role, peer_from_certificate, subject_alternative_uris
from tests.fakes.certificates import RIGHT, Recipe, issue
from tests.fakes.wire import laptop, school, teacher

ID = bytes(range(16))
KEY = b"\xff" * 32
KEY_TEXT = base64.urlsafe_b64encode(KEY).rstrip(b"=").decode()
DEVICE = subject_alternative_uris(Role.DEVICE, ID, KEY, KEY)
TEACHER = subject_alternative_uris(Role.TEACHER, ID, KEY, None)


def test_a_laptop_is_read_from_its_certificate() -> None:
    holder = laptop()
    peer = peer_from_certificate(holder.der, Role.DEVICE)
    assert holder.seal_key is not None
    assert peer.role is Role.DEVICE
    assert peer.id == holder.id
    assert peer.sign_pub == holder.sign_key.public_key().public_bytes_raw()
    assert peer.seal_pub == holder.seal_key.public_key().public_bytes_raw()
    assert peer.fingerprint == holder.fingerprint
    assert peer.not_after == holder.certificate.not_valid_after_utc


def test_a_teacher_has_no_seal_key() -> None:
    assert peer_from_certificate(teacher().der, Role.TEACHER).seal_pub is None


def test_the_names_are_as_the_specification_writes_them() -> None:
    assert [
        "urn:inzage:device:000102030405060708090a0b0c0d0e0f",
        f"urn:inzage:sign:{KEY_TEXT}",
        f"urn:inzage:seal:{KEY_TEXT}",
    ] == DEVICE
    assert [
        "urn:inzage:teacher:000102030405060708090a0b0c0d0e0f",
        f"urn:inzage:sign:{KEY_TEXT}",
    ] == TEACHER


@pytest.mark.parametrize(
    ("role", "holder", "sign", "seal"),
    [
        (Role.DEVICE, ID[1:], KEY, KEY),
        (Role.DEVICE, ID, KEY[1:], KEY),
        (Role.DEVICE, ID, KEY, KEY[1:]),
        (Role.DEVICE, ID, KEY, None),
        (Role.TEACHER, ID, KEY, KEY),
    ],
)
def test_wrong_parts_make_no_names(
    role: Role, holder: bytes, sign: bytes, seal: bytes | None
) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        subject_alternative_uris(role, holder, sign, seal)


def test_D10_a_laptop_is_no_teacher_and_a_teacher_no_laptop() -> None:
    with pytest.raises(CertificateError):
        peer_from_certificate(laptop().der, Role.TEACHER)
    with pytest.raises(CertificateError):
        peer_from_certificate(teacher().der, Role.DEVICE)


def _with(*uris: str) -> Recipe:
    return replace(RIGHT, uris=uris)


WRONG = {
    "not critical": replace(RIGHT, critical=False),
    "no names": replace(RIGHT, names=False),
    "with a subject": replace(RIGHT, subject="Jan Peeters"),
    "may issue": replace(RIGHT, issues=True),
    "may not sign": replace(RIGHT, signs=False),
    "another curve": replace(RIGHT, curve=ec.SECP384R1()),
    "a host name too": replace(RIGHT, other_names=(x509.DNSName("lap-07"),)),
    "a directory name too": replace(
        RIGHT,
        other_names=(
            x509.DirectoryName(
                x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Jan")])
            ),
        ),
    ),
    "one name": _with(DEVICE[0]),
    "two names": _with(*DEVICE[:2]),
    "four names": _with(*DEVICE, "urn:inzage:more:1"),
    "twice the role": _with(DEVICE[0], *DEVICE),
    "another order": _with(DEVICE[0], DEVICE[2], DEVICE[1]),
    "both roles": _with(DEVICE[0], TEACHER[0], *DEVICE[1:]),
    "upper case": _with(f"urn:inzage:device:{ID.hex().upper()}", *DEVICE[1:]),
    "short id": _with(DEVICE[0][:-2], *DEVICE[1:]),
    "no hex": _with("urn:inzage:device:" + "g" * 32, *DEVICE[1:]),
    "spaces in hex": _with("urn:inzage:device:" + "00 " * 16, *DEVICE[1:]),
    "another last letter": _with(
        DEVICE[0], f"urn:inzage:sign:{KEY_TEXT[:-1]}9", DEVICE[2]
    ),
    "padded base64": _with(DEVICE[0], DEVICE[1] + "=", DEVICE[2]),
    "short key": _with(DEVICE[0], DEVICE[1][:-4], DEVICE[2]),
    "a stranger's name": _with("https://example.org", *DEVICE[1:]),
}


@pytest.mark.parametrize("recipe", WRONG.values(), ids=WRONG.keys())
def test_a_certificate_that_is_written_otherwise_is_refused(recipe: Recipe) -> None:
    wrong = issue(school().devices_ca, Role.DEVICE, recipe=recipe)
    with pytest.raises(CertificateError, match=r"\.$"):
        peer_from_certificate(wrong.der, Role.DEVICE)


def test_the_right_recipe_is_accepted() -> None:
    right = issue(school().devices_ca, Role.DEVICE, recipe=_with(*DEVICE))
    assert peer_from_certificate(right.der, Role.DEVICE).id == ID


@pytest.mark.parametrize("der", [b"", b"no certificate", b"\x30\x82\xff\xff"])
def test_bytes_that_are_no_certificate_are_refused(der: bytes) -> None:
    with pytest.raises(CertificateError):
        peer_from_certificate(der, Role.DEVICE)


def test_a_certificate_says_when_it_ends() -> None:
    lived = replace(RIGHT, lives=timedelta(days=3))
    holder = issue(school().teachers_ca, Role.TEACHER, recipe=lived)
    ends = peer_from_certificate(holder.der, Role.TEACHER).not_after
    assert ends == holder.certificate.not_valid_before_utc + timedelta(days=3)
