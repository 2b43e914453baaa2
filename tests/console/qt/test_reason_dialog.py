# SPDX-License-Identifier: GPL-3.0-or-later
"""A reason from the closed list, and an explicit scope."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from console.core.acts import (
    LookAt,
    ShowScreens,
)
from console.qt.reason_dialog import ReasonDialog
from tests.fakes.desk import Desk, button_of, chip, press
from tests.fakes.worker import pupil_id

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_R21_R29_screens_of_the_class_need_a_reason_and_an_explicit_click(
    lesson: Desk,
) -> None:
    lesson.run("showScreens")
    dialog = lesson.opened(ReasonDialog)
    assert not any(b.isChecked() for b in dialog.findChildren(QPushButton))
    assert dialog.findChild(QPushButton, "chosenOnly") is None
    press(lesson, dialog, "wholeClass")
    assert lesson.acts() == []
    assert dialog.error.text() == "Kies eerst een reden."
    assert dialog.error.isVisible()
    lesson.click(chip(dialog, "zelfstandig werk"))
    assert not dialog.error.isVisible()
    dialog.more.setText(" even kijken ")
    press(lesson, dialog, "wholeClass")
    assert lesson.acts() == [ShowScreens("own_work", "even kijken")]


def test_the_last_reason_is_remembered_and_chosen_pupils_are_a_scope(
    lesson: Desk,
) -> None:
    lesson.memory.remember("last_reason", "test")
    lesson.click_tile(0)
    lesson.run("showScreens")
    dialog = lesson.opened(ReasonDialog)
    assert chip(dialog, "toets").isChecked()
    press(lesson, dialog, "chosenOnly")
    assert lesson.acts() == [ShowScreens("test", "", (pupil_id(0),))]


def test_a_look_asks_why_and_then_asks_the_pupil(lesson: Desk) -> None:
    lesson.run("look", pupil="Amina B.")
    dialog = lesson.opened(ReasonDialog)
    press(lesson, dialog, "askToLook")
    assert lesson.acts() == []
    lesson.click(chip(dialog, "hulp"))
    press(lesson, dialog, "askToLook")
    assert lesson.acts() == [LookAt(pupil_id(0), "help")]
    assert lesson.memory.recall("last_look_reason") == "help"


def test_with_a_last_reason_enter_asks_but_not_the_same_enter(lesson: Desk) -> None:
    lesson.memory.remember("last_look_reason", "help")
    lesson.run("look", pupil="Amina B.")
    dialog = lesson.opened(ReasonDialog)
    ask = button_of(dialog, "askToLook")
    assert dialog.focusWidget() is ask
    QTest.keyClick(ask, Qt.Key.Key_Return)  # one too quick: it opened the dialog
    assert lesson.acts() == []
    lesson.key(Qt.Key.Key_Return, ask)
    assert lesson.acts() == [LookAt(pupil_id(0), "help")]


def test_without_one_no_reason_looks_chosen_until_a_key_goes_there(
    lesson: Desk,
) -> None:
    lesson.run("look", pupil="Amina B.")
    dialog = lesson.opened(ReasonDialog)
    first = chip(dialog, "zelfstandig werk")
    assert not any(b.hasFocus() for b in dialog.findChildren(QPushButton))
    lesson.key(Qt.Key.Key_Right, dialog)
    assert dialog.focusWidget() is first
    assert not first.isChecked()
    lesson.key(Qt.Key.Key_Return, first)
    assert first.isChecked()
    assert lesson.acts() == []
    dialog.reject()


def test_by_keyboard_enter_on_the_chosen_reason_asks(lesson: Desk) -> None:
    lesson.run("look", pupil="Amina B.")
    dialog = lesson.opened(ReasonDialog)
    lesson.key(Qt.Key.Key_Right, dialog)
    lesson.key(Qt.Key.Key_Right, dialog.focusWidget())
    second = dialog.focusWidget()
    lesson.key(Qt.Key.Key_Space, second)
    lesson.key(Qt.Key.Key_Return, second)
    (act,) = lesson.acts()
    assert isinstance(act, LookAt)


def test_enter_on_the_chosen_reason_asks_no_whole_class(lesson: Desk) -> None:
    lesson.run("showScreens")
    dialog = lesson.opened(ReasonDialog)
    one = chip(dialog, "zelfstandig werk")
    lesson.key(Qt.Key.Key_Space, one)
    lesson.key(Qt.Key.Key_Return, one)
    assert lesson.acts() == []
    assert dialog.isVisible()


def test_what_is_wrong_moves_no_button_and_leaves_no_gap(lesson: Desk) -> None:
    lesson.run("look", pupil="Amina B.")
    dialog = lesson.opened(ReasonDialog)
    ask, height = button_of(dialog, "askToLook"), dialog.height()
    place = ask.geometry()
    press(lesson, dialog, "askToLook")
    assert dialog.error.isVisible()
    assert (ask.geometry(), dialog.height()) == (place, height)
    dialog.say_wrong("Een lange zin die niet op een regel past. " * 4)
    assert dialog.height() > height
    dialog.say_wrong("")
    assert dialog.height() == height
