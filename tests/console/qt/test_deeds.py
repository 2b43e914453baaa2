# SPDX-License-Identifier: GPL-3.0-or-later
"""Each thing a teacher does becomes one act, after the chooser it needs."""

import pytest
from PySide6.QtCore import Qt

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
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import attention_view, busy_view, pupil_id

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
