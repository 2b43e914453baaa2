# SPDX-License-Identifier: GPL-3.0-or-later
"""The line after the lesson."""

import pytest

from console.core.summary import Done, summary
from console.core.words import EN, NL


@pytest.mark.parametrize(
    ("done", "line"),
    [
        (Done(), "De les is gedaan."),
        (Done(looked_s=30), "minder dan 1 min groot meegekeken"),
        (Done(240, 0, 3, 2), "4 min groot meegekeken, 3 handen, 2 keer aandacht"),
        (Done(hands=1, attentions=1), "1 hand, 1 keer aandacht"),
        (Done(small_s=59), "minder dan 1 min kleine beelden"),
        (Done(small_s=600, links=1), "10 min kleine beelden, 1 link"),
        (Done(messages=1, links=2), "1 bericht, 2 links"),
        (Done(messages=3), "3 berichten"),
    ],
)
def test_it_counts_what_was_done(done: Done, line: str) -> None:
    assert summary(NL, done) == line


def test_it_speaks_english_too() -> None:
    assert summary(EN, Done(61, 0, 2)) == "looked for 1 min, 2 hands"
