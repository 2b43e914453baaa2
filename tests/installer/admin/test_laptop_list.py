# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of laptops is read with a heading or without; each fault has its line."""

import pytest

from installer.admin.laptop_list import Pair, is_heading, read_pairs

PAIRS = [("laptop-1", "p1"), ("laptop-2", "Amina Bakker")]
ROWS = "laptop-1,p1\nlaptop-2,Amina Bakker\n"


def pairs(text: str) -> list[tuple[str, str]]:
    found, faults = read_pairs("x.csv", text)
    assert faults == []
    return [(one.laptop, one.pupil) for one in found]


@pytest.mark.parametrize(
    "heading",
    ["laptop,leerling", "Laptop, Pupil", "label,name", "ordinateur,élève", "PC,naam"],
)
def test_a_heading_is_no_laptop(heading: str) -> None:
    assert pairs(f"{heading}\n{ROWS}") == PAIRS
    assert pairs(f"\n{heading}\n\n{ROWS}") == PAIRS


def test_without_a_heading_the_first_line_counts() -> None:
    assert pairs(ROWS) == PAIRS
    assert pairs(ROWS.replace(",", ";")) == PAIRS
    assert read_pairs("x.csv", ROWS)[0][1] == Pair(2, "laptop-2", "Amina Bakker")


def test_a_heading_further_down_is_a_row() -> None:
    assert ("laptop", "leerling") in pairs(f"{ROWS}laptop,leerling\n")
    assert not is_heading(["laptop", "p1"])
    assert not is_heading(["laptop"])


def test_faults_are_told_with_their_line() -> None:
    _, faults = read_pairs("x.csv", "a,b,c\nlaptop-1,p1\nlaptop-1,p2\nlaptop-3,p1\n")
    assert [(one.line, one.why.key) for one in faults] == [
        (1, "laptops.columns"),
        (3, "laptops.twice"),
        (4, "laptops.twice"),
    ]
