# SPDX-License-Identifier: GPL-3.0-or-later
"""The status of a school, and the renewal it asks for, by the commands themselves."""

from pathlib import Path

import pytest

from tests.fakes.admin import Admin, commands_in


@pytest.fixture
def admin(tmp_path: Path) -> Admin:
    """Give an admin."""
    return Admin(tmp_path)


def test_status_ends_with_1_while_something_lacks_and_0_afterwards(
    admin: Admin,
) -> None:
    assert "geen kantoor" in admin.fails(4, "status", admin.office)
    admin.makes_a_school()
    result = admin.does("status", admin.office)
    assert result.exit_code == 1
    assert "FOUT    er is nog niets gepubliceerd" in result.output
    assert commands_in(result.output)[0][:2] == ["charter", "new"]
    admin.signs_a_charter()
    admin.imports_the_roster()
    admin.succeeds("publish", admin.office)
    said = admin.succeeds("status", admin.office)
    assert "papieren verlengen voor " in said
    assert "klas 4B: 3 leerlingen, 0 met een laptop" in said
    assert "van 1 leerling ontbreekt een formulier van thuis" in said
    assert "An Peeters heeft nog geen certificaat" in said
    assert "FOUT" not in said


def test_another_dpo_is_seen_waiting_and_what_must_be_signed_again_is_said(
    admin: Admin,
) -> None:
    admin.makes_a_school()
    admin.signs_a_charter()
    admin.imports_the_roster()
    admin.succeeds("publish", admin.office)
    new = admin.home / "new"
    admin.succeeds("dpo", "init", new, "--demo")
    said = admin.succeeds(
        "school", "renew", admin.office, "--root", admin.home / "stick",
        "--dpo", new / "dpo.pub",
    )  # fmt: skip
    assert "De nieuwe DPO telt vanaf " in said
    assert commands_in(said)[0][:2] == ["charter", "sign"]
    assert "een andere DPO telt vanaf" in admin.does("status", admin.office).output
    proposed = admin.office / "proposed"
    admin.succeeds("charter", "sign", proposed, "--as", "dpo", "--key", new)
    admin.succeeds("publish", admin.office)
    assert "LET OP  een andere DPO" in admin.succeeds("status", admin.office)


def test_a_renewal_asks_for_both_passphrases_and_the_right_stick(admin: Admin) -> None:
    admin.makes_a_school(
        "school", "het kantoor hier\n" * 2 + "de stick in de kast\n" * 2
    )
    words = ("school", "renew", admin.office, "--root")
    said = admin.succeeds(
        *words, admin.home / "stick", typed="het kantoor hier\nde stick in de kast\n"
    )
    assert "Een nieuwe vertrouwensbrief, tot " in said
    told = admin.fails(2, *words, admin.home / "stick", typed="het kantoor hier\nmis\n")
    assert "de wachtzin is fout" in told
    told = admin.fails(2, *words, admin.home / "nowhere", typed="het kantoor hier\n")
    assert "root.key is niet te lezen" in told
    other = Admin(admin.home / "other")
    other.makes_a_school()
    told = admin.fails(1, *words, other.home / "stick", typed="het kantoor hier\n")
    assert "niet de wortelsleutel van deze school" in told


def test_new_keys_and_a_new_root_are_made_by_one_command(admin: Admin) -> None:
    admin.makes_a_school(
        "school", "het kantoor hier\n" * 2 + "de stick in de kast\n" * 2
    )
    words = ("school", "renew", admin.office, "--root", admin.home / "stick")
    key = admin.office / "keys" / "office.key"
    key.unlink()  # lost; the passphrase is still that of the authorities
    second = admin.home / "second"
    told = admin.fails(2, *words, "--new-root", second, typed="het kantoor hier\n")
    assert "Zit de stick erin?" in told
    second.mkdir()
    said = admin.succeeds(
        *words, "--new-office", "--new-fresh", "--new-root", second, "--same-disk",
        typed="het kantoor hier\nde stick in de kast\n" + "een nieuwe stick\n" * 2,
    )  # fmt: skip
    assert "Publiceer meteen" in said
    assert str(second / "root.key") in said
    assert key.exists()
    told = admin.fails(1, *words, typed="het kantoor hier\nde stick in de kast\n")
    assert "niet de wortelsleutel van deze school" in told
    admin.succeeds(*words[:4], second, typed="het kantoor hier\neen nieuwe stick\n")
