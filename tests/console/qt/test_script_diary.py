# SPDX-License-Identifier: GPL-3.0-or-later
"""The diary of a script grows by a line for each line that is done."""

import json
from pathlib import Path

from console.qt.script_diary import ScriptDiary


def test_each_line_that_is_done_is_written_beside_the_script(tmp_path: Path) -> None:
    script = tmp_path / "teacher.jsonl"
    beside = tmp_path / "teacher.jsonl.diary"
    beside.write_text("of an earlier demo\n", "utf-8")
    diary = ScriptDiary(script)
    assert beside.read_text("utf-8") == ""
    diary.note(1)
    diary.note(3)
    lines = [json.loads(line) for line in beside.read_text("utf-8").splitlines()]
    assert [line["line"] for line in lines] == [1, 3]
    assert 1_700_000_000 < lines[0]["t"] <= lines[1]["t"]
