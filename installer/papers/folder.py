# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers written into a folder: each as a page to read and as a PDF to print.

Source: docs/spec/papers.md "Files".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from consent.store.files import write_over
from installer.papers.blocks import Paper
from installer.papers.page import html
from installer.papers.pdf import pdf


@dataclass(frozen=True, slots=True)
class Folder:
    """Where papers go; it is made when the first one comes. They may hold names."""

    path: Path

    def put(self, name: str, papers: Sequence[Paper]) -> list[Path]:
        """Write papers of one language as NAME.LANG.html and NAME.LANG.pdf."""
        stem = f"{name}.{papers[0].lang.value}"
        printed = pdf([html([one]) for one in papers])
        return [
            self.put_text(f"{stem}.html", html(papers)),
            self._put(f"{stem}.pdf", printed),
        ]

    def put_text(self, name: str, text: str) -> Path:
        """Write a file of text."""
        return self._put(name, text.encode("utf-8"))

    def _put(self, name: str, data: bytes) -> Path:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self.path / name
        write_over(file, data)
        return file
