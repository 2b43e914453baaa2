# SPDX-License-Identifier: GPL-3.0-or-later
"""One file may save what the window shows, and only the player calls it (R-72)."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import console.qt
from console.qt.labels import PlainLabel
from console.qt.script_shot import save_shot

FOLDER = Path(console.qt.__file__).parent
SAVES = {
    "save",
    "grab",
    "grabWindow",
    "QImageWriter",
    "toImage",
    "QClipboard",
    "clipboard",
}
DEMO_ONLY = {"script_shot.py", "script_diary.py"}  # the diary holds line numbers
FILES = {"write_text", "write_bytes", "QFile", "QSaveFile", "QSettings"}


def used(source: Path) -> set[str]:
    tree = ast.parse(source.read_text("utf-8"))
    attributes = {
        n.attr
        for n in ast.walk(tree)
        if isinstance(n, ast.Attribute) and not _is_own(n.value)
    }
    return attributes | {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}


def _is_own(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in {"self", "painter"}


def test_R72_no_other_code_saves_pixels_or_writes_a_file() -> None:
    for source in FOLDER.rglob("*.py"):
        if source.name not in DEMO_ONLY:
            assert not used(source) & (SAVES | FILES), source


def test_only_the_player_takes_a_shot() -> None:
    callers = [
        source.name
        for source in FOLDER.rglob("*.py")
        if "save_shot" in source.read_text("utf-8")
    ]
    assert sorted(callers) == ["player.py", "script_shot.py"]


def test_a_shot_is_a_png_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(120, 80)
    save_shot(window, str(tmp_path / "shot.png"))
    assert QImage(str(tmp_path / "shot.png")).width() == 120
    with pytest.raises(OSError, match="does its folder exist"):
        save_shot(window, str(tmp_path / "absent" / "shot.png"))


def test_a_word_that_just_came_is_whole_on_the_shot(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, label = QWidget(), PlainLabel("kort", wraps=True)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(label)
    column.addStretch(1)
    window.resize(120, 200)
    window.show()
    label.setText("een zin die vier regels nodig heeft in een smal venster")
    save_shot(window, str(tmp_path / "shot.png"))
    assert label.height() >= label.heightForWidth(label.width())
