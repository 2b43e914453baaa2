# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper as one page for a browser: no script, no link, nothing from elsewhere.

All text is escaped by the templates, whoever wrote it; what could turn its direction or
hide in it is shown as a mark. The page forbids itself to load anything.

Source: docs/spec/papers.md "Pages"; docs/rights.md S10.
"""

import base64
import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from installer.papers.blocks import Paper, Section

TEMPLATES: Final = Path(__file__).parent / "templates"
MOST_BESIDE: Final = 7  # sections
MOST_LINES: Final = 30  # of one section
LINE_SIGNS: Final = 46  # in half a page, about
HEADING_LINES: Final = 2.5
STRANGE: Final = "\N{REPLACEMENT CHARACTER}"
_CONTROLS: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_WANTED: Final = frozenset(
    "\n\u00ad\u200c\u200d"
)  # soft hyphen, and joining of letters


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that follow each other, beside or below."""

    is_beside: bool
    sections: tuple[Section, ...]

    @property
    def halves(self) -> tuple[tuple[Section, ...], ...]:
        """Give all sections; a few beside each other in two parts of like length.

        Cut here, because a renderer that balances columns lays them out ten times, and
        letters are many. A long run may pass a page and is left to the renderer.
        """
        if not self.is_beside or self.is_long or len(self.sections) == 1:
            return (self.sections,)
        high = [_lines(section) for section in self.sections]
        cuts = range(1, len(high))
        cut = min(cuts, key=lambda at: abs(sum(high[:at]) - sum(high[at:])))
        return self.sections[:cut], self.sections[cut:]

    @property
    def is_long(self) -> bool:
        """Say whether it may not fit on what is left of a page."""
        high = max(map(_lines, self.sections))
        return len(self.sections) > MOST_BESIDE or high > MOST_LINES


def html(papers: Sequence[Paper]) -> str:
    """Write papers of one language as one page; the first names it."""
    template = _templates().get_template("paper.html")
    return template.render(
        paper=papers[0], papers=list(papers), style_hash=_style_hash()
    )


def plain(value: object) -> object:
    """Put a mark in the place of each character that hides or turns text."""
    if not isinstance(value, str) or (value.isascii() and value.isprintable()):
        return value
    return "".join(STRANGE if _is_strange(c) else c for c in value)


def _is_strange(character: str) -> bool:
    if character in _WANTED:
        return False
    return unicodedata.category(character) in _CONTROLS


def _lines(section: Section) -> float:
    """Guess how many lines a section has in half a page."""
    texts = [text for block in section.blocks for text in _texts(astuple(block))]
    return HEADING_LINES + sum(len(text) // LINE_SIGNS + 1.5 for text in texts)


def _texts(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def _groups(sections: Sequence[Section]) -> list[Group]:
    found = groupby(sections, lambda section: section.is_beside)
    return [Group(beside, tuple(some)) for beside, some in found]


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=plain,
    )
    made.filters["groups"] = _groups
    return made


def _style_hash() -> str:
    text = _templates().get_template("paper.css").render()
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
