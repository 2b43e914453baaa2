# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page and a question are made of.

Source: docs/spec/consent.md, "Words"; docs/rights.md R-52, R-53, R-55.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from consent.documents.fields import Band
from consent.purpose import Purpose

PAGE_KEYS: Final = (
    "who",
    "what",
    "never",
    "when",
    "no",
    "age",
    "looked",
    "gone",
    "wrong",
    "chose",
)


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the page and the plain sentences under it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one purpose: what, why, and what was agreed. No names."""

    title: str
    what: Section
    why: Section
    agreed: Section
    foot: str

    @property
    def text(self) -> str:
        """Give the exact words, line by line; this is what is hashed."""
        sections = (self.what, self.why, self.agreed)
        lines = [
            line for section in sections for line in (section.heading, section.text)
        ]
        return "\n".join([self.title, *lines, self.foot])


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one language."""

    pages: Mapping[Band, tuple[Section, ...]]  # in the order of PAGE_KEYS
    questions: Mapping[tuple[Purpose, Band], Question]
    ages: tuple[str, ...]  # thirteen to eighteen
