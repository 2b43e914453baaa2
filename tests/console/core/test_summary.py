# SPDX-License-Identifier: GPL-3.0-or-later
"""The line after the lesson."""

import pytest

from console.core.summary import summary
from console.core.words import EN, NL


@pytest.mark.parametrize(
    ("looked_s", "hands", "times", "line"),
    [
        (0, 0, 0, "De les is gedaan."),
        (30, 0, 0, "minder dan 1 min groot meegekeken"),
        (240, 3, 2, "4 min groot meegekeken, 3 handen, 2 keer aandacht"),
        (0, 1, 1, "1 hand, 1 keer aandacht"),
    ],
)
def test_it_counts_what_was_done(
    looked_s: float, hands: int, times: int, line: str
) -> None:
    assert summary(NL, looked_s, hands, times) == line


def test_it_speaks_english_too() -> None:
    assert summary(EN, 61, 2, 0) == "looked for 1 min, 2 hands"
