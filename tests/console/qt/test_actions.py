# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions are found by name, and carry arguments once."""

from PySide6.QtCore import QObject

from console.qt.actions import NAMES, Actions, take_args
from console.qt.window_state import WindowState
from tests.fakes.worker import view


def test_every_action_has_its_name(qapp: object) -> None:
    parent = QObject()
    actions = Actions(parent)
    assert [action.objectName() for action in actions.all()] == list(NAMES)
    assert "look" in actions
    assert "record" not in actions


def test_an_action_is_able_when_the_window_says_so(qapp: object) -> None:
    parent = QObject()
    actions = Actions(parent)
    assert not any(action.isEnabled() for action in actions.all())
    actions.allow(WindowState(view()))
    assert actions["endLesson"].isEnabled()
    assert not actions["startLesson"].isEnabled()


def test_arguments_are_taken_once(qapp: object) -> None:
    parent, seen = QObject(), list[object]()
    actions = Actions(parent)
    action = actions["look"]
    action.triggered.connect(lambda: seen.append(take_args(action)))
    actions.run("look", {"pupil": "p"})
    actions.allow(WindowState(view(), covered=False))
    actions.run("look", {"pupil": "p"})
    action.trigger()
    assert seen == [{"pupil": "p"}, None]
