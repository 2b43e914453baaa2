# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.wording.notice: short words, the same in each language, and hashed."""

import hashlib
import re
from itertools import product

import pytest

from consent.documents.fields import Band, Lang
from consent.purpose import PICTURES, Purpose
from consent.wording import notice
from consent.wording.parts import PAGE_KEYS
from tests.consent.wording.reading import lix, sentences

BOTH = list(product(Lang, Band))
JARGON = re.compile(
    r"verwerking|grondslag|betrokkene|toestemming|controller|processing|consent"
    r"|traitement|consentement|responsable",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("lang", "band"), BOTH)
def test_R53_every_text_is_easy_to_read(lang: Lang, band: Band) -> None:
    page = notice.notice_text(lang, band)
    parts = sentences(page)
    assert lix(page) <= 25
    assert max(map(len, parts)) <= 14
    assert sum(map(len, parts)) / len(parts) <= 9
    for text in notice.texts(lang, band).values():
        assert not JARGON.search(text)
        assert max(map(len, sentences(text))) <= 14


@pytest.mark.parametrize(("lang", "band"), BOTH)
@pytest.mark.parametrize("purpose", sorted(PICTURES))
def test_R52_a_question_has_three_headings_and_80_words(
    lang: Lang, band: Band, purpose: Purpose
) -> None:
    asked = notice.question(purpose, lang, band)
    headings = {
        Lang.NL: ["Wat", "Waarom", "Afspraken"],
        Lang.EN: ["What", "Why", "Agreed"],
        Lang.FR: ["Quoi", "Pourquoi", "Accords"],
    }
    parts = (asked.what, asked.why, asked.agreed)
    assert [part.heading for part in parts] == headings[lang]
    assert len(asked.text.split()) <= 80
    assert asked.text.splitlines()[0] == asked.title
    assert asked.text.splitlines()[-1] == asked.foot


@pytest.mark.parametrize(("lang", "band"), BOTH)
def test_R55_every_language_has_the_same_headings(lang: Lang, band: Band) -> None:
    assert len(notice.sections(lang, band)) == len(PAGE_KEYS)


@pytest.mark.parametrize(("lang", "band"), BOTH)
def test_the_age_in_the_text_is_the_charters(lang: Lang, band: Band) -> None:
    ages = {age: notice.notice_text(lang, band, age) for age in range(13, 19)}
    assert len(set(ages.values())) == 6
    assert not any("{" in text for text in ages.values())


def test_R51_a_hash_names_the_exact_words() -> None:
    text = notice.notice_text(Lang.NL, Band.TEN_AND_UP)
    assert notice.notice_hash(text) == hashlib.sha256(text.encode()).hexdigest()
    assert notice.notice_hash(text + " ") != notice.notice_hash(text)


def test_a_charter_lists_every_text_once() -> None:
    refs = notice.notice_refs()
    assert len({(ref.id, ref.lang, ref.band) for ref in refs}) == len(refs) == 24
    shown = notice.texts(Lang.EN, Band.SIX_TO_NINE)["view"]
    assert notice.notice_hash(shown) in {ref.sha256 for ref in refs}


def test_nothing_is_asked_about_attention_or_share() -> None:
    with pytest.raises(KeyError):
        notice.question(Purpose.ATTENTION, Lang.NL, Band.TEN_AND_UP)


def test_no_question_promises_that_letters_are_gone() -> None:
    page = notice.notice_text(Lang.NL, Band.TEN_AND_UP)
    assert "Grote letters kan je leraar soms raden." in page
    assert "foto" in page
