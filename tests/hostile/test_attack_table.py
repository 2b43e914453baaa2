# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of attacks on the lists: each code, sentence and test in it is real."""

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from consent.documents.fields import Lang
from consent.ledger.checks.finding import WORDS as CHECKED
from consent.ledger.plain import WORDS as READ

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "spec" / "ledger.md").read_text("utf-8")
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| `([a-z_.]+)` \| ([^|]+) \| ([^|]+) \|$")
OF_THE_PUPIL = re.compile(r"(trouble|by|gap)\.")
JARGON = re.compile(
    r"\b(merkle|hash\w*|checkpoint\w*|leaf|leaves|origin|ledger|fork\w*|epoch|commit\w*)\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(bedro\w+|knoei\w+|vals\w*|schuld\w*|fraud\w*|cheat\w*|lie[sd]?|lying|guilty"
    r"|fault|triche\w*|mensonge\w*|coupable\w*|falsifi\w*)\b",
    re.IGNORECASE,
)
ATTACKS = (
    "left out", "edited", "another order", "deleted", "put back", "rolled back",
    "for each pupil", "forked", "forged", "old command again", "used twice", "erased",
)  # fmt: skip


def rows() -> list[tuple[str, ...]]:
    section = PAGE.split("## Attacks\n", 1)[1].split("\n## ", 1)[0]
    found = [ROW.match(line) for line in section.splitlines()]
    return [row.groups() for row in found if row is not None]


def words(code: str, lang: Lang) -> str:
    table: Mapping[str, str] = (READ if OF_THE_PUPIL.match(code) else CHECKED)[lang]
    return table[code].rpartition("|")[2]


def sources() -> dict[str, str]:
    """Give each test's own text, with what it is given."""
    found = {}
    for path in TESTS.rglob("test_*.py"):
        text = path.read_text("utf-8")
        lines = text.splitlines()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min(x.lineno for x in (node, *node.decorator_list))
                found[node.name] = "\n".join(lines[first - 1 : node.end_lineno])
    return found


def test_every_sort_of_attack_has_its_row() -> None:
    told = " / ".join(row[0] for row in rows())
    assert [one for one in ATTACKS if one not in told] == []


def test_the_page_says_what_is_read() -> None:
    told = {code: said for _, _, code, said, _ in rows()}
    assert told == {code: words(code, Lang.EN) for code in told}


def test_each_test_is_there_and_looks_for_what_its_row_says() -> None:
    texts = sources()
    for _, _, code, _, named in rows():
        names = re.findall(r"`(test_\w+)`", named)
        assert set(names) <= set(texts), code
        what = code.rpartition(".")[2] if code != "gap.one" else "gap"
        assert any(what in texts[name].lower() for name in names), code


@pytest.mark.parametrize("lang", list(Lang))
def test_no_sentence_blames_or_needs_another_word(lang: Lang) -> None:
    for _, _, code, _, _ in rows():
        said = words(code, lang)
        assert not JARGON.search(said), said
        assert not BLAME.search(said), said
        assert len(said) <= 180
