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
EMPTY: Final = "<!DOCTYPE html><title>-</title><style>@page { size: A4 }</style>"


class Nothing(URLFetcher):
    """Fetches nothing: whatever a page asks for ends the work."""

    def fetch(self, url: str, headers: object = None) -> NoReturn:  # noqa: ARG002 -- the library's own shape
        """Refuse an address of any kind.

        Raises:
            FatalURLFetchingError: always; the page is ours, so it is a bug in it.
        """
        raise FatalURLFetchingError(f"a paper asked for {url[:80]}")


def pdf(papers: Sequence[str]) -> bytes:
    """Write pages one behind the other, each with page numbers of its own.

    Each begins on the front of a sheet, also where both sides are printed.
    """
    fonts = FontConfiguration()
    first, *others = (_render(paper, fonts) for paper in papers)
    pages = list(first.pages)
    for other in others:
        if len(pages) % 2:
            pages += _render(EMPTY, fonts).pages
        pages += other.pages
    whole = first.copy(pages)
    written: bytes = whole.write_pdf(pdf_variant=VARIANT, pdf_tags=True)
    return written


def _render(paper: str, fonts: FontConfiguration) -> Document:
    page = HTML(string=paper, url_fetcher=Nothing())
    return page.render(fonts, pdf_variant=VARIANT, pdf_tags=True)
