# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of tests that were seen to fail says what is there."""

import pytest

from tests.architecture.house import ROOT
from tests.architecture.rights import numbers, tests_in
from tests.architecture.seen_red import (
    LIST,
    PAGE,
    Red,
    broken,
    failing_line,
    page,
    reds,
)

tests_in.__test__ = False  # type: ignore[attr-defined] # pytest reads names
ROWS = reds(LIST.read_text("utf-8"))
RED = Red("tests/a.py::test_P01_x[1]", "There is no wall.", (("a.py", "1", "2"),), "y")


def test_the_page_is_up_to_date() -> None:
    drawn = page(ROWS)
    assert PAGE.read_text("utf-8") == drawn, "python -m tests.architecture.seen_red"


def test_each_test_on_it_is_there_and_names_what_it_guards() -> None:
    for red in ROWS:
        file = ROOT / red.test.split("::")[0]
        assert red.name in set(tests_in(file.read_text("utf-8"))), red.test
        assert numbers(red.name), red.test


@pytest.mark.parametrize("red", ROWS, ids=lambda red: f"{red.name}: {red.broke}")
def test_each_row_says_what_was_broken_and_where_it_showed(red: Red) -> None:
    assert red.changes
    assert red.broke.endswith(".")
    assert red.line
    assert all(old != new for _, old, new in red.changes)


def test_a_row_is_drawn() -> None:
    drawn = page([RED])
    assert drawn.endswith("| P01 | `test_P01_x[1]` | There is no wall. | `y` |\n")


def test_a_wall_that_stands_there_once_is_taken_away() -> None:
    assert broken("a = 1\n", ("a.py", "1", "2")) == "a = 2\n"
    for text in ("", "1 1"):
        with pytest.raises(LookupError, match=r"a\.py"):
            broken(text, ("a.py", "1", "2"))


@pytest.mark.parametrize(
    "said",
    [
        "tests/a.py:7: in test_P01_x\n    assert here()\ntests/b.py:9: in f\n    1\n",
        '  |   File "/x/tests/a.py", line 7, in test_P01_x\n  |     assert here()\n',
    ],
)
def test_the_line_of_the_test_itself_is_found(said: str) -> None:
    assert failing_line(said, "tests/a.py::test_P01_x[1]") == "assert here()"
    assert failing_line(said, "tests/a.py::test_P01_other") == ""
