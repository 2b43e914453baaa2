# SPDX-License-Identifier: GPL-3.0-or-later
"""F12: memory runs out in the middle of a decision, at each place there is.

The service ends over it, as it must: a decision that was not finished is no yes. What
the next start does is seen in journeys/test_daemon.py.
"""

from datetime import datetime

import pytest

from consent.shelf.freshness import Freshness
from consent.shelf.shelf import Shelf
from tests.hostile.causes import base
from tests.hostile.test_record_fails import Lesson

NEVER = 10**9


class Tired(Shelf):
    """Runs out of memory when it is asked for the n-th time."""

    left = NEVER
    asked = 0

    def freshness(self, class_id: str, now: datetime) -> Freshness:
        """Ask the papers, where there is memory for it."""
        self.asked += 1
        if self.asked > self.left:
            raise MemoryError
        return super().freshness(class_id, now)


def lesson_with(left: int) -> tuple[Lesson, Tired]:
    """Give a lesson on a laptop that can decide so many times."""
    lesson, school = Lesson(0, landed=False), base()
    holder = school.pupils[0].holder
    tired = Tired(school.root_sha256, device=holder.id.hex(), seal_key=holder.seal_key)
    tired.accept_all(school.papers_for(), school.now)
    tired.left, tired.asked = left, 0
    lesson.desk.mind.laptop.shelf = tired
    return lesson, tired


def decisions_of_a_lesson() -> int:
    lesson, tired = lesson_with(NEVER)
    lesson.play()
    assert len(lesson.desk.pictures()) == 4
    return tired.asked


DECISIONS = decisions_of_a_lesson()


@pytest.mark.parametrize("n", range(0, DECISIONS, 3))
def test_F12_a_decision_that_was_not_finished_is_no_yes(n: int) -> None:
    lesson, _ = lesson_with(n)
    with pytest.raises(MemoryError):
        lesson.play()
    assert lesson.bad == []  # each picture that left had its record, and its yes
