# SPDX-License-Identifier: GPL-3.0-or-later
"""The DPO's key is made somewhere else, and only its public half travels."""

from pathlib import Path

import pytest

from consent.store.keys import raw_public
from installer.admin.dpo import init_dpo, load_dpo, read_public
from installer.admin.trouble import OfficeError
from tests.fakes.office import new_office


def test_the_public_half_is_that_of_the_key_behind_the_passphrase(
    tmp_path: Path,
) -> None:
    public = init_dpo(tmp_path / "dpo", b"geheim")
    assert read_public(public) == raw_public(load_dpo(tmp_path / "dpo", b"geheim"))


def test_D04_a_dpo_key_is_never_made_where_the_office_lives(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    with pytest.raises(OfficeError, match=r"dpo\.office_here"):
        init_dpo(office.places.home, None)
    assert not (office.places.home / "dpo.key").exists()


def test_D04_after_school_init_no_file_of_the_office_can_sign_as_dpo(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path)
    dpo = office.trust().dpo
    keys = [p for p in office.places.home.rglob("*.key") if "ca" not in p.name]
    assert keys
    assert dpo not in {p.read_text("ascii") for p in keys}
    assert not list(office.places.home.rglob("dpo*"))


@pytest.mark.parametrize("text", ["", "zz", "AB" * 32, "ab" * 31])
def test_something_else_is_not_taken_for_a_public_key(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "dpo.pub"
    file.write_text(text, "utf-8")
    with pytest.raises(OfficeError, match=r"dpo\.no_public"):
        read_public(file)
