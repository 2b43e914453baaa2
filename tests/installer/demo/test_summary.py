# SPDX-License-Identifier: GPL-3.0-or-later
"""A summary says what was seen, what was not, and which lists hold."""

from installer.demo.packs import Verdict
from installer.demo.summary import summary
from installer.demo.teacher_script import Moment
from installer.demo.transcript import Transcript


def test_a_summary_counts_names_what_is_missing_and_judges_each_list() -> None:
    transcript = Transcript(0.0)
    for _ in range(3):
        transcript.add(1.0, Moment("pupil-01", "consent_given"))
    verdicts = {
        "pupil-01": Verdict(holds=True, sentences=("fine.", "The chain holds.")),
        "pupil-02": Verdict(holds=False, sentences=()),
    }
    text = summary(transcript, verdicts)
    assert "consent_given          3" in text
    assert "MISSING: connected" in text
    assert "pupil-01: holds. The chain holds." in text
    assert "pupil-02: DOES NOT HOLD." in text
