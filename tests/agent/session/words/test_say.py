# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences and times in plain words."""

from datetime import UTC

import pytest

from agent.session.words.say import Say, minutes
from protocol.messages.local import Band

NL, EN = Say("nl", zone=UTC), Say("en", zone=UTC)
YOUNG = Say("nl", Band.SIX_TO_NINE, UTC)
TUESDAY_10_14 = 1_805_192_040  # 2027-03-16 10:14 UTC
DAY_S = 86_400


def test_a_sentence_is_filled_in() -> None:
    assert NL("eye.why", why="hulp") == "Waarom: hulp"
    assert EN("eye.why", why="help") == "Why: help"


def test_young_words_are_used_where_there_are_some() -> None:
    assert YOUNG("later") == "Ik weet het nog niet"
    assert YOUNG("stop") == "Stop"


def test_an_unknown_language_is_never_silent() -> None:
    assert Say("xx")("stop") == "Stop"


def test_a_teacher_gets_a_capital_where_a_sentence_begins() -> None:
    assert NL.teacher("mevr. Peeters") == "mevr. Peeters"
    assert NL.teacher("mevr. Peeters", first=True) == "Mevr. Peeters"
    assert NL.teacher("", first=True) == "Je leraar"


def test_no_reason_gives_no_words() -> None:
    assert NL.why("") == ""


def test_times_in_plain_words() -> None:
    assert NL.clock(TUESDAY_10_14) == "10:14"
    assert NL.second(TUESDAY_10_14) == "10:14:00"
    assert NL.when(TUESDAY_10_14, TUESDAY_10_14 + DAY_S) == "di 10:14"
    assert EN.when(TUESDAY_10_14, TUESDAY_10_14 + DAY_S) == "Tue 10:14"
    assert NL.when(TUESDAY_10_14, TUESDAY_10_14 + 8 * DAY_S) == "16 mrt 10:14"
    assert NL.date(TUESDAY_10_14) == "16 mrt"


def test_days_of_the_list() -> None:
    assert NL.day(TUESDAY_10_14, TUESDAY_10_14 + 60) == "Vandaag, dinsdag 16 maart"
    assert NL.day(TUESDAY_10_14, TUESDAY_10_14 + DAY_S) == "Dinsdag 16 maart"


@pytest.mark.parametrize(
    ("left_s", "words"), [(100, "1:40"), (0.2, "0:01"), (0, "0:00"), (-5, "0:00")]
)
def test_minutes(left_s: float, words: str) -> None:
    assert minutes(left_s) == words


def test_no_french_line_begins_with_a_mark() -> None:
    assert Say("fr")("list.title") == "Qui a regardé\u00a0?"
    assert Say("fr")("choices.title") == "Qu’est-ce que tu permets\u00a0?"
