# SPDX-License-Identifier: GPL-3.0-or-later
"""A filled-in form becomes a charter, or a list of all that keeps it from being one."""

from zoneinfo import ZoneInfo

import pytest

from consent.documents.charter import Charter
from consent.documents.fields import Lang
from consent.purpose import Purpose
from installer.admin.charter_draft import Frame, read_draft
from installer.admin.charter_form import blank_form
from installer.admin.saying import text
from tests.fakes.office import NOW, filled_draft

FRAME = Frame("a" * 32, 1, NOW, ZoneInfo("Europe/Brussels"))


def faults(draft: str) -> list[str]:
    found = read_draft(draft, FRAME)
    assert not isinstance(found, Charter)
    return [text(Lang.NL, one) for one in found]


def test_a_filled_in_form_is_a_charter() -> None:
    charter = read_draft(filled_draft(), FRAME)
    assert isinstance(charter, Charter)
    assert charter.cidrs == ("10.20.0.0/16",)
    assert charter.caps(Purpose.VIEW).slot_seconds == 600
    assert charter.reason(Purpose.OVERVIEW, "help") is not None
    assert not charter.offers(Purpose.SHOW)
    assert charter.notices
    assert charter.council.held_on == NOW.date()


def test_a_date_may_stand_between_quotation_marks_and_a_text_on_two_lines() -> None:
    draft = filled_draft(
        **{
            "ingangsdatum = 2026-11-24": 'ingangsdatum = "2026-11-24"',
            'tekst = "ingevuld"': 'tekst = """Eerst dit.\n  Dan dat."""',
        }
    )
    charter = read_draft(draft, FRAME)
    assert isinstance(charter, Charter)
    assert charter.council.text == "Eerst dit. Dan dat."


def test_R41_R44_the_empty_form_names_every_blank() -> None:
    said = faults(blank_form(Lang.NL, NOW.date()))
    assert "Vul nog in: raad.tekst." in said
    assert "Vul nog in: raad.datum." in said
    assert "Vul nog in: netwerken.school." in said
    assert any("nee_heeft_geen_gevolgen: zet dit op true" in one for one in said)
    assert len(said) == 15


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("seconden = 120", "seconden = 121", "doelen.view.seconden: een getal van 1 "),
        ("breedte = 192", "breedte = 480", "beeld.breedte: kies uit 160, 192, 240"),
        (
            'grondslag = "toestemming"',
            'grondslag = "reglement"',
            "doelen.overview.grondslag: kies uit toestemming, algemeen belang",
        ),
        ("seconden = 900", "minuten = 15", "hoort hier niet: doelen.overview.minuten"),
        ("10.20.0.0/16", "8.8.8.0/24", "geen netwerk van de school zelf"),
        ("leeftijd_ouders = 13", "leeftijd_ouders = 12", "getal van 13 tot 18, niet"),
        (
            "nee_heeft_geen_gevolgen = true",
            "nee_heeft_geen_gevolgen = false",
            "nee_heeft_geen_gevolgen: zet dit op true",
        ),
        (
            "geldig_tot = 2027-08-31          #",
            "geldig_tot = 2029-08-31 #",
            "geldig_tot: van 2026-11-24 tot en met 2027-11-24",
        ),
        ("herzien_voor = 2027-06-30", 'herzien_voor = "soon"', "herzien_voor: een dat"),
        ("herzien_voor = 2027-06-30", "", "ontbreekt: herzien_voor"),
        ("[beeld]", "[beeld", "Regel 30: dit is geen geldig formulier"),
    ],
)
def test_R43_R44_a_form_that_asks_too_much_is_refused_with_the_reason(
    old: str, new: str, why: str
) -> None:
    said = faults(filled_draft(**{old: new}))
    assert len(said) == new.count("reglement") + 1
    assert why in said[0]
