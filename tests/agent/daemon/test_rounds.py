# SPDX-License-Identifier: GPL-3.0-or-later
"""The next look comes when something wakes us anyway, or at last by itself."""

from agent.daemon.rounds import HURRY_S, SPARE_S, Rounds, rest_s


def test_a_look_is_welcome_for_a_while_before_we_wake_for_it() -> None:
    for again_s in (rest_s(is_told=True), rest_s(is_told=False)):
        rounds = Rounds(100.0, again_s)
        assert rounds.from_s(hurry=False) == 100 + again_s
        assert rounds.latest_s(hurry=False) == 100 + again_s + SPARE_S


def test_what_cannot_wait_is_woken_for_at_once() -> None:
    rounds = Rounds(100.0)
    assert rounds.from_s(hurry=True) == rounds.latest_s(hurry=True) == 100 + HURRY_S
    assert HURRY_S < rest_s(is_told=False) < rest_s(is_told=True)
