# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a paper, from a text file in its language to blocks.

In `texts/<lang>/<paper>.toml` a section is a list of lines. The first signs of a line
say what it is: `- ` a bullet, `# ` a small heading, `* ` the key sentence, `_3 ` three
lines to fill in, `~ ` places to sign, `@name` a table of the file or a block made by
code, and nothing a paragraph. `?flag ` before all that: only where the flag holds;
`?-flag `: only where it does not. Signs are read before facts are put in, so a fact is
always text.

Source: docs/spec/papers.md "Texts".
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from consent.documents.fields import Lang
from installer.papers.blocks import (
    Blank,
    Block,
    Bullets,
    Heading,
    Key,
    Look,
    Section,
    Signatures,
    Table,
    Text,
)

TEXTS: Final = Path(__file__).parent / "texts"
_FLAG: Final = re.compile(r"\?(-?)([a-z_]+) ")
_SIGN: Final = re.compile(r"(- |# |\* |@|~ |_\d )?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is put into the words of a paper.

    Attributes:
        words: by name, for `{name}`.
        flags: by name, whether they hold; a name that is missing is a bug.
        blocks: by name, for `@name`.
    """

    words: Mapping[str, str]
    flags: Mapping[str, bool]
    blocks: Mapping[str, Sequence[Block]] = field(default_factory=dict)

    def holds(self, line: str) -> bool:
        """Say whether a line is for this paper."""
        found = _FLAG.match(line)
        return found is None or self.flags[found[2]] is not bool(found[1])

    def say(self, line: str) -> str:
        """Give a line without its flag, facts put in."""
        return _FLAG.sub("", line, count=1).format_map(self.words)


@dataclass(frozen=True, slots=True)
class Written:
    """A paper's words with all facts in them."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]


def write(name: str, lang: Lang, facts: Facts) -> Written:
    """Write a paper's words.

    Raises:
        KeyError: the text names a fact, flag or block that nobody gave: a bug.
    """
    held = source(name, lang)
    tables = held.get("tables", {})
    return Written(
        facts.say(held["title"]),
        _said(held.get("lead", ()), facts),
        tuple(
            _section(part, tables, facts)
            for part in held.get("section", ())
            if facts.holds(part.get("when", ""))
        ),
    )


def words(lang: Lang) -> Mapping[str, Any]:
    """Give the small words that code puts together."""
    return source("words", lang)


@cache
def source(name: str, lang: Lang) -> dict[str, Any]:
    """Read a text file; each is read once."""
    return tomllib.loads((TEXTS / lang.value / f"{name}.toml").read_text("utf-8"))


def _section(
    part: Mapping[str, Any], tables: Mapping[str, Any], facts: Facts
) -> Section:
    lines = [line for line in part["lines"] if facts.holds(line)]
    return Section(
        facts.say(part["heading"]),
        tuple(_blocks(lines, tables, facts)),
        is_new_page=facts.holds(part["new_page"]) if "new_page" in part else False,
        is_beside=part.get("beside", False),
    )


def _blocks(
    lines: Iterable[str], tables: Mapping[str, Any], facts: Facts
) -> Iterable[Block]:
    signed = [_signed(line) for line in lines]
    for sign, group in groupby(signed, lambda one: one[0]):
        texts = [text for _, text in group]
        if sign == "- ":
            yield Bullets(tuple(text.format_map(facts.words) for text in texts))
            continue
        for text in texts:
            yield from _block(sign, text, tables, facts)


def _signed(line: str) -> tuple[str, str]:
    found = _SIGN.fullmatch(_FLAG.sub("", line, count=1))
    assert found is not None  # noqa: S101 -- the pattern takes any text
    return found[1] or "", found[2]


def _block(
    sign: str, text: str, tables: Mapping[str, Any], facts: Facts
) -> Sequence[Block]:
    if sign == "@":
        made = facts.blocks.get(text)
        return [_table(tables[text], facts)] if made is None else made
    said = text.format_map(facts.words)
    if sign.startswith("_"):
        return [Blank(said, int(sign[1]))]
    if sign == "~ ":
        return [Signatures(tuple(said.split(" | ")))]
    if sign == "# ":
        return [Heading(said)]
    return [Key(said) if sign else Text(said)]


def _table(held: Mapping[str, Any], facts: Facts) -> Table:
    rows = [row for row in held["rows"] if facts.holds(row[0])]
    return Table(
        Look(held["look"]),
        facts.say(held.get("caption", "")),
        _said(held.get("head", ()), facts),
        tuple(_said(row, facts) for row in rows),
    )


def _said(lines: Iterable[str], facts: Facts) -> tuple[str, ...]:
    return tuple(facts.say(line) for line in lines if facts.holds(line))
