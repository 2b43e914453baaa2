# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF is A4, tagged and bookmarked, and its renderer asks for nothing."""

import re
import zlib

import pytest
from weasyprint.urls import FatalURLFetchingError

from consent.documents.fields import Lang
from installer.papers import page
from installer.papers.annex import annex
from installer.papers.letter import letter
from installer.papers.pdf import Nothing, pdf
from tests.fakes.agreed import agreed
from tests.installer.papers.every import OLD, YOUNG


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
