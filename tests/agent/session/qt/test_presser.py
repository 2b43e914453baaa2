# SPDX-License-Identifier: GPL-3.0-or-later
"""A script that presses."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agent.session.qt.presser import Presser, click, middle, visible_widget
from agent.session.qt.script_diary import ScriptDiary
from agent.session.script_lines import Script, parse
from protocol.aio.clock import boottime


class Desk:
    """Two buttons, and what was pressed while what flag stood."""

    def __init__(self) -> None:
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        self.pressed: list[tuple[str, bool]] = []
        self.pressing = False
        self.shots: list[str] = []
        self.buttons: dict[str, QPushButton] = {}
        for name in ("one", "two"):
            button = QPushButton(name)
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, name=name: self._note(name))
            row.addWidget(button)
            self.buttons[name] = button

    def _note(self, name: str) -> None:
        self.pressed.append((name, self.pressing))

    def flag(self, now: bool) -> None:
        self.pressing = now


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.window.show()
    yield made
    made.window.hide()
    made.window.deleteLater()


def presser(desk: Desk, folder: Path, text: str) -> Presser:
    diary = ScriptDiary(folder / "script", lambda: 1.0)
    return Presser(Script(parse(text)), diary, boottime, desk.flag, desk.shots.append)


def diary(folder: Path) -> list[dict[str, object]]:
    lines = (folder / "script.diary").read_text().splitlines()
    return [json.loads(line) for line in lines]


def test_nothing_is_pressed_before_it_may_begin(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    made = presser(desk, tmp_path, '{"on":"e","press":["one"]}')
    made.happened("e")
    made.begin()
    made.begin()
    assert desk.pressed == []
    made.happened("e")
    qtbot.waitUntil(lambda: desk.pressed == [("one", True)])
    assert not desk.pressing


def test_presses_follow_each_other_and_wait_until_seen(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    made = presser(desk, tmp_path, '{"at":0,"press":["two","one"]}')
    desk.buttons["two"].hide()
    made.begin()
    desk.buttons["one"].clicked.connect(lambda: None)
    qtbot.waitUntil(lambda: made.is_waiting)
    assert desk.pressed == []
    desk.buttons["two"].show()
    qtbot.waitUntil(lambda: desk.pressed == [("two", True), ("one", True)])


def test_a_pointer_is_told_where_to_go_and_the_script_presses_nothing(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    made = presser(desk, tmp_path, '{"at":0,"point":["two"]}')
    made.begin()
    qtbot.waitUntil(lambda: bool(diary(tmp_path)))
    (line,) = diary(tmp_path)
    place = middle(desk.buttons["two"])
    assert (line["what"], line["x"], line["y"]) == ("point", place.x(), place.y())
    assert desk.pressed == []


def test_a_widget_that_cannot_be_pressed_is_not_there(desk: Desk) -> None:
    assert visible_widget("one") is desk.buttons["one"]
    desk.buttons["one"].setEnabled(False)
    assert visible_widget("one") is None
    desk.window.hide()
    assert visible_widget("two") is None


def test_a_click_is_a_press_and_a_release(desk: Desk) -> None:
    click(desk.buttons["two"])
    assert desk.pressed == [("two", False)]


def test_a_shot_is_taken_between_two_presses(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    text = '{"on":"e","press":["one"],"shot":"a.png"}\n{"on":"f","press":["two"]}'
    made = presser(desk, tmp_path, text)
    made.begin()
    made.happened("e")
    made.happened("f")
    qtbot.waitUntil(lambda: len(desk.pressed) == 2)
    assert desk.shots == ["a.png"]
