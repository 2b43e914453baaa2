# SPDX-License-Identifier: GPL-3.0-or-later
"""An office is opened where one is, and says what to do where none is."""

from pathlib import Path

import pytest

from consent.documents.trust import SchoolKind
from consent.store.keys import KeyFileError
from consent.store.register import people
from installer.admin.office import open_office, published
from installer.admin.trouble import Exit, OfficeError
from protocol.identity import Role
from tests.fakes.office import fill_register, new_office


def test_a_folder_without_an_office_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match=r"office\.none") as caught:
        open_office(tmp_path, None, "An")
    assert caught.value.code is Exit.NOT_SET_UP
    assert caught.value.step is not None
    assert caught.value.step.commands[1][:3] == ("school", "init", str(tmp_path))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"school": "x"}'])
def test_settings_that_cannot_be_read_are_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "office.json").write_text(text, "utf-8")
    with pytest.raises(OfficeError, match=r"office\.settings") as caught:
        open_office(tmp_path, None, "An")
    assert caught.value.said.values["file"] == tmp_path / "office.json"


def test_a_folder_that_was_moved_has_its_register_along(tmp_path: Path) -> None:
    made = new_office(tmp_path)
    fill_register(made)
    made.register.close()
    home = made.places.home.rename(tmp_path / "elsewhere")
    moved = open_office(home, None, "An")
    with moved.register.read() as desk:
        assert people.find_pupil(desk, moved.school, "p1") is not None
    moved.register.close()


def test_a_register_that_is_gone_is_told_and_no_empty_one_is_made(
    tmp_path: Path,
) -> None:
    made = new_office(tmp_path)
    made.register.close()
    file = made.places.home / "register.db"
    file.unlink()
    with pytest.raises(OfficeError, match=r"office\.no_register"):
        open_office(made.places.home, None, "An")
    assert not file.exists()


def test_a_locked_office_opens_but_signs_only_with_its_passphrase(
    tmp_path: Path,
) -> None:
    made = new_office(tmp_path, SchoolKind.SCHOOL)
    home = made.places.home
    assert (
        open_office(home, b"office", "An").authority(Role.TEACHER).role is Role.TEACHER
    )
    with pytest.raises(KeyFileError, match="wrong passphrase"):
        open_office(home, b"mis", "An").authority(Role.TEACHER)


def test_a_paper_that_was_never_published_is_named(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    assert published(office, "trust").body
    with pytest.raises(OfficeError, match=r"office\.no_paper"):
        published(office, "charter")
    (office.places.for_laptops.path / "trust.json").write_bytes(b"{}")
    with pytest.raises(OfficeError, match=r"office\.bad_trust"):
        office.trust()
    (office.places.for_laptops.path / "trust.json").unlink()
    with pytest.raises(OfficeError, match=r"office\.no_trust"):
        office.trust()
