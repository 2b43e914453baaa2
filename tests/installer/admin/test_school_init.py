# SPDX-License-Identifier: GPL-3.0-or-later
"""A new school has four keys in four hands' reach, two authorities and a trust."""

import os
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from consent.documents import trust as trusts
from consent.documents.trust import SchoolKind
from consent.errors import RegisterError
from consent.shelf.shelf import Shelf
from consent.store.keys import is_locked
from consent.store.register.models import Act
from installer.admin.school_init import (
    NewSchool,
    Secrets,
    check_stick,
    fingerprint,
    init_school,
)
from installer.admin.trouble import OfficeError
from tests.fakes.office import NOW, new_office


def test_a_school_is_trusted_by_who_knows_its_number(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    shelf = Shelf(office.trust().root_hash)
    papers, faults = office.places.for_laptops.read()
    assert faults == []
    shelf.accept_all([filed.paper for filed in papers], NOW)
    assert shelf.trust == office.trust()
    assert shelf.revocations is not None
    number = fingerprint(office.trust())
    assert number.replace(" ", "").lower() == office.trust().root_hash


def test_who_made_the_school_is_kept_and_sits_there(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    with office.register.read() as desk:
        done = desk.scalars(select(Act)).all()
    assert [(act.deed, act.by) for act in done] == [("school init", "An")]
    assert office.by == "An"


def test_keys_of_a_real_school_have_a_passphrase_and_the_fresh_key_none(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path, SchoolKind.SCHOOL)
    for name in ("office", "devices-ca", "teachers-ca"):
        assert is_locked(office.places.key(name))
    assert is_locked(tmp_path / "root" / "root.key")
    assert not office.places.key("root").exists()
    assert not is_locked(office.places.key("fresh"))


def test_a_real_school_without_passphrases_is_not_made(tmp_path: Path) -> None:
    new = NewSchool("School", SchoolKind.SCHOOL, "Europe/Brussels", b"d" * 32, "An")
    with pytest.raises(OfficeError, match=r"school\.no_passphrase"):
        init_school(tmp_path, new, Secrets(tmp_path, None, None), NOW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "zone", "key"),
    [
        (" ", "Europe/Brussels", "school.name"),
        ("x" * 81, "Europe/Brussels", "school.name"),
        ("School", "Mars/Olympus", "school.zone"),
        ("School", "../etc/passwd", "school.zone"),
    ],
)
def test_a_name_or_zone_that_no_paper_can_hold_is_told_before_anything_is_made(
    tmp_path: Path, name: str, zone: str, key: str
) -> None:
    new = NewSchool(name, SchoolKind.DEMO, zone, b"d" * 32, "An")
    with pytest.raises(OfficeError, match=re.escape(key)):
        init_school(tmp_path, new, Secrets(tmp_path, None, None), NOW)
    assert list(tmp_path.iterdir()) == []


def test_the_root_key_of_a_real_school_does_not_stay_in_the_office(
    tmp_path: Path,
) -> None:
    new = NewSchool("School", SchoolKind.SCHOOL, "Europe/Brussels", b"d" * 32, "An")
    with pytest.raises(OfficeError, match=r"school\.root_here"):
        init_school(tmp_path, new, Secrets(tmp_path / "keys", b"root", b"office"), NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_register_that_cannot_be_reached_leaves_no_keys(tmp_path: Path) -> None:
    home, root = tmp_path / "office", tmp_path / "stick"
    wrong = NewSchool(
        "School", SchoolKind.DEMO, "Europe/Brussels", b"d" * 32, "An", "nowhere"
    )
    with pytest.raises(RegisterError):
        init_school(home, wrong, Secrets(root, None, None), NOW)
    right = NewSchool("School", SchoolKind.DEMO, "Europe/Brussels", b"d" * 32, "An")
    office = init_school(home, right, Secrets(root, None, None), NOW)
    assert office.trust().name == "School"


def test_a_second_school_in_one_folder_changes_nothing(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    before = (office.places.home / "office.json").read_bytes()
    if os.name == "posix":  # it can hold the password of a database
        assert office.places.settings.stat().st_mode & 0o077 == 0
    new = NewSchool("Other", SchoolKind.DEMO, "Europe/Brussels", b"d" * 32, "An")
    with pytest.raises(OfficeError, match=r"school\.there"):
        init_school(office.places.home, new, Secrets(tmp_path / "r", None, None), NOW)
    assert (office.places.home / "office.json").read_bytes() == before


def test_S09_two_schools_share_no_secret(tmp_path: Path) -> None:
    schools = [new_office(tmp_path / name) for name in ("one", "two")]
    first, second = (trusts.parse(_trust_body(o.places.home)) for o in schools)
    for field in ("school", "root", "office", "fresh", "dpo"):
        assert getattr(first, field) != getattr(second, field)
    assert first.devices_ca != second.devices_ca


def _trust_body(home: Path) -> bytes:
    return (home / "published/laptops/trust.json").read_bytes()


def test_a_stick_is_another_disk_than_the_office(tmp_path: Path) -> None:
    check_stick(Path("/proc/self/office"), tmp_path, same_disk=False)
    with pytest.raises(OfficeError, match=r"school\.same_disk"):
        check_stick(tmp_path / "made" / "later", tmp_path, same_disk=False)
    check_stick(tmp_path / "office", tmp_path, same_disk=True)
