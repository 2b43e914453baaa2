# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered of one pupil."""

from console.core.facts import PupilFacts
from console.core.seat import LinkRecord, Seat, Told


def test_a_laptop_is_in_the_lesson_only_after_it_said_so() -> None:
    seat = Seat(PupilFacts("aa" * 16, "A", "a", None))
    assert seat.pupil == "aa" * 16
    assert not seat.in_lesson
    for told in Told:
        seat.link = LinkRecord(1, told=told)
        assert seat.in_lesson is (told is Told.OPEN)
