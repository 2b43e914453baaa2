# SPDX-License-Identifier: GPL-3.0-or-later
"""The page names tests: each of them is there, and each of ours is named."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "spec" / "hostile.md").read_text("utf-8")
NAMED = set(re.findall(r"`(test_\w+)`", PAGE))
ATTACK = re.compile(r"test_[PDS]\d\d")


def defined(folder: Path) -> set[str]:
    """Give the names of all test functions below a folder."""
    texts = (path.read_text("utf-8") for path in folder.rglob("test_*.py"))
    return {
        name
        for text in texts
        for name in re.findall(r"^\s*(?:async )?def (test_\w+)", text, re.MULTILINE)
    }


def test_every_test_that_the_page_names_is_there() -> None:
    assert NAMED - defined(TESTS) == set()


def test_every_attack_of_this_folder_is_on_the_page() -> None:
    ours = {name for name in defined(TESTS / "hostile") if ATTACK.match(name)}
    assert ours - NAMED == set()
