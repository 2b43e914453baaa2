# SPDX-License-Identifier: GPL-3.0-or-later
"""The annex to the school rules informs and is not consent."""

import pytest

from consent.documents.fields import Lang
from installer.papers.annex import annex
from installer.papers.blocks import Key
from tests.fakes.agreed import agreed
from tests.installer.papers.every import LANGS

SAID = {
    Lang.NL: "Deze bijlage informeert. Ze is geen toestemming.",
    Lang.EN: "This annex informs. It is not consent.",
}
HEADINGS = {
    Lang.NL: ["", "De aard", "Het doel", "De afspraken", "Wie sprak hierover?"],
    Lang.EN: [
        "",
        "The nature",
        "The purpose",
        "The agreements",
        "Who talked about this?",
    ],
}


@pytest.mark.parametrize("lang", LANGS)
def test_R49_the_first_thing_it_says_is_that_it_is_no_consent(lang: Lang) -> None:
    first = annex(agreed(), lang).sections[0].blocks[0]
    assert first == Key(SAID[lang])


@pytest.mark.parametrize("lang", LANGS)
def test_R49_R52_it_has_the_three_headings_a_council_asked_for(lang: Lang) -> None:
    assert [s.heading for s in annex(agreed(), lang).sections] == HEADINGS[lang]
