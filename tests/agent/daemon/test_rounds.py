# SPDX-License-Identifier: GPL-3.0-or-later
"""The next look comes when something wakes us anyway, or at last by itself."""

import pytest

from agent.daemon.rounds import AGAIN_S, LATEST_S, MEND_S, SOON_S, Rounds


@pytest.mark.parametrize(
    ("is_well", "is_told", "from_s", "latest_s"),
    [
        (True, False, AGAIN_S, LATEST_S),
        (False, False, MEND_S, MEND_S),
        (True, True, SOON_S, SOON_S),
        (False, True, SOON_S, SOON_S),
    ],
)
def test_trouble_and_news_bring_it_sooner(
    *, is_well: bool, is_told: bool, from_s: float, latest_s: float
) -> None:
    rounds = Rounds(100.0, is_well, is_told)
    assert (rounds.from_s, rounds.latest_s) == (100 + from_s, 100 + latest_s)


def test_a_look_has_heard_the_news() -> None:
    rounds = Rounds(100.0, is_told=True)
    rounds.look(101.0)
    assert rounds == Rounds(101.0)
    assert MEND_S < 5.0
