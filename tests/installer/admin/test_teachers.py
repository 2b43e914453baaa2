# SPDX-License-Identifier: GPL-3.0-or-later
"""A console's own request becomes a certificate of the teachers' authority."""

from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from consent.store.bundle import Request
from consent.store.register.people import find_teacher
from installer.admin.teachers import make_bundle
from installer.admin.trouble import OfficeError
from protocol.identity import Role, peer_from_certificate
from tests.fakes.office import NOW, fill_register, laptop, new_office


def _request() -> Request:
    return Request(csr=laptop("x").ask.csr.hex(), sign_pub="ab" * 32)


def test_a_teacher_gets_a_certificate_and_the_papers(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    fill_register(office)
    bundle = make_bundle(office, "An Peeters", _request(), NOW)
    certificate = x509.load_pem_x509_certificate(bundle.certificate_pem)
    der = certificate.public_bytes(Encoding.DER)
    peer = peer_from_certificate(der, Role.TEACHER)
    with office.register.begin() as desk:
        teacher = find_teacher(desk, office.school, "t1")
        assert teacher is not None
        assert teacher.id == peer.id.hex()
        assert teacher.certificate == der
    assert {"trust.json", "trust.sig"} <= bundle.papers.keys()


def test_an_unknown_teacher_and_an_unproven_key_are_refused(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    fill_register(office)
    with pytest.raises(OfficeError, match="no_teacher"):
        make_bundle(office, "Nobody", _request(), NOW)
    bad = Request(csr="00", sign_pub="ab" * 32)
    with pytest.raises(OfficeError, match=r"teacher\.bad_request"):
        make_bundle(office, "t1", bad, NOW)
