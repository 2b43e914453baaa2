# SPDX-License-Identifier: GPL-3.0-or-later
"""The diary beside a demo's script."""

import json
from pathlib import Path

from agent.session.qt.script_diary import ScriptDiary


def test_each_thing_is_one_line_with_its_time(tmp_path: Path) -> None:
    script = tmp_path / "lesson.jsonl"
    (tmp_path / "lesson.jsonl.diary").write_text("of an older run\n")
    diary = ScriptDiary(script, lambda: 12.5)
    diary.happened("eye:view")
    diary.pressed("eyeStop")
    diary.point("handUp", 3, 4)
    lines = (tmp_path / "lesson.jsonl.diary").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [
        {"t": 12.5, "what": "event", "name": "eye:view"},
        {"t": 12.5, "what": "pressed", "name": "eyeStop"},
        {"t": 12.5, "what": "point", "name": "handUp", "x": 3, "y": 4},
    ]
