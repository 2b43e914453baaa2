# SPDX-License-Identifier: GPL-3.0-or-later
"""Text from outside is shown short, one way round and without hidden signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.qt.plain_text import clean


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("Amina B.", "Amina B."),
        ("a\u202eb\u2066c", "abc"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("een\ntwee", "een\ntwee"),
        ("a\u2028b\u200bc", "abc"),
        ("<img src=x onerror=1>", "<img src=x onerror=1>"),
    ],
)
def test_S10_hidden_signs_go_and_the_rest_stays(hostile: str, shown: str) -> None:
    assert clean(hostile) == shown


def test_a_long_text_is_cut_with_a_mark() -> None:
    assert clean("x" * 11, 10) == "x" * 9 + "…"
    assert clean("x" * 10, 10) == "x" * 10


def test_S10_ten_megabytes_cost_no_more_than_the_cut() -> None:
    assert clean("\u202e" * 10_000_000, 10) == "…"


@given(st.text())
def test_the_bound_always_holds(text: str) -> None:
    assert len(clean(text, 20)) <= 20
