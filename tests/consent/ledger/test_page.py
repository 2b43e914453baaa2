# SPDX-License-Identifier: GPL-3.0-or-later
"""The readable page: nothing a teacher wrote can become markup."""

from dataclasses import replace
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from consent.documents.fields import Lang
from consent.ledger.kinds import Chain, Kind
from consent.ledger.page import list_html
from tests.consent.ledger.test_plain import a_line, entry_of
from tests.fakes.records import MONDAY

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</td><script>alert(1)</script>",
    '"onmouseover="x',
    "&lt;b&gt; {0.__class__} %s",
)


class Reader(HTMLParser):
    """Counts what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(*texts: str, lang: Lang = Lang.NL) -> Reader:
    lines = [
        a_line(n, entry_of(Kind.SHARE, text=text)) for n, text in enumerate(texts, 1)
    ]
    page = list_html(
        [*lines, a_line(99, None)],
        lang=lang,
        zone=ZoneInfo("Europe/Brussels"),
        made=MONDAY,
        reasons={},
    )
    reader = Reader()
    reader.feed(page.decode("utf-8"))
    return reader


def test_S10_what_a_teacher_wrote_stays_text() -> None:
    calm, hostile = read(*["Dag."] * len(HOSTILE)), read(*HOSTILE)
    assert hostile.tags == calm.tags
    assert not {"script", "img", "iframe", "object", "link"} & set(hostile.tags)
    said = "".join(hostile.texts)
    assert all(text in said for text in HOSTILE)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_page_is_in_the_pupils_language(lang: Lang) -> None:
    reader = read("Dag.", lang=lang)
    titles = {Lang.NL: "Mijn inzage", Lang.EN: "My inzage", Lang.FR: "Mon inzage"}
    assert titles[lang] in reader.texts


def test_each_line_says_where_else_it_is_and_what_that_means() -> None:
    entry = entry_of(Kind.SHARE)
    alone, waits = a_line(1, entry), replace(a_line(2, entry), teacher="ab" * 32)
    page = list_html(
        [alone, waits, replace(waits, leaf=4)],
        lang=Lang.NL,
        zone=ZoneInfo("Europe/Brussels"),
        made=MONDAY,
        reasons={},
    ).decode("utf-8")
    assert "<td>1</td>" in page
    assert "<td>2 · nog niet bevestigd</td>" in page
    assert "<td>2 · bevestigd</td>" in page
    assert "“Nog niet bevestigd” betekent: het programma van je leraar" in page


def test_moments_are_those_of_the_school() -> None:
    assert "08-03-2027 10:20:00" in "".join(read("Dag.").texts)


@pytest.mark.parametrize(
    ("lang", "own"),
    [(Lang.NL, "eigen 12"), (Lang.EN, "own 12"), (Lang.FR, "propre 12")],
)
def test_a_number_is_of_one_line_alone(lang: Lang, own: str) -> None:
    shared = a_line(12, entry_of(Kind.SHARE))
    mine = replace(shared, sealed=replace(shared.sealed, chain=Chain.OWN))
    page = list_html(
        [mine, shared],
        lang=lang,
        zone=ZoneInfo("Europe/Brussels"),
        made=MONDAY,
        reasons={},
    ).decode("utf-8")
    assert page.count(f"<td>{own}</td>") == page.count("<td>12</td>") == 1


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        (Lang.NL, "2 · teruggekregen van het programma van &lt;b&gt;An"),
        (Lang.EN, "2 · given back by the program of &lt;b&gt;An"),
        (Lang.FR, "2 · rendu par le programme de &lt;b&gt;An"),
    ],
)
def test_R30_a_line_that_came_back_says_whose_program_gave_it(
    lang: Lang, says: str
) -> None:
    came = replace(a_line(2, entry_of(Kind.SHARE)), given="<b>An", teacher="ab" * 32)
    page = list_html(
        [came],
        lang=lang,
        zone=ZoneInfo("Europe/Brussels"),
        made=MONDAY,
        reasons={},
    ).decode("utf-8")
    assert f"<td>{says}</td>" in page
