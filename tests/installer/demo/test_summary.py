# SPDX-License-Identifier: GPL-3.0-or-later
"""A summary says what was seen, what was not, and which lists hold."""

import re

from installer.demo.packs import Verdict
from installer.demo.summary import WORDS, summary
from installer.demo.teacher_script import Moment
from installer.demo.transcript import NEEDED, Transcript


def test_a_summary_counts_names_what_is_missing_and_judges_each_list() -> None:
    transcript = Transcript(0.0)
    for _ in range(3):
        transcript.add(1.0, Moment("pupil-01", "consent_given"))
    good = Verdict(holds=True, sentences=("fine.", "  ok  The chain holds."))
    verdicts = {
        "pupil-01": good,
        "pupil-02": Verdict(holds=False, sentences=()),
        "pupil-03": good,
    }
    text = summary(transcript, verdicts, is_whole=True)
    assert re.search(r"  a pupil said yes +3\n", text)
    assert "MISSING:\n  all laptops reached the teacher\n" in text
    assert "pupil-01, pupil-03: holds. The chain holds.\n" in text
    assert "pupil-02: DOES NOT HOLD.\n" in text
    assert "_" not in text


def test_a_lesson_that_a_person_led_misses_nothing() -> None:
    text = summary(Transcript(0.0), {}, is_whole=False)
    assert "MISSING" not in text
    assert "No pupil took a list along" in text


def test_every_moment_has_words() -> None:
    assert list(WORDS) == list(NEEDED)
