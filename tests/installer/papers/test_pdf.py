# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF is A4, tagged and bookmarked, and its renderer asks for nothing."""

import re
import zlib
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from consent.documents.fields import Band, Lang
from installer.papers import page
from installer.papers.agreed import Agreed
from installer.papers.annex import annex
from installer.papers.blocks import Paper
from installer.papers.letter import letter
from installer.papers.notice import notice
from installer.papers.pdf import Nothing, pdf
from tests.fakes.agreed import agreed
from tests.installer.papers.every import OLD, YOUNG


def _letter(held: Agreed) -> Paper:
    return letter(held, Lang.NL, YOUNG)


def _notice(held: Agreed) -> Paper:
    return notice(held, Lang.NL, Band.TEN_AND_UP)


def opened(made: bytes) -> str:
    """Give all objects of a PDF as text, streams unpacked."""
    parts = [made.decode("latin-1")]
    for stream in re.findall(rb"(?s)stream\r?\n(.*?)\r?\nendstream", made):
        try:
            parts.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(parts)


def test_a_paper_is_tagged_and_says_what_it_is() -> None:
    text = opened(pdf([page.html([annex(agreed(), Lang.NL)])]))
    assert "/MarkInfo" in text
    assert "/StructTreeRoot" in text
    assert "/Lang (nl)" in text
    assert "pdfuaid:part" in text
    assert "/DisplayDocTitle true" in text
    assert "/Outlines" in text
    assert "Bijlage bij het schoolreglement" in text
    assert "/JavaScript" not in text
    assert "/URI" not in text
    sizes = set(re.findall(r"/MediaBox \[([^\]]*)\]", text))
    assert {tuple(round(float(n)) for n in size.split()) for size in sizes} == {
        (0, 0, 595, 842)
    }


def test_each_letter_begins_on_the_front_of_a_sheet() -> None:
    letters = [letter(agreed(), Lang.NL, home) for home in (YOUNG, OLD)]
    pages = [page.html([one]) for one in letters]
    alone = [opened(pdf([one])).count("/MediaBox") for one in pages]
    both = opened(pdf(pages)).count("/MediaBox")
    assert both == alone[0] + alone[0] % 2 + alone[1]


@pytest.mark.parametrize(
    "wish",
    [
        '<img src="file:///etc/hostname">',
        '<img src="https://x.example/a.png">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        '<style>@import "https://x.example/a.css";</style>',
        "<style>@font-face { font-family: x; src: url(file:///x.otf) }</style>",
        '<img src="data:image/png;base64,AAAA">',
        '<svg><image href="file:///etc/hostname"/></svg>',
        '<object data="file:///etc/hostname"></object>',
        '<link rel="attachment" href="file:///etc/hostname">',
    ],
)
def test_S10_the_renderer_reads_no_file_and_no_network(
    wish: str, caplog: pytest.LogCaptureFixture
) -> None:
    page = f"<!DOCTYPE html><html lang=nl><title>x</title><p>x</p>{wish}"
    with pytest.raises(FatalURLFetchingError):
        pdf([page])
    caplog.clear()  # inside a drawing the library tells it too


def test_no_address_of_any_kind_is_fetched() -> None:
    for address in ("file:///x", "https://x.example", "data:,x", "ftp://x"):
        with pytest.raises(FatalURLFetchingError):
            Nothing().fetch(address)


def lines_on_paper(page: str) -> list[str]:
    """List the lines that lie inside their sheet, as the renderer placed them."""
    return [
        box.text
        for sheet in HTML(string=page, url_fetcher=Nothing()).render().pages
        for box in sheet._page_box.descendants()  # noqa: SLF001 -- where lines lie
        if hasattr(box, "text") and box.position_y + box.height <= sheet.height
    ]


@pytest.mark.parametrize("make", [_letter, _notice])
def test_every_word_of_a_long_council_is_on_paper(
    make: Callable[[Agreed], Paper],
) -> None:
    """Four thousand signs pass a page; none may fall off its edge."""
    words = [f"woord{n:03}" for n in range(440)]
    council = replace(agreed().charter.council, text=" ".join(words))
    held = agreed(council=council)
    lines = " ".join(lines_on_paper(page.html([make(held)])))
    assert [word for word in words if word not in lines] == []
