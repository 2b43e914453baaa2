# SPDX-License-Identifier: GPL-3.0-or-later
"""Every paper there is, of made-up agreements and figures; and their golden files.

`python -m tests.installer.papers.every` writes the golden files anew.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from consent.documents.fields import Band, Lang
from installer.papers import page
from installer.papers.agreed import Agreed
from installer.papers.annex import annex
from installer.papers.blocks import Paper
from installer.papers.council import council_report
from installer.papers.dpia import dpia
from installer.papers.figures import Figures, figures
from installer.papers.letter import Home, letter
from installer.papers.notice import notice
from installer.papers.register_counts import ClassCount
from installer.papers.ropa import ropa
from installer.papers.usage import Measure, Usage
from tests.fakes.agreed import NOW, agreed

GOLDEN: Final = Path(__file__).parent / "golden"
LANGS: Final = (Lang.NL, Lang.EN)
YOUNG = Home("1A", "Amina Bakker", NOW.date() + timedelta(days=200))
OLD = Home("5B", "Bram Dries", NOW.date() - timedelta(days=200))
WHOLE = Home("1A")
COUNTS: Final = (
    ClassCount("1A", 24, 6, 0, 14),
    ClassCount("1B", 22, 9, 1, 12),
    ClassCount("2A", 19, 3, 0, 9),
    ClassCount("BuSO", 4, 1, 1, 2),
)


def some_figures(*, used: bool = True) -> Figures:
    """Give figures of four classes and three weeks."""
    if not used:
        return figures(COUNTS, Usage({}))
    weeks = [date(2026, 11, 2) + timedelta(weeks=n) for n in range(3)]
    counts = {
        (measure, week, name): (at * 7 + row * 5 + len(measure)) % 13
        for measure in Measure
        for at, week in enumerate(weeks)
        for row, name in enumerate(("1A", "1B", "2A"))
    }
    return figures(COUNTS, Usage(counts, strange=2))


def every(held: Agreed, lang: Lang) -> Iterator[tuple[str, Paper]]:
    """Make every paper in one language."""
    yield "notice-10", notice(held, lang, Band.TEN_AND_UP)
    yield "notice-6", notice(held, lang, Band.SIX_TO_NINE)
    yield "dpia", dpia(held, lang)
    yield "ropa", ropa(held, lang)
    yield "rules-annex", annex(held, lang)
    yield "letter-young", letter(held, lang, YOUNG)
    yield "letter-old", letter(held, lang, OLD)
    yield "letter-class", letter(held, lang, WHOLE)
    yield "council-report", council_report(held, lang, some_figures())
    yield "council-unused", council_report(held, lang, some_figures(used=False))


def golden() -> dict[str, str]:
    """Give every paper as its golden file has it: the page without its style."""
    found = {}
    for lang in LANGS:
        for name, paper in every(agreed(), lang):
            text = re.sub(r"(?s)<style>.*</style>", "", page.html([paper]))
            found[f"{name}.{lang.value}.html"] = re.sub(
                r"sha256-[^']*|<path d=\"M4 4[^\"]*\"", "", text
            )
    return found


if __name__ == "__main__":
    for file, text in golden().items():
        (GOLDEN / file).write_text(text, "utf-8")
