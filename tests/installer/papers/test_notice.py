# SPDX-License-Identifier: GPL-3.0-or-later
"""The notice has the very words of the wording, and their hashes."""

from itertools import product

import pytest

from consent.documents.fields import Band, Lang
from consent.purpose import PICTURES, Purpose
from consent.wording import notice as wording
from installer.papers.blocks import Card, Look, Paper, Table, Text
from installer.papers.notice import notice
from tests.fakes.agreed import agreed, purposes
from tests.installer.papers.every import LANGS

BOTH = list(product(LANGS, Band))


def cards(paper: Paper) -> list[Card]:
    """List the questions."""
    return [b for s in paper.sections for b in s.blocks if isinstance(b, Card)]


def tables(paper: Paper) -> list[Table]:
    """List the tables."""
    return [b for s in paper.sections for b in s.blocks if isinstance(b, Table)]


@pytest.mark.parametrize(("lang", "band"), BOTH)
def test_R51_the_page_is_the_text_that_is_hashed(lang: Lang, band: Band) -> None:
    held = agreed()
    paper = notice(held, lang, band)
    said = [paper.title, *paper.lead]
    for section in paper.sections[:9]:
        (text,) = section.blocks
        assert isinstance(text, Text)
        said += [section.heading, text.text]
    assert "\n".join(said) == wording.notice_text(lang, band)
    listed = {(ref.id, ref.lang, ref.band): ref.sha256 for ref in held.charter.notices}
    printed = [row[1] for row in tables(paper)[0].rows]
    ids = ("page", "overview", "view", "show")
    assert printed == [listed[id_, lang, band] for id_ in ids]


@pytest.mark.parametrize(("lang", "band"), BOTH)
def test_R51_R52_a_question_is_the_one_on_the_screen(lang: Lang, band: Band) -> None:
    shown = cards(notice(agreed(), lang, band))
    asked = [wording.question(one, lang, band) for one in Purpose if one in PICTURES]
    for card, question in zip(shown, asked, strict=True):
        lines = [line for part in card.parts for line in part]
        assert "\n".join([card.title, *lines, card.foot]) == question.text
        assert len(card.parts) == 3
        assert len(card.boxes) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_R52_every_item_of_article_13_has_its_row(lang: Lang) -> None:
    law = tables(notice(agreed(), lang, Band.TEN_AND_UP))[1]
    articles = " ".join(
        row[2].translate({40: None, 41: None, 46: None}) for row in law.rows
    )
    wanted = "131a 131b 131c 131e 132a 132b 132c 132d 132e 132f".split()  # noqa: SIM905
    assert [item for item in wanted if item not in articles] == []


def test_what_the_school_does_not_use_is_not_asked() -> None:
    paper = notice(agreed(purposes=purposes(Purpose.SHARE)), Lang.NL, Band.TEN_AND_UP)
    assert cards(paper) == []
    assert "klein beeld" not in str(tables(paper)[0].rows)


def test_the_age_is_the_charters() -> None:
    refs = wording.notice_refs(guardian_age=16)
    held = agreed(guardian_age=16, notices=refs)
    assert "Ben je nog geen zestien?" in str(notice(held, Lang.NL, Band.TEN_AND_UP))


def test_the_youngest_get_larger_letters() -> None:
    assert notice(agreed(), Lang.NL, Band.SIX_TO_NINE).is_large
    assert not notice(agreed(), Lang.NL, Band.TEN_AND_UP).is_large


def test_the_marks_are_those_of_what_is_used() -> None:
    some = purposes(Purpose.OVERVIEW, Purpose.ATTENTION)
    paper = notice(agreed(purposes=some), Lang.EN, Band.SIX_TO_NINE)
    (prints,) = [
        one
        for section in paper.sections
        for one in section.blocks
        if isinstance(one, Table) and one.look is Look.PRINTS
    ]
    assert [row[0] for row in prints.rows] == ["This sheet", "Question: small picture"]
    assert not any(section.is_new_page for section in paper.sections)
