# SPDX-License-Identifier: GPL-3.0-or-later
"""A page shows text as text, loads nothing, and stays as it was read."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.documents.fields import Lang
from installer.papers import page
from installer.papers.blocks import Look, Paper, Quote, Section, Table, Text
from tests.fakes.agreed import agreed
from tests.installer.papers.every import GOLDEN, every, golden

EVIL = (
    "<script>alert(1)</script>",
    "{{7*7}}",
    "{% for x in y %}",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "<svg><use href='https://x.example/a.svg#b'/></svg>",
    "&lt;b&gt; &#60;i&#62;",
    "</style><link rel=stylesheet href=//x.example>",
    "]]><!-- x",
)
WORDS = (
    "html head meta title style body article header footer section div "
    "p span br h1 h2 h3 ul li table caption thead "
    "tbody tr th td blockquote figure figcaption dl dt dd svg "
    "path circle rect"
)
TAGS_OF_OURS = frozenset(WORDS.split())


class Reader(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.seen: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


def told(text: str) -> Paper:
    """Put a text wherever a paper has one."""
    return Paper(
        lang=Lang.NL,
        title=text,
        issuer=text,
        lead=(text,),
        marks=(text,),
        sections=(
            Section(text, (Text(text), Quote(text, text))),
            Section("", (Table(Look.GRID, text, (text,), ((text, text),), (text,)),)),
        ),
        foot=text,
    )


@pytest.mark.parametrize("text", EVIL)
def test_S10_text_from_documents_stays_text(text: str) -> None:
    made = page.html([told(text)])
    clean = page.html([told("x")])
    assert Reader(made).tags == Reader(clean).tags
    assert made.count("<") == clean.count("<")
    assert text in "".join(Reader(made).seen)


@given(st.text(max_size=40))
def test_S10_no_text_makes_a_tag(text: str) -> None:
    made = page.html([told(text)])
    assert set(Reader(made).tags) <= TAGS_OF_OURS


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200f", "\x00", "\x1b", "\u2028"]
)
def test_S10_what_hides_or_turns_text_is_shown(sign: str) -> None:
    made = page.html([told(f"lief{sign}feil")])
    assert sign not in made
    assert f"lief{page.STRANGE}feil" in made


def test_S10_letters_of_every_language_stay() -> None:
    for name in ("Zoë Ñáñez", "أمينة", "שרה", "李雷", "Łukasz"):
        assert name in page.html([told(name)])


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    for _, paper in every(agreed(), Lang.NL):
        read = Reader(page.html([paper]))
        names = {name for name, _ in read.attributes}
        assert set(read.tags) <= TAGS_OF_OURS
        assert not {name for name in names if name.startswith("on")}
        assert not names & {"href", "src", "style", "action", "srcset", "xlink:href"}
        assert "url(" not in page.html([paper])


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    made = page.html([told("x")])
    style = re.search(r"(?s)<style>(.*)</style>", made)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'"
    ) in made


def test_no_template_turns_escaping_off() -> None:
    for file in page.TEMPLATES.rglob("*.html"):
        text = file.read_text("utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup|\bdo\b", text), file.name


def test_a_name_that_nobody_gave_is_an_error() -> None:
    environment = page._templates()  # noqa: SLF001 -- its strictness is the point
    with pytest.raises(Exception, match="undefined"):
        environment.from_string("{{ nobody }}").render()


def test_R46_R49_R56_every_paper_is_as_it_was_read_and_agreed() -> None:
    """A changed word shows here: read it, then write the golden files anew."""
    held = {file.name: file.read_text("utf-8") for file in GOLDEN.iterdir()}
    made = golden()
    assert sorted(held) == sorted(made)
    for name, text in made.items():
        assert text == held[name], f"{name}: python -m tests.installer.papers.every"


def test_sections_beside_each_other_are_cut_where_both_sides_are_as_high() -> None:
    def beside(lines: int) -> Section:
        return Section("h", (Text("x" * page.LINE_SIGNS * lines),), is_beside=True)

    high, low = beside(9), beside(2)
    (group,) = page._groups([high, low, low, low])  # noqa: SLF001 -- how it is cut is the point
    assert group.halves == ((high,), (low, low, low))
    (group,) = page._groups([low, low, low, high])  # noqa: SLF001 -- (idem)
    assert group.halves == ((low, low, low), (high,))
    long = [low] * (page.MOST_BESIDE + 1)
    for passes in (long, [low, beside(page.MOST_LINES)]):  # may pass a page
        (group,) = page._groups(passes)  # noqa: SLF001 -- (idem)
        assert group.is_long
        assert group.halves == (tuple(passes),)
    assert [g.is_beside for g in page._groups([low, Section("h", ()), low])] == [  # noqa: SLF001 -- (idem)
        True, False, True,
    ]  # fmt: skip
