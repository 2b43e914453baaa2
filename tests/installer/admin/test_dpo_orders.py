# SPDX-License-Identifier: GPL-3.0-or-later
"""R-37: the DPO orders on their own machine; the laptop reads what was signed there."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from consent.ledger import officer
from consent.ledger.officer import OfficerOrder, Wish
from consent.store.keys import raw_public
from installer.admin.dpo import load_dpo
from installer.admin.dpo_orders import checked, read_order
from installer.admin.office import open_office
from installer.admin.trouble import OfficeError
from tests.fakes.admin import Admin
from tests.fakes.dpo import REASON

LAPTOP = "5f3a9c0e1d2b4a6788c1e0f3d5b7a902"


@pytest.fixture
def admin(tmp_path: Path) -> Admin:
    made = Admin(tmp_path)
    made.makes_a_school()
    return made


def trust_of(admin: Admin) -> Path:
    return next(admin.office.rglob("trust.json"))


def as_the_laptop_reads(admin: Admin, file: Path) -> OfficerOrder:
    return officer.read(
        file.read_bytes(),
        dpo_key=raw_public(load_dpo(admin.dpo, None)),
        school=open_office(admin.office, None, "An").trust().school,
        device=LAPTOP,
        now=datetime.now(UTC) + timedelta(seconds=2),
    )


def test_R37_a_reading_is_signed_for_one_laptop_and_a_week(admin: Admin) -> None:
    out = admin.home / "lees.order"
    said = admin.succeeds(
        "dpo", "read", admin.dpo, LAPTOP, "--trust", trust_of(admin), "--out", out
    )
    assert "De leerling ziet dat je de lijst las." in said
    assert as_the_laptop_reads(admin, out).wish is Wish.READ


def test_R38_a_note_goes_beside_a_line(admin: Admin) -> None:
    out = admin.home / "noot.order"
    text = "Dit was een oefening."
    said = admin.succeeds(
        "dpo", "note", admin.dpo, LAPTOP, text, "--trust", trust_of(admin),
        "--about", "12", "--out", out,
    )  # fmt: skip
    assert "De leerling ziet de opmerking." in said
    order = as_the_laptop_reads(admin, out)
    assert (order.wish, order.text, order.about) == (Wish.NOTE, text, 12)


@pytest.mark.parametrize("about", [12, 0])
def test_R34_an_erasure_is_signed_with_the_reason_the_pupil_reads(
    admin: Admin, about: int
) -> None:
    out = admin.home / "wis.order"
    said = admin.succeeds(
        "dpo", "erase", admin.dpo, LAPTOP, REASON, "--trust", trust_of(admin),
        "--about", str(about), "--out", out,
    )  # fmt: skip
    assert "Na 14 dagen gaan de woorden weg" in said
    order = as_the_laptop_reads(admin, out)
    assert (order.wish, order.text, order.about) == (Wish.ERASE, REASON, about)


def test_what_has_to_go_must_be_said(admin: Admin) -> None:
    out = admin.home / "wis.order"
    words = ("dpo", "erase", admin.dpo, LAPTOP, REASON, "--trust", trust_of(admin))
    assert "--about" in admin.fails(2, *words, "--out", out)
    assert not out.exists()


@pytest.mark.parametrize("text", ["", "x" * 141])
def test_a_reason_is_as_long_as_one_in_the_list_may_be(text: str) -> None:
    with pytest.raises(OfficeError, match=r"dpo\.no_reason"):
        checked(Wish.ERASE, text)
    assert checked(Wish.ERASE, "x" * 140)


def test_only_in_a_folder_of_a_dpo(admin: Admin) -> None:
    out = admin.home / "lees.order"
    words = ("dpo", "read", admin.office, LAPTOP, "--trust", trust_of(admin))
    assert "geen sleutel van een DPO" in admin.fails(4, *words, "--out", out)
    assert not out.exists()


def test_a_key_with_a_passphrase_asks_for_it(admin: Admin) -> None:
    admin.succeeds("dpo", "init", admin.home / "two", typed="een lange zin\n" * 2)
    out = admin.home / "lees.order"
    words = ("dpo", "read", admin.home / "two", LAPTOP, "--trust", trust_of(admin))
    assert "de wachtzin is fout" in admin.fails(2, *words, "--out", out, typed="mis\n")
    admin.succeeds(*words, "--out", out, typed="een lange zin\n")
    assert out.exists()


@pytest.mark.parametrize(
    "laptop", ["laptop-07", LAPTOP.upper(), LAPTOP[:-1], LAPTOP + "0", ""]
)
def test_a_laptop_has_a_number(admin: Admin, laptop: str) -> None:
    with pytest.raises(OfficeError, match=r"dpo\.no_laptop"):
        read_order(trust_of(admin), laptop, datetime.now(UTC))


def test_the_school_is_read_from_its_letter_of_trust(tmp_path: Path) -> None:
    file = tmp_path / "trust.json"
    file.write_text("{}")
    with pytest.raises(OfficeError, match=r"dpo\.no_trust"):
        read_order(file, LAPTOP, datetime.now(UTC))


@pytest.mark.parametrize("text", ["", "x" * 281])
def test_a_note_is_as_long_as_a_line_may_be(text: str) -> None:
    with pytest.raises(OfficeError, match=r"dpo\.no_text"):
        checked(Wish.NOTE, text)
    assert checked(Wish.NOTE, "x" * 280)


def test_an_order_says_where_it_goes(admin: Admin) -> None:
    dpo, trust, out = admin.dpo, trust_of(admin), admin.home / "x.order"
    said = admin.succeeds("dpo", "read", dpo, LAPTOP, "--trust", trust, "--out", out)
    step = f"naar laptop {LAPTOP}, en typ daar: sudo inzage-agentd officer {out}"
    assert f"{step} LIJST.zip\n" in said
    out.unlink()
    words = ("dpo", "note", dpo, LAPTOP, "Dit klopt.", "--trust", trust, "--out", out)
    assert f"{step}\n" in admin.succeeds(*words)
    assert "x.order is er al" in admin.fails(2, *words)
