# SPDX-License-Identifier: GPL-3.0-or-later
"""What is owed is written down, and each thing that is held names its tests."""

import re

import pytest

from tests.architecture.house import ROOT, product
from tests.architecture.rights import (
    LIST,
    NO_TEST,
    PAGE,
    Due,
    Group,
    drawn,
    groups,
    guards,
    numbers,
    page,
    test_files,
)

WANTED = groups(LIST.read_text("utf-8"))
DUES = {due.number: due for group in WANTED.values() for due in group.dues}
GUARDS = guards(test_files())
SHORT = 130
FIGURES = "tests/bench/"  # run by itself, on a quiet machine
CITED = re.compile(r"(?<![\w-])(?:R-(\d\d)|([SPDF]\d\d))(?![\w-])")


def unguarded(dues: dict[str, Due], guarded: dict[str, list[str]]) -> list[str]:
    """List what is called held though no test that always runs names it."""
    return [
        number
        for number, due in dues.items()
        if due.state == "held"
        and all(test.startswith(FIGURES) for test in guarded.get(number, []))
    ]


def unknown(dues: dict[str, Due], guarded: dict[str, list[str]]) -> list[str]:
    """List the tests that name a number nobody wrote down."""
    return [test for n, tests in guarded.items() if n not in dues for test in tests]


def cited(text: str) -> set[str]:
    """List the numbers that a text speaks of."""
    return {f"R{right}" if right else other for right, other in CITED.findall(text)}


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == drawn(), "python -m tests.architecture.rights"


def test_what_is_held_names_a_test() -> None:
    assert unguarded(DUES, GUARDS) == []


def test_what_a_test_names_is_on_the_list() -> None:
    assert unknown(DUES, GUARDS) == []


def test_what_is_held_without_a_test_is_seen() -> None:
    due = Due("R01", "A mark.", 1, "held")
    assert unguarded({"R01": due}, {}) == ["R01"]
    assert unguarded({"R01": due}, {"R01": [f"{FIGURES}a.py::test_R01_x"]}) == ["R01"]
    assert unguarded({"R01": due}, {"R01": ["a.py::test_R01_x"]}) == []


def test_a_number_that_is_not_on_the_list_is_seen() -> None:
    assert unknown({}, {"R99": ["a.py::test_R99_x"]}) == ["a.py::test_R99_x"]


@pytest.mark.parametrize("due", DUES.values(), ids=lambda due: due.number)
def test_each_line_says_what_it_must(due: Due) -> None:
    assert due.says.endswith(".")
    assert len(due.says) <= SHORT
    assert due.state in ({"held", "open"} if due.number[0] == "R" else {""})
    assert due.priority in ({1, 2} if due.number[0] == "R" else {0})
    assert due.note or due.state != "open", "say what is missing"


def test_what_a_source_or_page_cites_is_on_the_list() -> None:
    pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    texts = product() | {str(p.relative_to(ROOT)): p.read_text("utf-8") for p in pages}
    strange = {path: cited(text) - DUES.keys() for path, text in texts.items()}
    assert {path: found for path, found in strange.items() if found} == {}


def test_a_number_is_read_where_it_is_cited() -> None:
    assert cited("Source: docs/rights.md R-21, R-99; S14.") == {"R21", "R99", "S14"}
    assert cited("1F03, AP01 and R-1") == set()


def test_numbers_are_read_off_a_name() -> None:
    assert numbers("test_R42_D04_a_charter") == ["R42", "D04"]
    assert numbers("test_R_01_a_mark") == ["R01"]
    assert numbers("test_a_frame_of_R42_bytes") == []
    assert numbers("test_R4_too_short") == []


def test_functions_walks_and_coroutines_are_tests() -> None:
    text = (
        "def test_R01_a(): ...\n"
        "async def test_R01_b(): ...\n"
        "test_R01_c = Walk.TestCase\n"
        "def test_d(): ...\n"
    )
    found = guards([("t.py", text)])
    assert found == {"R01": [f"t.py::test_R01_{one}" for one in "abc"]}


def test_the_page_says_what_is_missing() -> None:
    rights = Group(
        "Rights",
        "About.",
        (
            Due("R01", "A mark.", 1, "held"),
            Due("R02", "A sheet.", 2, "open", "not built"),
        ),
    )
    attacks = Group("Attacks", "More.", (Due("S01", "Listening.", note="hard"),))
    text = page({"R": rights, "S": attacks}, {"R01": ["t.py::test_R01_a"]})
    assert "2 in all, 1 held, 1 open, 1 without a test" in text
    assert "| R-01 | A mark. | must | held | `t.py::test_R01_a` |" in text
    assert f"| R-02 | A sheet. | should | open: not built | {NO_TEST} |" in text
    assert f"| S01 | Listening. (hard) | {NO_TEST} |" in text
