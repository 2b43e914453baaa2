# SPDX-License-Identifier: GPL-3.0-or-later
"""A transcript knows what is missing and keeps the order of time."""

import json
from pathlib import Path
from typing import Any

import pytest

from installer.demo.teacher_script import Moment
from installer.demo.transcript import NEEDED, Transcript, moments_of


def test_moments_are_written_in_order_with_seconds_since_the_start(
    tmp_path: Path,
) -> None:
    transcript = Transcript(1000.0)
    transcript.add(1002.5, Moment("teacher", "link", {"a": 1}))
    transcript.add(1001.25, Moment("console", "connected"))
    transcript.write(tmp_path / "t.jsonl")
    lines = [json.loads(x) for x in (tmp_path / "t.jsonl").read_text().splitlines()]
    assert lines == [
        {"t": 1.25, "who": "console", "what": "connected", "detail": {}},
        {"t": 2.5, "who": "teacher", "what": "link", "detail": {"a": 1}},
    ]
    assert "link" not in transcript.missing()
    assert len(transcript.missing()) == len(NEEDED) - 2


@pytest.mark.parametrize(
    ("entry", "who", "what"),
    [
        ({"kind": "LESSON", "what": "start"}, "agent-01", "lesson_started"),
        ({"kind": "LESSON", "what": "end"}, "agent-01", "lesson_ended"),
        ({"kind": "NOTICE"}, "pupil-01", "notice"),
        ({"kind": "OPEN", "purpose": "overview"}, "agent-01", "overview_opened"),
        ({"kind": "OPEN", "purpose": "view"}, "agent-01", "view_opened"),
        (_c := {"kind": "CONSENT", "purpose": "view", "method": "agent_dialog",
                "state": "ConsentGiven"}, "pupil-01", "consent_given"),
        (_c | {"state": "ConsentRefused"}, "pupil-01", "consent_refused"),
        (_c | {"state": "ConsentWithdrawn"}, "pupil-01", "withdrawn"),
    ],
)  # fmt: skip
def test_a_laptops_own_record_tells_its_moments(
    entry: dict[str, Any], who: str, what: str
) -> None:
    (moment,) = moments_of("pupil-01", [entry])
    assert (moment.who, moment.what) == (who, what)


def test_what_is_no_moment_is_left_out() -> None:
    entries = [
        {"kind": "CLOSE"},
        {"kind": "OPEN", "purpose": "show"},
        {
            "kind": "CONSENT",
            "purpose": "view",
            "method": "x",
            "state": "ConsentExpired",
        },
    ]
    assert moments_of("pupil-01", entries) == []
