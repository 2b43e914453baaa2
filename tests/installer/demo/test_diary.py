# SPDX-License-Identifier: GPL-3.0-or-later
"""A diary is read as it grows, whole lines only."""

from pathlib import Path

from installer.demo.diary import Diary, diary_of


def test_lines_come_once_and_half_a_line_waits(tmp_path: Path) -> None:
    path = diary_of(tmp_path / "script.jsonl")
    assert path.name == "script.jsonl.diary"
    diary = Diary(path)
    assert diary.news() == []
    path.write_text('{"line": 1}\n{"li', "utf-8")
    assert diary.news() == [{"line": 1}]
    with path.open("a", encoding="utf-8") as file:
        file.write('ne": 2}\n')
    assert diary.news() == [{"line": 2}]
    assert diary.news() == []
