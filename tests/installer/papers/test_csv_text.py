# SPDX-License-Identifier: GPL-3.0-or-later
"""No cell of a file for a spreadsheet is a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.papers.csv_text import STARTS, csv_text, safe


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1",
        '=HYPERLINK("https://x.example")', "\uff1d1",
    ],
)  # fmt: skip
def test_S10_a_formula_becomes_a_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["4B", "12", "–", "", "a=b", "1A-wetenschappen"])
def test_an_innocent_cell_stays_as_it_is(cell: str) -> None:
    assert safe(cell) == cell


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_S10_no_cell_begins_as_a_formula_once_it_is_read(cells: list[str]) -> None:
    cells = [cell.replace("\x00", "") for cell in cells]
    rows = list(csv.reader(io.StringIO(csv_text([cells]), newline="")))
    (read,) = rows
    assert not [cell for cell in read if cell.lstrip(" \u00a0").startswith(STARTS)]
    assert [cell.removeprefix("'") for cell in read] == [
        c.removeprefix("'") for c in cells
    ]
