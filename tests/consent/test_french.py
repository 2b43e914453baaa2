# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks stay with their word."""

import pytest

from consent.french import spaced


@pytest.mark.parametrize("mark", "?!:;»")
def test_a_mark_keeps_to_the_word_before_it(mark: str) -> None:
    assert spaced(f"un mot {mark} et ceci") == f"un mot\u00a0{mark} et ceci"


def test_other_spaces_stay_as_they_are() -> None:
    assert spaced("« mot » à 10:30, tout va bien.") == (
        "«\u00a0mot\u00a0» à 10:30, tout va bien."
    )
