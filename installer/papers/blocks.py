# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paper is made of, as plain values. How it looks is in the templates."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias

from consent.documents.fields import Lang

LEFT_OUT: Final = "–"
"""What stands where a number was left out."""


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A small heading inside a section."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short lines."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The one sentence of a paper that must not be missed."""

    kind: ClassVar[str] = "key"
    text: str


class Look(StrEnum):
    """How a table is set."""

    GRID = "grid"  # words
    FACTS = "facts"  # a question and its answer
    NUMBERS = "numbers"
    PRINTS = "prints"  # long numbers that nobody reads aloud


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading row; the first cell of a row names it."""

    kind: ClassVar[str] = "table"
    look: Look
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words, line ends kept."""

    kind: ClassVar[str] = "quote"
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Something a person still fills in, on ruled lines."""

    kind: ClassVar[str] = "blank"
    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, beside each other."""

    kind: ClassVar[str] = "signatures"
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One question on a form, with its boxes: same size, none chosen."""

    question: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Questions to answer with a cross."""

    kind: ClassVar[str] = "form"
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One question as the pupil gets it on the screen."""

    kind: ClassVar[str] = "card"
    title: str
    parts: tuple[tuple[str, str], ...]
    foot: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Qr:
    """A square code, what it holds in readable form, and what it is for."""

    kind: ClassVar[str] = "qr"
    label: str
    size: int  # modules on a side, the white edge included
    path: str  # the dark modules, as an SVG path of whole numbers
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its number in words; nothing is said by colour alone."""

    label: str
    part: float | None  # of the longest, 0 to 1; None: the number is left out
    said: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars beside each other's numbers."""

    kind: ClassVar[str] = "chart"
    title: str
    bars: tuple[Bar, ...]


Block: TypeAlias = (
    Text
    | Heading
    | Bullets
    | Key
    | Table
    | Quote
    | Blank
    | Signatures
    | Form
    | Card
    | Qr
    | Chart
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]
    is_new_page: bool = False
    is_beside: bool = False  # in two columns with its neighbours, on wide paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper for one reader.

    Attributes:
        lang: the language of all of it.
        title: what the reader sees first; also the file's title.
        issuer: the school.
        lead: the first sentences, larger.
        marks: lines under the title: agreements, dates, addressee.
        warnings: what must be said on it: a draft, a demo.
        sections: the rest.
        foot: where all this comes from.
        is_large: for the youngest readers.
    """

    lang: Lang
    title: str
    issuer: str
    lead: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sections: tuple[Section, ...] = field(default=())
    foot: str = ""
    is_large: bool = False
