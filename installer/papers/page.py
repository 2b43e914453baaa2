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
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from installer.papers.blocks import Paper, Section

TEMPLATES: Final = Path(__file__).parent / "templates"
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
