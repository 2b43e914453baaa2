# SPDX-License-Identifier: GPL-3.0-or-later
"""A new letter of trust gives years, or another DPO; keys and certificates stay."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.signed import Signer
from consent.shelf.shelf import Shelf
from installer.admin.charter_signing import sign_as_dpo
from installer.admin.dpo import init_dpo, load_dpo, read_public
from installer.admin.office import Office, find
from installer.admin.publish import publish
from installer.admin.school_init import TRUST_DAYS
from installer.admin.school_renew import Renewal, load_root, renew
from installer.admin.trouble import OfficeError
from protocol.identity import Role
from tests.fakes.office import NOW, fill_register, new_office, sign_charter

LATER = NOW + timedelta(days=60)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give a published school."""
    made = new_office(tmp_path)
    sign_charter(made, tmp_path)
    fill_register(made)
    publish(made, NOW, lambda *_: None)
    return made


def taken(office: Office, shelf: Shelf) -> Shelf:
    """Have a console take what is published now."""
    papers, faults = office.places.for_consoles.read()
    assert faults == []
    shelf.accept_all([filed.paper for filed in papers], LATER)
    return shelf


def test_two_more_years_with_the_same_keys(office: Office, tmp_path: Path) -> None:
    old = office.trust()
    shelf = taken(office, Shelf(old.root_hash))
    trust = renew(office, Renewal(load_root(tmp_path / "root", None)), LATER)
    assert trust == office.trust()
    assert trust.not_after == LATER + timedelta(days=TRUST_DAYS)
    assert (trust.serial, trust.dpo, trust.root) == (2, old.dpo, old.root)
    publish(office, LATER, lambda *_: None)
    assert taken(office, shelf).trust == trust
    ((class_id, _),) = shelf.classes.items()
    assert shelf.freshness(class_id, LATER).ok


def test_an_authority_lives_longer_and_is_the_same_one(
    office: Office, tmp_path: Path
) -> None:
    before = office.authority(Role.TEACHER).certificate
    renew(office, Renewal(load_root(tmp_path / "root", None)), LATER)
    after = office.authority(Role.TEACHER).certificate
    assert after.public_key() == before.public_key()
    assert after.subject == before.subject
    assert after.not_valid_after_utc > before.not_valid_after_utc
    der = bytes.fromhex(office.trust().teachers_ca)
    assert x509.load_der_x509_certificate(der) == after


def test_D04_a_new_dpo_signs_the_agreements_beside_the_old_one(
    office: Office, tmp_path: Path
) -> None:
    shelf = taken(office, Shelf(office.trust().root_hash))
    renewal = Renewal(
        root=load_root(tmp_path / "root", None),
        dpo_pub=read_public(init_dpo(tmp_path / "new", None)),
    )
    trust = renew(office, renewal, LATER)
    with pytest.raises(OfficeError, match=r"publish\.no_charter"):
        publish(office, LATER, lambda *_: None)
    sign_as_dpo(office.places.proposed, tmp_path / "new", None)
    publish(office, LATER, lambda *_: None)
    charter = find(office.places.for_consoles, "charter")
    assert charter is not None
    signers = [one.by for one in charter.signatures]
    assert signers == [Signer.OFFICE, Signer.DPO, Signer.DPO]
    waiting = taken(office, shelf)
    assert waiting.pending_trust == trust  # laptops still hold the old one
    ((class_id, _),) = waiting.classes.items()
    assert waiting.freshness(class_id, LATER).ok


def test_another_root_or_another_old_dpo_is_refused_and_changes_nothing(
    office: Office, tmp_path: Path
) -> None:
    old = office.trust()
    stranger = Ed25519PrivateKey.generate()
    with pytest.raises(OfficeError, match=r"renew\.root"):
        renew(office, Renewal(stranger), LATER)
    root = load_root(tmp_path / "root", None)
    with pytest.raises(OfficeError, match=r"renew\.old_dpo"):
        renew(office, Renewal(root, old_dpo=stranger), LATER)
    assert office.trust() == old
    renew(office, Renewal(root, old_dpo=load_dpo(tmp_path / "dpo", None)), LATER)
    assert office.trust() != old
