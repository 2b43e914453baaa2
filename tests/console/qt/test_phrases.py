# SPDX-License-Identifier: GPL-3.0-or-later
"""Times in words."""

from datetime import UTC, datetime, timedelta

import pytest

from console.qt import phrases
from console.qt.words.en import EN
from console.qt.words.nl import NL
from tests.fakes.worker import NOW


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (100, "1:40"),
        (99.2, "1:40"),
        (0, "0:00"),
        (-5, "0:00"),
        (60, "1:00"),
        (9, "0:09"),
    ],
)
def test_a_countdown_counts_started_seconds_and_stops_at_zero(
    seconds: float, text: str
) -> None:
    assert phrases.countdown(NOW + timedelta(seconds=seconds), NOW) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1_900, "nog 32 min"), (60, "nog 1 min"), (59, "nog geen minuut")],
)
def test_the_time_left_of_a_lesson_is_in_minutes(seconds: int, text: str) -> None:
    ends = NOW + timedelta(seconds=seconds)
    assert phrases.minutes_left(ends, NOW, NL) == text


def test_a_fresh_hand_waits_no_minutes() -> None:
    assert phrases.waited(NOW - timedelta(seconds=59), NOW, NL) == "net"
    assert phrases.waited(NOW - timedelta(minutes=4), NOW, NL) == "4 min"


def test_a_clock_keeps_the_zone_it_was_given() -> None:
    assert phrases.clock_text(NOW) == "10:38"
    utc = datetime(2026, 11, 23, 9, 38, tzinfo=UTC)
    assert phrases.clock_text(utc) == utc.astimezone().strftime("%H:%M")


def test_the_done_share_stays_between_nothing_and_all() -> None:
    later = NOW + timedelta(minutes=10)
    assert phrases.share_done(NOW, later, NOW) == 0
    assert phrases.share_done(NOW, later, NOW + timedelta(minutes=5)) == 0.5
    assert phrases.share_done(NOW, later, NOW + timedelta(minutes=50)) == 1
    assert phrases.share_done(NOW, later, NOW - timedelta(minutes=5)) == 0
    assert phrases.share_done(NOW, NOW, NOW) == 1


def test_greeting_and_date_follow_the_day() -> None:
    assert phrases.greeting(NOW, "mevr. Peeters", NL) == "Goedemorgen, mevr. Peeters."
    noon = NOW.replace(hour=12)
    assert phrases.greeting(noon, "mevr. Peeters", NL).startswith("Goedemiddag")
    assert phrases.date_text(NOW, NL) == "Maandag 23 november"
    assert phrases.date_text(NOW, EN) == "Monday 23 November"
    assert phrases.date_text(datetime(2026, 11, 23, 9, tzinfo=UTC), NL)
    assert phrases.greeting(datetime(2026, 11, 23, 9, tzinfo=UTC), "x", NL)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amina B.", "AB"),
        ("Jan van den Berg", "JB"),
        ("élodie", "É"),
        ("", "?"),
        ("-", "?"),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_last_word(
    name: str, letters: str
) -> None:
    assert phrases.initials(name) == letters
