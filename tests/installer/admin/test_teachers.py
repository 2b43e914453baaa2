# SPDX-License-Identifier: GPL-3.0-or-later
"""A console's own request becomes a certificate of the teachers' authority."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select

from consent.store.bundle import Request
from consent.store.register.models import Act, Teacher
from consent.store.register.people import find_teacher, slots_of
from installer.admin.office import Office
from installer.admin.teachers import Teaching, let_teach, make_bundle
from installer.admin.trouble import OfficeError
from protocol.identity import Role, peer_from_certificate
from tests.fakes.office import NOW, fill_register, laptop, new_office
from tests.fakes.register import slot_teachers
from tests.fakes.school import make_school


def _request() -> Request:
    return Request(csr=laptop("x").ask.csr.hex(), sign_pub="ab" * 32)


DAY = NOW.date()


def test_a_substitute_whom_nobody_knew_opens_the_colleagues_lessons(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path)
    fill_register(office)
    with office.register.begin() as desk:
        wanted = Teaching("Bo Maes", "4B", DAY, DAY, "An Peeters")
        klass = let_teach(desk, office, wanted, NOW)
        again = let_teach(desk, office, replace(wanted, instead_of=""), NOW)
        new = find_teacher(desk, office.school, "Bo Maes")
        assert new is not None
        assert klass is again
        assert all(
            new.id in slot_teachers(desk, x.id) for x in slots_of(desk, klass.id)
        )
        assert new.certificate is None
        acts = desk.scalars(select(Act).where(Act.about == new.id)).all()
        assert [(act.deed, act.by) for act in acts] == [("teacher add", office.by)] * 2


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"last": DAY - timedelta(days=1)}, "teacher.days"),
        ({"class_name": "9Z"}, "no_class"),
        ({"instead_of": "Nobody"}, "no_teacher"),
        ({"instead_of": "Bo Maes"}, "teacher.no_lessons"),
    ],
)
def test_what_cannot_be_taught_is_said(
    tmp_path: Path, wrong: dict[str, Any], why: str
) -> None:
    office = new_office(tmp_path)
    fill_register(office)
    wanted = Teaching("Bo Maes", "4B", DAY, DAY, "")
    with pytest.raises(OfficeError) as caught, office.register.begin() as desk:
        let_teach(desk, office, replace(wanted, **wrong), NOW)
    assert caught.value.said.key == why
    with office.register.read() as desk:
        assert find_teacher(desk, office.school, "Bo Maes") is None


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


def test_R38_a_bundle_has_the_names_and_slips_of_the_teachers_own_classes_alone(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path)
    own, other = make_school(), make_school(pupils=2)
    folder = office.places.for_consoles
    for school in (own, other):
        for paper in school.papers_for_console():
            folder.put(paper, school.class_id)
    sealed = {x.sha256 for x in own.sealed.values()}
    slips = {x.name for x in folder.read()[0] if x.paper.sha256 in sealed}
    held = _of_bundle(office, own.teachers[0].id)
    assert {x for x in held if x.startswith("roster")} == {
        f"roster-{own.class_id}.{ending}" for ending in ("json", "sig")
    }
    assert {x for x in held if x.startswith("slip")} == {f"{x}.sealed" for x in slips}
    for kind in ("class", "set"):
        wanted = {f"{kind}-{x.class_id}.json" for x in (own, other)}
        assert {x for x in held if x.startswith(f"{kind}-")} >= wanted
    assert not any(
        x.startswith(("roster", "slip")) for x in _of_bundle(office, "f" * 32)
    )


def _of_bundle(office: Office, teacher: str) -> set[str]:
    """Name the papers of a bundle for a teacher with this id."""
    with office.register.begin() as desk:
        desk.add(
            Teacher(id=teacher, school=office.school, sourced_id=teacher, name=teacher)
        )
    return set(make_bundle(office, teacher, _request(), NOW).papers)


def test_an_unknown_teacher_and_an_unproven_key_are_refused(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    fill_register(office)
    with pytest.raises(OfficeError, match="no_teacher"):
        make_bundle(office, "Nobody", _request(), NOW)
    bad = Request(csr="00", sign_pub="ab" * 32)
    with pytest.raises(OfficeError, match=r"teacher\.bad_request"):
        make_bundle(office, "t1", bad, NOW)
