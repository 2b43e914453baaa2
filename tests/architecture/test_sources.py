# SPDX-License-Identifier: GPL-3.0-or-later
"""A section that the code names is a section of that page, so that it can be found."""

import re
from collections.abc import Iterator

from tests.architecture.house import ROOT, product

CITED = re.compile(
    r"(docs/[\w/.-]+\.md),?"
    r'((?:(?:,| and)?\s+"[^"]+"(?:\s\([^)]*\))?)+)'
)
QUOTED = re.compile(r'"([^"]+)"')
FILE = re.compile(r"\b(?:tests|agent|console|consent|installer|protocol)/[\w/]+\.py\b")
HEADING = re.compile(r"^#+ (?:\d+ )?(.*)$", re.MULTILINE)  # messages have a number
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)  # a named row of a table


def _cited(text: str) -> Iterator[tuple[str, str]]:
    """List which page and which section of it a text names."""
    for page, sections in CITED.findall(text):
        for section in QUOTED.findall(sections):
            yield page, " ".join(section.split())


def _sections(page: str) -> set[str]:
    written = (ROOT / page).read_text("utf-8")
    headings = (found.replace("`", "") for found in HEADING.findall(written))
    return {*headings, *ROW.findall(written)}


def test_each_section_that_is_named_is_on_that_page() -> None:
    wrong = [
        f'{path}: {page} "{section}"'
        for path, text in product().items()
        for page, section in _cited(text)
        if section not in _sections(page)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_way_to_name_a_section_is_read() -> None:
    spec = "docs/" + "spec"
    text = f'{spec}/a.md "One"; {spec}/b.md, "Two", "Three\n  words" and "Four". "No"'
    assert list(_cited(text)) == [
        (f"{spec}/a.md", "One"),
        (f"{spec}/b.md", "Two"),
        (f"{spec}/b.md", "Three words"),
        (f"{spec}/b.md", "Four"),
    ]
    assert {"Picture", "Rates"} <= _sections("docs/spec/wire.md")
    assert "list.html" in _sections("docs/spec/pack.md")


def test_each_file_that_a_page_names_is_there() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    wrong = [
        f"{page.relative_to(ROOT)}: {named}"
        for page in pages
        for named in FILE.findall(page.read_text("utf-8"))
        if not (ROOT / named).is_file()
    ]
    assert not wrong, "\n".join(wrong)
