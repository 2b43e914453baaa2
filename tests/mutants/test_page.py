# SPDX-License-Identifier: GPL-3.0-or-later
"""tests.mutants.page: what the page says of a run."""

import ast
from functools import partial

from tests.mutants.faults import Fault
from tests.mutants.law import PAGE, Known
from tests.mutants.page import HEAD, Figures, page


def test_it_counts_and_tells_what_stayed() -> None:
    unseen = Fault(3, "f", "a | b", "a & b", partial(ast.Module, [], []))
    figures = [Figures("consent/a.py", 30, (unseen,), 60.0)]
    said = page(
        figures, [Known("consent/a.py", "f", "a | b", "a\n& b", "both are one")]
    )
    assert "**96.7 %**: 29 of 30 seen, in 1 minutes." in said
    assert "| `consent/a.py` | 30 | 29 |" in said
    assert "| `consent/a.py` f | `a \\| b` | `a & b` | both are one |" in said


def test_the_page_in_the_repository_is_one_of_these() -> None:
    assert PAGE.read_text("utf-8").startswith(HEAD)
