# SPDX-License-Identifier: GPL-3.0-or-later
"""A page as a PDF: A4, tagged, with bookmarks. The renderer reads no file, no network.

Source: docs/spec/papers.md "PDF"; PDF/UA-1 (ISO 14289-1).
"""

from collections.abc import Sequence
from typing import Final, NoReturn

from weasyprint import HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

VARIANT: Final = "pdf/ua-1"
EMPTY: Final = (
    "<!DOCTYPE html><html lang=und><title>-</title><style>@page { size: A4 }</style>"
)


class Nothing(URLFetcher):  # type: ignore[misc] # the library has no types
    """Fetches nothing, and remembers whether anything was asked for."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=())
        self.asked = ""

    def fetch(self, url: str, headers: object = None) -> NoReturn:  # noqa: ARG002 -- the library's own shape
        """Refuse an address of any kind.

        Raises:
            FatalURLFetchingError: always. The page is ours, so it is a bug in it.
        """
        self.asked = url[:80]
        raise FatalURLFetchingError(f"A paper asked for {self.asked}.")


def pdf(papers: Sequence[str]) -> bytes:
    """Write pages one behind the other, each with page numbers of its own.

    Each begins on the front of a sheet, also where both sides are printed.
    """
    fonts, nothing = FontConfiguration(), Nothing()
    first, *others = (_render(paper, fonts, nothing) for paper in papers)
    pages = list(first.pages)
    for other in others:
        if len(pages) % 2:
            pages += _render(EMPTY, fonts, nothing).pages
        pages += other.pages
    whole = first.copy(pages)
    written: bytes = whole.write_pdf(pdf_variant=VARIANT)
    if nothing.asked:  # inside a drawing the library swallows a refusal
        raise FatalURLFetchingError(f"A paper asked for {nothing.asked}.")
    return written


def _render(paper: str, fonts: FontConfiguration, nothing: Nothing) -> Document:
    page = HTML(string=paper, url_fetcher=nothing)
    return page.render(fonts, pdf_variant=VARIANT)
