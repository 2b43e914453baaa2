# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate in a pack: one form, the right CA, the right role, its own dates."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from consent.documents.signed import public_bytes
from consent.ledger import certificate as certs
from consent.ledger.certificate import CertificateError
from tests.fakes import certificates

SCHOOL = certificates.School()
LAPTOP, TEACHER = SCHOOL.device(), SCHOOL.teacher()


def authority_der(authority: certificates.Authority) -> bytes:
    return authority.certificate.public_bytes(Encoding.DER)


DEVICES, TEACHERS = authority_der(SCHOOL.devices_ca), authority_der(SCHOOL.teachers_ca)


def test_text_and_bytes_are_each_others_one_form() -> None:
    pem = certs.pem_text(LAPTOP.der)
    assert pem == LAPTOP.certificate.public_bytes(Encoding.PEM)
    assert certs.der_bytes(pem) == LAPTOP.der


@pytest.mark.parametrize(
    "change",
    [
        lambda pem: pem + b"\n",
        lambda pem: pem[:-1],
        lambda pem: pem.replace(b"\n", b"\r\n"),
        lambda pem: b"x" + pem,
        lambda pem: pem.replace(b"M", b"!", 1),
        lambda _: b"",
    ],
)
def test_another_form_is_refused(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(CertificateError):
        certs.der_bytes(change(certs.pem_text(LAPTOP.der)))


def test_a_laptop_is_read() -> None:
    holder = certs.read(LAPTOP.der, "device", DEVICES)
    assert holder.id == LAPTOP.id.hex()
    assert holder.sign_pub == public_bytes(LAPTOP.sign_key)
    assert holder.fingerprint == LAPTOP.fingerprint.hex()
    assert holder.is_valid(certificates.wall_now())
    assert not holder.is_valid(holder.ends + timedelta(seconds=1))
    assert not holder.is_valid(holder.starts - timedelta(seconds=1))


def test_a_teacher_is_read() -> None:
    assert certs.read(TEACHER.der, "teacher", TEACHERS).id == TEACHER.id.hex()


@pytest.mark.parametrize(
    ("der", "role", "authority"),
    [
        (LAPTOP.der, "teacher", DEVICES),
        (LAPTOP.der, "device", TEACHERS),
        (TEACHER.der, "device", TEACHERS),
        (TEACHER.der, "teacher", DEVICES),
        (b"no certificate", "device", DEVICES),
        (LAPTOP.der, "device", b"no certificate"),
        (DEVICES, "device", DEVICES),
    ],
)
def test_another_role_or_school_is_refused(
    der: bytes, role: str, authority: bytes
) -> None:
    with pytest.raises(CertificateError):
        certs.read(der, role, authority)


def test_an_authority_of_the_same_name_is_another_one() -> None:
    other = certificates.School()
    with pytest.raises(CertificateError, match="not of this school"):
        certs.read(LAPTOP.der, "device", authority_der(other.devices_ca))


def test_the_key_is_read_before_anything_is_believed() -> None:
    assert certs.unchecked_sign_key(LAPTOP.der) == public_bytes(LAPTOP.sign_key)
    for der in (b"", DEVICES):
        with pytest.raises(CertificateError):
            certs.unchecked_sign_key(der)


def test_no_bent_certificate_breaks_the_reader() -> None:
    chance = random.Random(1)
    for _ in range(400):
        der, authority = bytearray(LAPTOP.der), bytearray(DEVICES)
        bent = chance.choice((der, authority))
        bent[chance.randrange(len(bent))] = chance.randrange(256)
        with suppress(CertificateError):
            certs.read(bytes(der), "device", bytes(authority))
        with suppress(CertificateError):
            certs.unchecked_sign_key(bytes(der))


def test_a_certificate_without_a_single_holder_or_key_is_refused() -> None:
    uris = [f"urn:inzage:device:{'ab' * 16}"]
    for more in ([], uris, ["urn:inzage:sign:x"]):
        recipe = certificates.Recipe(uris=[*uris, *more])
        odd = certificates.issue(SCHOOL.devices_ca, LAPTOP.role, recipe=recipe)
        with pytest.raises(CertificateError):
            certs.read(odd.der, "device", DEVICES)
        with pytest.raises(CertificateError):
            certs.unchecked_sign_key(odd.der)
