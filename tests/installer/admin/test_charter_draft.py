# SPDX-License-Identifier: GPL-3.0-or-later
"""A filled-in form becomes a charter; what is not right is told, all of it."""

from zoneinfo import ZoneInfo

import pytest

from consent.purpose import Purpose
from installer.admin.charter_draft import TEMPLATE, DraftError, Frame, read_draft
from tests.fakes.office import NOW, filled_draft

FRAME = Frame("a" * 32, 1, NOW, ZoneInfo("Europe/Brussels"))


def test_a_filled_in_form_is_a_charter() -> None:
    charter = read_draft(filled_draft(), FRAME)
    assert charter.cidrs == ("10.20.0.0/16",)
    assert charter.caps(Purpose.VIEW).slot_seconds == 600
    assert charter.reason(Purpose.OVERVIEW, "help") is not None
    assert not charter.offers(Purpose.SHOW)
    assert charter.notices


def test_R41_R44_the_empty_form_names_every_blank() -> None:
    with pytest.raises(DraftError) as caught:
        read_draft(TEMPLATE.read_text("utf-8"), FRAME)
    assert "Vul nog in: raad.tekst." in caught.value.faults
    assert "Vul nog in: netwerken.school." in caught.value.faults
    assert len(caught.value.faults) == 13


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("seconden = 120", "seconden = 121", "at most 120, not 121"),
        ("breedte = 192", "breedte = 480", "480"),
        ('grondslag = "toestemming"', 'grondslag = "reglement"', "grondslag"),
        ("seconden = 900", "minuten = 15", "kent geen minuten"),
        ("10.20.0.0/16", "8.8.8.0/24", "private"),
        ("leeftijd_ouders = 13", "leeftijd_ouders = 12", "13"),
        ("leeftijd_ouders = 13", "leeftijd_ouders = 99", "mag niet"),
        (
            "nee_heeft_geen_gevolgen = true",
            "nee_heeft_geen_gevolgen = false",
            "nee_heeft_geen_gevolgen op true",
        ),
        ("geldig_tot = 2027-08-31          #", "geldig_tot = 2029-08-31 #", "366 days"),
        ("herzien_voor = 2027-06-30", 'herzien_voor = "soon"', "mag niet"),
        ("herzien_voor = 2027-06-30", "", "ontbreekt: herzien_voor"),
        ("[beeld]", "[beeld", "geen geldige TOML"),
    ],
)
def test_R43_R44_a_form_that_asks_too_much_is_refused_with_the_reason(
    old: str, new: str, why: str
) -> None:
    with pytest.raises(DraftError, match=why):
        read_draft(filled_draft(**{old: new}), FRAME)
