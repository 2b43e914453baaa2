# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of papers: same shape in both languages, readable, and no big promises."""

import re
import string
from typing import Any

import pytest

from consent.documents.charter import LegalBasis, Network
from consent.documents.fields import Lang
from consent.purpose import PICTURES, Purpose
from installer.papers import page, text
from installer.papers.blocks import (
    Blank,
    Bullets,
    Heading,
    Key,
    Quote,
    Signatures,
    Table,
    Text,
)
from installer.papers.text import Facts
from tests.consent.wording.reading import lix, sentences
from tests.fakes.agreed import agreed, purposes
from tests.installer.papers.every import LANGS, every

PAPERS = ("annex", "council", "dpia", "letter", "notice", "ropa")
FACTS = Facts({"name": "- @x"}, {"on": True, "off": False}, {"made": (Text("made"),)})
BANNED = re.compile(
    r"(?i)gdpr[- ](?:compliant|proof)|avg[- ](?:conform|proof)|compliant|waterdicht"
    r"|watertight|onkraakbaar|unbreakable|onmogelijk te|100\s?%|garande|guarante"
    r"|volledig veilig|perfectly safe|spion|spy|monitor(?:ing|en)\b"
)
JARGON = re.compile(
    r"(?i)verwerking|grondslag|betrokkene|toestemming|controller|processing|consent"
)


def lines(name: str, lang: Lang) -> list[str]:
    """List all lines of a paper's text file, signs and all."""
    held = text.source(name, lang)
    found = [held["title"], *held.get("lead", ())]
    for part in held.get("section", ()):
        found += [part["heading"], part.get("when", ""), *part["lines"]]
    for table in held.get("tables", {}).values():
        found += [table.get("caption", ""), *table.get("head", ())]
        found += [cell for row in table["rows"] for cell in row]
    return [*found, *held.get("words", {}).values()]


def shape(name: str, lang: Lang) -> list[tuple[Any, ...]]:
    """Give what a translation may not change: signs, flags, facts, blocks."""
    return [
        (
            re.findall(r"^\?-?[a-z_]+ ", line),
            re.findall(r"^(?:\?-?[a-z_]+ )?(- |# |\* |~ |_\d |@\w+)", line),
            sorted(field for _, field, _, _ in string.Formatter().parse(line) if field),
        )
        for line in lines(name, lang)
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_both_languages_say_the_same_things(name: str) -> None:
    assert shape(name, Lang.NL) == shape(name, Lang.EN)


def test_both_languages_have_the_same_small_words() -> None:
    def keys(held: dict[str, Any]) -> dict[str, Any]:
        return {k: keys(v) if isinstance(v, dict) else type(v) for k, v in held.items()}

    dutch, english = (text.source("words", lang) for lang in LANGS)
    assert keys(dutch) == keys(english)
    assert [len(lang["months"]) for lang in (dutch, english)] == [12, 12]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["letter", "notice"])
def test_R53_papers_for_homes_are_as_easy_as_those_for_pupils(
    name: str, lang: Lang
) -> None:
    held = text.source(name, lang)
    said = [part["heading"] for part in held["section"]]
    said += [line for part in held["section"] for line in part["lines"]]
    said += list(held.get("words", {}).values())
    plain = [re.sub(r"^(?:\?-?[a-z_]+ )?(?:- |\* |~ |_\d )?", "", one) for one in said]
    words = "\n".join(re.sub(r"\{\w+\}", "x", one) for one in plain if one[:1] != "@")
    parts = sentences(words)
    assert lix(words) <= 25
    assert max(map(len, parts)) <= 14
    assert sum(map(len, parts)) / len(parts) <= 9
    assert not JARGON.search(words)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("name", "most"), [("annex", 30), ("council", 30)])
def test_R53_papers_for_every_parent_are_readable(
    name: str, most: int, lang: Lang
) -> None:
    words = "\n".join(re.sub(r"\{\w+\}", "x", line) for line in lines(name, lang))
    assert lix(words) <= most


@pytest.mark.parametrize("lang", LANGS)
def test_no_paper_promises_too_much(lang: Lang) -> None:
    for name, paper in every(agreed(), lang):
        assert not BANNED.search(page.html([paper]).split("</style>")[1]), name


@pytest.mark.parametrize(
    "word", ["GDPR-compliant", "AVG-conform", "waterdicht", "100 %"]
)
def test_a_big_promise_is_seen(word: str) -> None:
    assert BANNED.search(f"Dit programma is {word}.")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "changed",
    [
        {"purposes": ()},
        {"purposes": purposes(Purpose.SHARE)},
        {"purposes": purposes(*PICTURES, basis=LegalBasis.PUBLIC_TASK)},
        {"log_names": "role", "guardian_age": 16},
        {"networks": (Network(cidr="10.0.0.0/8", dial_out=True),)},
    ],
    ids=",".join,
)
def test_every_paper_can_be_made_of_any_agreements(
    changed: dict[str, Any], lang: Lang
) -> None:
    if "guardian_age" in changed:
        from consent.wording.notice import notice_refs  # noqa: PLC0415

        changed = changed | {"notices": notice_refs(guardian_age=16)}
    for _, paper in every(agreed(is_draft=True, is_demo=True, **changed), lang):
        assert "{" not in page.html([paper]).split("</style>")[1]
        assert len(paper.warnings) == 2


def test_a_line_says_with_its_first_signs_what_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = ["plain", "- a", "- b", "# c", "* d", "_3 e", "~ f | g", "@made", "@own"]
    held = {
        "title": "{name}",
        "section": [{"heading": "h", "lines": said}],
        "tables": {"own": {"look": "grid", "rows": [["?off x"], ["{name}"]]}},
    }
    monkeypatch.setattr(text, "source", lambda *_: held)
    written = text.write("any", Lang.NL, FACTS)
    assert written.title == "- @x"
    assert [type(block) for block in written.sections[0].blocks] == [
        Text, Bullets, Heading, Key, Blank, Signatures, Text, Table,
    ]  # fmt: skip
    bullets, blank, table = (written.sections[0].blocks[at] for at in (1, 4, 7))
    assert bullets == Bullets(("a", "b"))
    assert blank == Blank("e", 3)
    assert isinstance(table, Table)
    assert table.rows == (("- @x",),)


def test_a_line_is_there_only_where_its_flag_says_so() -> None:
    assert [FACTS.holds(line) for line in ("?on x", "?-on x", "?off x", "?-off x")] == [
        True, False, False, True,
    ]  # fmt: skip
    assert FACTS.say("?on {name}") == "- @x"
    with pytest.raises(KeyError):
        FACTS.holds("?nobody x")


def test_S10_a_fact_is_never_a_sign() -> None:
    """A council that writes a dash, an at sign or braces gets just these."""
    held = agreed()
    facts = Facts({"name": "- {name} @made"}, {})
    assert facts.say("* {name}") == "* - {name} @made"
    for _, paper in every(held, Lang.NL):
        quotes = [b for s in paper.sections for b in s.blocks if isinstance(b, Quote)]
        assert all(one.text == held.charter.council.text for one in quotes)
