# SPDX-License-Identifier: GPL-3.0-or-later
"""Each thing a teacher does becomes one act, after the chooser it needs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.core.acts import (
    AskAttention,
    EndAttention,
    EndLesson,
    LookAt,
    ReadLog,
    SeeHand,
    SendLink,
    SendMessage,
    ShowScreens,
    StartLesson,
    StopLooking,
    StopScreens,
)
from console.qt.message_dialog import MessageDialog
from console.qt.reason_dialog import ReasonDialog
from tests.fakes.desk import Desk, chip, press, texts
from tests.fakes.worker import attention_view, busy_view, pupil_id, view

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_start_and_end_are_one_click_each(desk: Desk) -> None:
    desk.click(desk.window.start.start)
    assert desk.acts() == [StartLesson()]
    desk.click(desk.window.bar.end)
    assert desk.acts()[-1] == EndLesson()


def test_acts_without_a_chooser_go_at_once(lesson: Desk) -> None:
    lesson.run("stopScreens")
    lesson.run("stopLooking")
    lesson.worker.show(attention_view())
    lesson.settle()
    lesson.run("endAttention")
    lesson.run("log")
    assert lesson.acts() == [StopScreens(), StopLooking(), EndAttention(), ReadLog()]


def test_an_offered_screen_opens_with_one_click(lesson: Desk) -> None:
    lesson.run("look", pupil="Dina F.")
    assert lesson.acts() == [LookAt(pupil_id(3), "help")]


def test_a_look_at_nobody_does_nothing(lesson: Desk) -> None:
    lesson.run("look")
    lesson.run("look", pupil="niemand")
    assert lesson.acts() == []


def test_arguments_do_without_a_chooser(lesson: Desk) -> None:
    lesson.run("showScreens", reason_code="help", pupils=["Amina B."])
    lesson.run("look", pupil="Amina B.", reason_code="help", seconds=60)
    lesson.run("attention", reason_code="board", seconds=30)
    lesson.worker.show(busy_view())
    lesson.settle()
    lesson.run("message", text="Hallo.")
    lesson.run("link", url="https://example.org/", title="Titel", pupil="Amina B.")
    lesson.run("seeHand", pupil="Sami U.")
    assert lesson.acts() == [
        ShowScreens("help", "", (pupil_id(0),)),
        LookAt(pupil_id(0), "help", "", 60),
        AskAttention("board", 30),
        SendMessage("Hallo."),
        SendLink("https://example.org/", "Titel", (pupil_id(0),)),
        SeeHand(pupil_id(18)),
    ]


def test_a_key_writes_to_who_is_chosen_as_the_card_says(lesson: Desk) -> None:
    lesson.click_tile(3)
    lesson.key(Qt.Key.Key_F7, lesson.window)
    dialog = lesson.opened(MessageDialog)
    assert "Dina F." in texts(dialog)
    dialog.sent.emit("Hallo.")
    dialog.reject()
    assert lesson.acts() == [SendMessage("Hallo.", (pupil_id(3),))]


def test_with_nobody_chosen_a_key_writes_to_the_class(lesson: Desk) -> None:
    lesson.key(Qt.Key.Key_F7, lesson.window)
    dialog = lesson.opened(MessageDialog)
    dialog.sent.emit("Hallo.")
    dialog.reject()
    assert lesson.acts() == [SendMessage("Hallo.")]


def test_one_key_or_one_click_asks_attention_of_the_class_as_the_button_says(
    lesson: Desk,
) -> None:
    lesson.show(view())
    lesson.click_tile(0)  # who is chosen changes nothing: the button says whom
    lesson.key(Qt.Key.Key_F9, lesson.window)
    assert lesson.acts() == [AskAttention("board", 120)]
    lesson.show(view())
    lesson.click(lesson.window.bar.attention)
    assert lesson.acts() == [AskAttention("board", 120)] * 2


def test_a_double_click_does_not_ask_and_end(lesson: Desk) -> None:
    lesson.show(view())
    button, left = lesson.window.bar.attention, Qt.MouseButton.LeftButton
    lesson.qtbot.mouseClick(button, left)
    lesson.settle()
    lesson.qtbot.mouseClick(button, left)
    assert lesson.acts() == [AskAttention("board", 120)]


@pytest.mark.parametrize(
    ("act", "args"),
    [
        ("attention", {}),
        ("attention", {"reason_code": "board"}),
        ("message", {"text": "Hallo."}),
        ("link", {"url": "https://example.org/", "title": "Titel"}),
        ("showScreens", {"reason_code": "help"}),
        ("look", {"reason_code": "help"}),
    ],
)
def test_what_was_meant_for_one_who_left_reaches_nobody(
    lesson: Desk, act: str, args: dict[str, str]
) -> None:
    lesson.show(view())
    lesson.run(act, pupils=["ff" * 16], **args)
    assert lesson.acts() == []
    assert QApplication.activePopupWidget() is None


def test_several_chosen_are_nobody_to_look_at(lesson: Desk) -> None:
    lesson.window.page.wall.selectAll()
    lesson.settle()
    lesson.run("look")
    assert lesson.acts() == []
    assert QApplication.activeModalWidget() is None


def test_screens_go_to_those_the_button_named_whoever_is_chosen_by_then(
    lesson: Desk,
) -> None:
    lesson.memory.remember("last_reason", "test")
    lesson.click_tile(0)
    lesson.run("showScreens")
    dialog = lesson.opened(ReasonDialog)
    assert chip(dialog, "Toon alleen Amina B.").isVisible()
    lesson.window.page.wall.choose(pupil_id(5))
    press(lesson, dialog, "chosenOnly")
    assert lesson.acts() == [ShowScreens("test", "", (pupil_id(0),))]
